import { describe, expect, it } from '@jest/globals';
import { hasPassedOn } from './passed-on.js';

type Change = Parameters<typeof hasPassedOn>[0][number];
const swapped: Change = { what: 'swapped', detail: { email: ['a@stadt.test', 'b@stadt.test'] } };
const moved: Change = { what: 'corrected', detail: { email: ['b@stadt.test', 'c@stadt.test'] } };
const respelt: Change = { what: 'corrected', detail: { email: ['C@stadt.test', 'c@stadt.test'] } };
const renamed: Change = { what: 'corrected', detail: { lastName: ['Beispeil', 'Beispiel'] } };
const withdrawn: Change = { what: null, detail: null };

describe('An old link', () => {
  it('is of a place that passed on, if somebody else came after it', () => {
    expect(hasPassedOn([swapped], 0)).toBe(true);
    expect(hasPassedOn([moved, swapped], 0)).toBe(true);
    expect(hasPassedOn([renamed, respelt, swapped], 0)).toBe(true);
  });

  it('is of the same person, if only the address changed after it', () => {
    expect(hasPassedOn([moved], 0)).toBe(false);
    expect(hasPassedOn([swapped, moved], 1)).toBe(false);
    expect(hasPassedOn([withdrawn, swapped, respelt, moved], 1)).toBe(false);
  });
});
