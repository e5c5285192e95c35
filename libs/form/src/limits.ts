/** Limits that people can run into; each has a message. */
export const MOST_QUESTIONS = 30;
export const MOST_OPTIONS = 50;

/** Characters. */
export const LONGEST = {
  label: 300,
  help: 1000,
  option: 200,
  consent: 2000,
  short: 200,
  long: 2000,
} as const;

/** The greatest number that can be asked for, and its negative the least. */
export const GREATEST_NUMBER = 1_000_000_000;

/** The greatest limit of an option. */
export const GREATEST_LIMIT = 100_000;
