import { randomInt } from 'node:crypto';

// No I, L, O, U, 0 or 1: read out on the phone they are taken for one another, or for a word.
const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

const LENGTH = 8;

/** A reference that can be read out on the phone, such as `K7M4-QX2P`: 8 of 30 signs, about 39 random bits. */
export function newReference(): string {
  // One random number for all signs: to ask for it is what costs.
  let rest = randomInt(LETTERS.length ** LENGTH);
  let signs = '';
  while (signs.length < LENGTH) {
    signs += LETTERS[rest % LETTERS.length];
    rest = Math.floor(rest / LETTERS.length);
  }
  return `${signs.slice(0, LENGTH / 2)}-${signs.slice(LENGTH / 2)}`;
}
