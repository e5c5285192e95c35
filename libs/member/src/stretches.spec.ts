import { describe, expect, it } from '@jest/globals';
import { MembershipBackwards, MembershipOverlaps, NoMembership } from './refusals.js';
import { isCurrent, joined, resigned, type Stretch, withStretch } from './stretches.js';

const stretch = (from: string, until: string | null = null): Stretch => ({ from, until });

describe('A membership', () => {
  it('may begin again on the day after it ended, and not a day earlier', () => {
    const history = [stretch('2015-01-01', '2020-12-31')];
    expect(withStretch(history, stretch('2021-01-01'))).toHaveLength(2);
    expect(() => withStretch(history, stretch('2020-12-31'))).toThrow(MembershipOverlaps);
    expect(() => withStretch([stretch('2021-01-01')], stretch('2010-01-01', '2030-01-01'))).toThrow(
      MembershipOverlaps,
    );
  });

  it('does not end before it begins', () => {
    expect(() => withStretch([], stretch('2021-02-01', '2021-01-31'))).toThrow(MembershipBackwards);
    expect(() => resigned([stretch('2021-02-01')], '2021-01-31')).toThrow(MembershipBackwards);
    expect(resigned([stretch('2021-02-01')], '2021-02-01').until).toBe('2021-02-01');
  });

  it('ends on one day: a mistyped one can be corrected, and nothing ends where nothing began', () => {
    const ended = [stretch('2015-01-01', '2026-12-31')];
    expect(resigned(ended, '2026-06-30').until).toBe('2026-06-30');
    expect(resigned(ended, '2027-06-30').until).toBe('2027-06-30');
    expect(() => resigned([], '2027-06-30')).toThrow(NoMembership);
  });

  it('counts on its first and on its last day', () => {
    const year = stretch('2026-01-01', '2026-12-31');
    const days = ['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'];
    expect(days.map((day) => isCurrent(year, day))).toEqual([false, true, true, false]);
    expect(isCurrent(stretch('2026-01-01'), '2099-01-01')).toBe(true);
  });
});

describe('The histories of two entries for one member', () => {
  it('become one where they overlap or touch, and stay apart where there was a gap', () => {
    expect(
      joined([
        stretch('2024-01-01'),
        stretch('2015-01-01', '2018-06-30'),
        stretch('2018-07-01', '2019-12-31'),
        stretch('2016-01-01', '2016-12-31'),
        stretch('2025-01-01', '2025-12-31'),
      ]),
    ).toEqual([stretch('2015-01-01', '2019-12-31'), stretch('2024-01-01')]);
  });
});
