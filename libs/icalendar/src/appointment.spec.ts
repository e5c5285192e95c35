import { describe, expect, it } from '@jest/globals';
import { anEntry } from '../test/entry.js';
import { read } from '../test/reader.js';
import { mistakesIn } from '../test/strictly-valid.js';
import { type Appointment, cancellation, feed, invitation } from './index.js';

function anAppointment(facts: Partial<Appointment> = {}): Appointment {
  return {
    entry: anEntry(),
    organizer: { name: 'Geschäftsstelle, Forum "Städte"', address: 'office@plenum.invalid' },
    attendee: { name: 'Zoë Müller; Amt 36', address: 'zoe.mueller+werkstatt@city.invalid' },
    ...facts,
  };
}

describe('An invitation', () => {
  it('puts the date of the feed into one calendar, accepted, with nothing to answer', () => {
    const text = invitation(anAppointment());
    const [entry] = read(text).entries;
    const [fed] = read(feed({ name: 'Programm', entries: [anEntry()] })).entries;

    expect(mistakesIn(text)).toEqual([]);
    expect(read(text).method).toBe('REQUEST');
    expect(entry).toEqual({
      ...fed,
      organizer: { name: 'Geschäftsstelle, Forum "Städte"', address: 'office@plenum.invalid' },
      attendees: 1,
      attendee: {
        name: 'Zoë Müller; Amt 36',
        address: 'zoe.mueller+werkstatt@city.invalid',
        answer: 'ACCEPTED',
        asked: 'FALSE',
      },
    });
  });

  it('reaches an address with unusual characters', () => {
    const address = `"o'neil, müller; \\"%41"@straße.invalid`;
    const text = invitation(anAppointment({ attendee: { name: '', address } }));

    expect(mistakesIn(text)).toEqual([]);
    expect(read(text).entries[0]?.attendee).toMatchObject({ name: address, address });
  });

  it('is not made for a date that is cancelled', () => {
    expect(() => invitation(anAppointment({ entry: anEntry({ status: 'CANCELLED' }) }))).toThrow(RangeError);
  });
});

describe('A cancellation', () => {
  it('takes the same date out of the calendar, although the date itself may go on', () => {
    const entry = anEntry({ sequence: 3, status: 'CONFIRMED' });
    const text = cancellation(anAppointment({ entry }));

    expect(mistakesIn(text)).toEqual([]);
    expect(read(text).method).toBe('CANCEL');
    expect(read(text).entries[0]).toMatchObject({
      uid: entry.uid,
      sequence: 3,
      status: 'CANCELLED',
      organizer: { address: 'office@plenum.invalid' },
      attendee: { address: 'zoe.mueller+werkstatt@city.invalid', asked: 'FALSE' },
    });
  });
});
