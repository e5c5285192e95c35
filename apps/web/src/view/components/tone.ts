/** What a coloured box or badge says besides its words. */
export type Tone = 'info' | 'success' | 'warning' | 'danger';
