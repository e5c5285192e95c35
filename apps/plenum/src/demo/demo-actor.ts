/** Who did it, where the demo itself did: no account of anybody's. */
export const DEMO_ACTOR = 'demo';
