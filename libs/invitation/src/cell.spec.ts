import { describe, expect, it } from '@jest/globals';
import { cellOf, type StateCounts } from './cell.js';

const NOBODY = { coming: 0, waiting: 0 };

describe('A member’s cell of the matrix', () => {
  it('says who comes, whatever the other contacts answered', () => {
    expect(cellOf({ declined: 1, silent: 1 }, { coming: 2, waiting: 1 })).toEqual({
      state: 'coming',
      coming: 2,
      waiting: 1,
    });
    expect(cellOf({ waiting: 1, declined: 1 }, { coming: 0, waiting: 1 }).state).toBe('waiting');
  });

  it.each<[StateCounts, string]>([
    [{}, 'none'],
    [{ silent: 1, declined: 1 }, 'silent'],
    [{ substitute: 1, silent: 1 }, 'substitute'],
    [{ substitute: 1, declined: 1 }, 'declined'],
    [{ substitute: 1, undeliverable: 1 }, 'undeliverable'],
    [{ undeliverable: 1, declined: 1 }, 'undeliverable'],
    [{ withdrawn: 1 }, 'withdrawn'],
    [{ substitute: 1 }, 'substitute'],
  ])('with the answers %j is %s', (counts, state) => {
    expect(cellOf(counts, NOBODY).state).toBe(state);
  });
});
