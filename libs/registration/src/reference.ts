import { randomInt } from 'node:crypto';

// No I, L, O, U, 0 or 1: read out on the phone they are taken for one another, or for a word.
const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A reference that can be read out on the phone, such as `K7M4-QX2P`: 8 of 30 signs, about 39 random bits. */
export function newReference(): string {
  const signs = Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]);
  return `${signs.slice(0, 4).join('')}-${signs.slice(4).join('')}`;
}
