import { describe, expect, it } from '@jest/globals';
import { isCorrection } from './correction.js';

const called = (name: string) => {
  const [firstName = '', lastName = ''] = name.split(' ');
  return { firstName, lastName };
};
const corrects = (before: string, after: string) => isCorrection(called(before), called(after));

describe('Another name of the same address', () => {
  it('is a correction where letters were wrong, missing, or in the wrong field', () => {
    expect(corrects('Ada Mustre', 'Ada Muster')).toBe(true);
    expect(corrects('Ana Muster', 'Anna Muster')).toBe(true);
    expect(corrects('Jurgen Muller', 'Jürgen Müller')).toBe(true);
    expect(corrects('Alex Muster', 'Alexandra Muster')).toBe(true);
    expect(corrects('Muster Ada', 'Ada Muster')).toBe(true);
  });

  it('is a correction after a marriage', () => {
    expect(corrects('Ada Muster', 'Ada Schmidt')).toBe(true);
  });

  it('is somebody else who shares the mailbox where the first name is another', () => {
    expect(corrects('Ada Muster', 'Bodo Muster')).toBe(false);
    expect(corrects('Ada Muster', 'Bodo Schmidt')).toBe(false);
    expect(corrects('Ada Muster', 'Ida Schmidt')).toBe(false);
  });
});
