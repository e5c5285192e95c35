import { describe, expect, it } from '@jest/globals';
import { type Conditions, isUnchanged, toHttpDate } from './unchanged.js';

const validators = { etag: '"7.de.gzip"', lastModified: Temporal.Instant.from('2027-01-04T09:00:00Z') };
const unchanged = (conditions: Conditions) => isUnchanged(conditions, validators);
const tag = (value: string) => unchanged({ 'if-none-match': value });
const since = (value: string) => unchanged({ 'if-modified-since': value });

describe('What a client already has', () => {
  it.each(['"7.de.gzip"', 'W/"7.de.gzip"', '"6.de.gzip", "7.de.gzip"', 'W/"6", W/"7.de.gzip"', ' * '])(
    'is told by its tag: %s',
    (held) => expect(tag(held)).toBe(true),
  );

  it.each(['"7.de.br"', '"7.de.gzip', '7.de.gzip', '"7.de.gzip "', '""', ''])('is not told by %s', (held) =>
    expect(tag(held)).toBe(false),
  );

  it.each([
    'Mon, 04 Jan 2027 09:00:00 GMT',
    'Mon, 04 Jan 2027 09:00:01 GMT',
    'Monday, 04-Jan-27 09:00:00 GMT',
    'Mon Jan  4 09:00:00 2027',
  ])('is told by its date: %s', (date) => expect(since(date)).toBe(true));

  it.each([
    'Mon, 04 Jan 2027 08:59:59 GMT',
    'Mon, 04 Jan 2027 10:00:00 +0100',
    '2027-01-04T09:00:00Z',
    '2028',
    'Mon, 99 Jan 2027 09:00:00 GMT',
    'yesterday',
    '',
  ])('is not told by the date %s', (date) => expect(since(date)).toBe(false));

  it('is told by the tag alone where both are sent', () => {
    const late = 'Tue, 05 Jan 2027 09:00:00 GMT';

    expect(unchanged({ 'if-none-match': '"6.de.gzip"', 'if-modified-since': late })).toBe(false);
  });

  it('is unknown of a client that says nothing', () => {
    expect(unchanged({})).toBe(false);
  });

  it('has the date that we say', () => {
    expect(since(toHttpDate(validators.lastModified))).toBe(true);
  });
});
