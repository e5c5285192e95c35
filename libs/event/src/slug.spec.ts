import { describe, expect, it } from '@jest/globals';
import { freeSlug, slugOf } from './slug.js';

describe('The address of an event', () => {
  it.each([
    ['Austausch für Städte: „Größe“ & Maß', 'austausch-fuer-staedte-groesse-mass'],
    ['Réunion d’échange à Besançon', 'reunion-d-echange-a-besancon'],
    ['Łódź  –  İstanbul', 'odz-istanbul'],
    ['Обмен опытом', 'exchange'],
    ['!', 'exchange'],
  ])('spells "%s" with plain letters', (title, slug) => {
    expect(slugOf(title, '2027-01-14', 'exchange')).toBe(`${slug}-2027-01-14`);
  });

  it('ends with a whole word and stays within what an address may be', () => {
    const long = slugOf('Sicherheit im öffentlichen Raum '.repeat(5), '2027-01-14', 'workshop');
    expect(long).toMatch(/^sicherheit-im-.*-(sicherheit|im|oeffentlichen|raum)-2027-01-14$/);
    expect(long.length).toBeLessThanOrEqual(91);
    expect(slugOf('x'.repeat(300), '2027-01-14', 'workshop')).toHaveLength(91);
  });

  it('gets a number where it is taken', () => {
    const taken = new Set(['austausch', 'austausch-2']);
    expect(freeSlug('austausch', taken)).toBe('austausch-3');
    expect(freeSlug('workshop', taken)).toBe('workshop');
  });
});
