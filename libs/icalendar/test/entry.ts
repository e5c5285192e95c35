import type { CalendarEntry } from '../src/entry.js';

/** An entry as the programme has many; a test names only what it is about. */
export function anEntry(facts: Partial<CalendarEntry> = {}): CalendarEntry {
  return {
    uid: 'date-1@plenum.invalid',
    sequence: 2,
    start: Temporal.ZonedDateTime.from('2027-03-10T10:00[Europe/Berlin]'),
    end: Temporal.ZonedDateTime.from('2027-03-10T16:30[Europe/Berlin]'),
    status: 'CONFIRMED',
    summary: 'Werkstatt: Hitze in der Stadt',
    description: 'Treffpunkt am Haupteingang.\nBitte Schuhe für draußen mitbringen.',
    location: 'Rathaus, Großer Saal; Marktplatz 1',
    url: 'https://plenum.invalid/events/hitze?lang=de',
    categories: ['Werkstatt', 'Klima, Gesundheit'],
    created: Temporal.Instant.from('2026-11-02T08:15:00Z'),
    changed: Temporal.Instant.from('2027-01-20T13:45:30Z'),
    ...facts,
  };
}
