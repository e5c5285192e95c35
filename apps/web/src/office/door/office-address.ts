/** Where the office is; nothing outside has a session. */
export const OFFICE = '/office';
