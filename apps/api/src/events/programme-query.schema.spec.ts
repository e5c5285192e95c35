import { describe, expect, it } from '@jest/globals';
import { fieldErrors } from '#language';
import { toCursor } from './cursor.js';
import { programmeQuery } from './programme-query.schema.js';

const asked = (query: Record<string, unknown>) => programmeQuery.parse(query);
const wrong = (query: Record<string, unknown>) => {
  const { error } = programmeQuery.safeParse(query);
  return error ? fieldErrors(error).map(({ field }) => field) : [];
};

describe('A question about the programme', () => {
  it('names kinds with commas or by repeating', () => {
    expect(asked({ kind: 'workshop,training' }).kind).toEqual(['workshop', 'training']);
    expect(asked({ kind: ['workshop', 'training'] }).kind).toEqual(['workshop', 'training']);
    expect(asked({}).kind).toBeUndefined();
  });

  it('means whole days in the zone of the association, the last one included', () => {
    const { from, until } = asked({ from: '2027-03-28', until: '2027-03-28' });

    expect(from?.toString()).toBe('2027-03-27T23:00:00Z');
    expect(until?.toString()).toBe('2027-03-28T22:00:00Z');
  });

  it('may name a moment instead', () => {
    expect(asked({ from: '2027-01-31T10:00:00+01:00' }).from?.toString()).toBe('2027-01-31T09:00:00Z');
    expect(asked({ until: '2027-01-31T10:00Z' }).until?.toString()).toBe('2027-01-31T10:00:00Z');
  });

  it('goes on where the page before ended', () => {
    const place = '1798880400000~01a20481-bd8b-7a41-af84-7ab4aa308cdb';

    expect(asked({ cursor: toCursor(place) }).cursor).toBe(place);
  });

  it.each([
    [{ kind: 'webinar' }, ['kind.0']],
    [{ kind: '' }, ['kind.0']],
    [{ from: '2027-02-30' }, ['from']],
    [{ from: '0000-01-01' }, ['from']],
    [{ from: '27.01.2027' }, ['from']],
    [{ from: '2027-01-31T10:00' }, ['from']],
    [{ until: '2027-01-31T25:00Z' }, ['until']],
    [{ until: ['2027-01-31', '2027-02-01'] }, ['until']],
    [{ limit: '0' }, ['limit']],
    [{ limit: '101' }, ['limit']],
    [{ limit: '1e1' }, ['limit']],
    [{ cursor: toCursor("1~'; DROP TABLE event") }, ['cursor']],
    [{ cursor: '' }, ['cursor']],
    [{ lang: 'it' }, ['lang']],
    [{ page: '2' }, ['page']],
  ])('is refused if it says %j', (query, fields) => {
    expect(wrong(query)).toEqual(fields);
  });
});
