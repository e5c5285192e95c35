/** Who did what an office does, before it had any account: the office, under nobody's name. */
export const DEMO_ACTOR = 'account:demo';
