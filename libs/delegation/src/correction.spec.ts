import { describe, expect, it } from '@jest/globals';
import { isCorrection, isSameName } from './correction.js';

const called = (name: string) => {
  const [firstName = '', lastName = ''] = name.split(' ');
  return { firstName, lastName };
};
const corrects = (before: string, after: string) => isCorrection(called(before), called(after));

const isSame = (before: string, after: string) => isSameName(called(before), called(after));

describe('Two names', () => {
  it('are the same where only the spelling differs, or first and last name were exchanged', () => {
    expect(isSame('ada muster', 'Ada Muster')).toBe(true);
    expect(isSame('Jurgen Muller', 'Jürgen Müller')).toBe(true);
    expect(isSame('Muster Ada', 'Ada Muster')).toBe(true);
  });

  it('are those of two people where a letter differs, or one of the names', () => {
    expect(isSame('Anna Schmidt', 'Anna Weber')).toBe(false);
    expect(isSame('Tom Koch', 'Tim Koch')).toBe(false);
    expect(isSame('Alex Muster', 'Alexandra Muster')).toBe(false);
    expect(isSame('Ada Muster', 'Ada')).toBe(false);
  });
});

describe('A name that is said to be corrected', () => {
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

  it('is that of somebody else where the first name is another', () => {
    expect(corrects('Ada Muster', 'Bodo Muster')).toBe(false);
    expect(corrects('Ada Muster', 'Bodo Schmidt')).toBe(false);
    expect(corrects('Ada Muster', 'Ida Schmidt')).toBe(false);
  });
});
