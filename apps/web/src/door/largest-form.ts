/** Largest form that is taken, in bytes: twenty people with the longest names there are, and some room. */
export const LARGEST_FORM = 256 * 1024;
