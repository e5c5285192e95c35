/** Largest body of a request, in bytes. */
export const LARGEST_BODY = 64 * 1024;
