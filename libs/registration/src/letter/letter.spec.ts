import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { askQuestions } from '../../../../test/builders/choices.js';
import { planEvent } from '../../../../test/builders/events.js';
import { type House, openHouse } from '../../../../test/builders/house.js';
import { mailsTo, managePath, type Received } from '../../../../test/builders/mails.js';
import { aPerson, register } from '../../../../test/builders/people.js';
import { Clerk } from '../desk/clerk.service.js';
import { RegistrationService } from '../registration.service.js';
import { DeskRulesService } from '../rules/desk-rules.service.js';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

describe('The mails about a registration', () => {
  it('bring the appointment as an invitation to exactly the recipient, sent by the organizer', async () => {
    const { slug } = await planEvent(house);
    await register(house, slug, aPerson(1, { email: 'eins@stadt.test' }));
    const [mail] = await mailsTo(house, 'eins@stadt.test');
    expect(mail?.subject).toBe('Angemeldet: Sichere Plätze');
    expect(mail?.text).toContain('Guten Tag Alma Beispiel 1,');
    expect(mail?.text).toContain('Montag, 25. Januar 2027, 10:00–12:00 Uhr (MEZ)');
    expect(mail?.calendar?.type).toMatch(/method="?REQUEST/i);
    const event = entry(mail);
    expect(event.method).toBe('REQUEST');
    expect(event.attendees).toEqual(['MAILTO:eins@stadt.test']);
    expect(event.organizer).toBe('mailto:office@forum.test');
    expect(event.start).toBe('2027-01-25T10:00:00');
  });

  it('speak the recipient’s language', async () => {
    const { slug } = await planEvent(house);
    await register(house, slug, aPerson(2, { email: 'deux@ville.test', language: 'fr' }));
    await register(house, slug, aPerson(3, { email: 'three@city.test', language: 'en' }));
    const [french] = await mailsTo(house, 'deux@ville.test');
    const [english] = await mailsTo(house, 'three@city.test');
    expect(french?.subject).toBe('Inscription confirmée : Des places sûres');
    expect(french?.text).toContain('Votre inscription est confirmée.');
    expect(english?.text).toContain('You are registered.');
  });

  it('tell the waiting their position, and those who move up that they have', async () => {
    const { slug } = await planEvent(house, {}, { online: 1 });
    const first = await register(house, slug, aPerson(4));
    await register(house, slug, aPerson(5, { email: 'wartend@stadt.test' }));
    await house.get(RegistrationService).withdraw(first.registrationId!, { actor: 'participant' });
    const [waiting, promoted] = await mailsTo(house, 'wartend@stadt.test');
    expect(waiting?.text).toContain('Warteliste, Stelle 1');
    expect(waiting?.calendar).toBeUndefined();
    expect(promoted?.text).toContain('Sie sind nachgerückt und jetzt angemeldet.');
    expect(entry(promoted).method).toBe('REQUEST');
  });

  it('take the appointment away only when the last colleague of a shared mailbox leaves', async () => {
    const { slug } = await planEvent(house);
    const shared = { email: 'amt@stadt.test' };
    const people = [
      aPerson(6, { ...shared, firstName: 'Ina' }),
      aPerson(7, { ...shared, firstName: 'Omar' }),
    ];
    for (const person of people) await register(house, slug, person);
    const service = house.get(RegistrationService);
    const ids = await house.manager.query(
      "SELECT id FROM registration WHERE email = 'amt@stadt.test' ORDER BY id",
    );
    for (const { id } of ids) await service.withdraw(id, { actor: 'participant' });
    const mails = await mailsTo(house, 'amt@stadt.test');
    const [first, second, left, last] = mails;
    expect(mails).toHaveLength(4);
    expect(left?.calendar).toBeUndefined();
    expect(entry(last)).toMatchObject({ method: 'CANCEL', status: 'CANCELLED', uid: entry(first).uid });
    expect(entry(last).sequence).toBeGreaterThan(entry(second).sequence);
  });

  it('attach all dates of a series as one ordinary file', async () => {
    const days = ['2027-02-09', '2027-03-09', '2027-04-13'];
    const dates = days.map((day) => ({ starts: `${day}T10:00`, ends: `${day}T12:00` }));
    const { slug } = await planEvent(house, { kind: 'training', dates });
    await register(house, slug, aPerson(8, { email: 'reihe@stadt.test' }));
    const [mail] = await mailsTo(house, 'reihe@stadt.test');
    const calendar = new ICAL.Component(ICAL.parse(mail?.calendar?.content ?? ''));
    const starts = calendar
      .getAllSubcomponents('vevent')
      .map((one) => new ICAL.Event(one).startDate.toJSDate().toISOString());
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
    expect(starts).toEqual([
      '2027-02-09T09:00:00.000Z',
      '2027-03-09T09:00:00.000Z',
      '2027-04-13T08:00:00.000Z',
    ]);
    expect(mail?.text).toContain('2. Termin');
  });

  it('go to a second address as a copy, with the appointment as a file that nobody is invited by', async () => {
    const { slug } = await planEvent(house);
    await copied(slug, 'vorzimmer@stadt.test', 9);
    const [copy] = await mailsTo(house, 'vorzimmer@stadt.test');
    expect(copy?.text).toContain('Dies ist eine Kopie der E-Mail an person9@stadt9.test.');
    expect(entry(copy)).toMatchObject({ method: 'PUBLISH', attendees: [] });
  });

  it('change and take back the appointment of the second address too, once nobody is left', async () => {
    const { slug } = await planEvent(house, { format: 'hybrid' });
    const copies = 'Sekretariat@stadt.test';
    const onsite = { attendance: 'onsite' } as const;
    const [ina, omar] = [await copied(slug, copies, 21, onsite), await copied(slug, copies, 22, onsite)];
    const service = house.get(RegistrationService);
    await service.change(ina, { actor: 'participant', attendance: 'online' });
    for (const id of [ina, omar]) await service.withdraw(id, { actor: 'participant' });
    const [first, second, changed, left, last] = await mailsTo(house, copies);
    const sequences = [first, second, changed].map((mail) => entry(mail).sequence);
    expect(sequences).toEqual([0, 1, 2]);
    expect(entry(changed)).toMatchObject({ method: 'PUBLISH', uid: entry(first).uid });
    expect(left?.calendar).toBeUndefined();
    expect(entry(last)).toMatchObject({ method: 'CANCEL', status: 'CANCELLED', sequence: 3, attendees: [] });
    expect(entry(last)).toMatchObject({ uid: entry(first).uid, organizer: 'mailto:office@forum.test' });
    // Who comes later by the same secretariat is news to its calendar.
    await copied(slug, copies, 23, onsite);
    expect(entry((await mailsTo(house, copies)).at(-1))).toMatchObject({ method: 'PUBLISH', sequence: 4 });
  });

  it('name the sessions chosen in the appointment, of all who share a calendar, and again when they change', async () => {
    const items = [
      { starts: '2027-01-25T10:30', ends: '2027-01-25T11:00', title: { de: 'Rundgang' } },
      { title: { de: 'Werkstatt' } },
    ];
    const { id, slug } = await planEvent(house, { items });
    const sessions: { id: string }[] = await house.manager.query(
      'SELECT id FROM event_item WHERE event_id = $1 ORDER BY position',
      [id],
    );
    const [walk, work] = sessions.map((one) => one.id) as [string, string];
    await house.get(DeskRulesService).saveSessions(
      id,
      [walk, work].map((itemId) => ({ itemId, capacity: 5 })),
      'account:1',
    );
    const email = 'beide@stadt.test';
    const ina = aPerson(26, { email, firstName: 'Ina', lastName: 'Alt', sessions: [walk] });
    const { registrationId } = await register(house, slug, ina);
    const [alone] = await mailsTo(house, email);
    expect(entry(alone).description).toContain(
      'Programmpunkt: Rundgang, Montag, 25. Januar 2027, 10:30–11:00 Uhr (MEZ)',
    );
    const copies = 'vorzimmer26@stadt.test';
    const omar = aPerson(27, { email, firstName: 'Omar', lastName: 'Neu', sessions: [work] });
    await house
      .get(RegistrationService)
      .register(slug, { people: [omar], copyTo: copies }, { actor: 'participant', language: 'de' });
    const shared = entry((await mailsTo(house, email)).at(-1)).description;
    expect(shared).toContain('Ina Alt: Rundgang, Montag');
    expect(shared).toContain('Omar Neu: Werkstatt');
    const copy = entry((await mailsTo(house, copies)).at(-1)).description;
    expect(copy).toContain('Omar Neu: Werkstatt');
    expect(copy).not.toContain('Ina');

    const change = { actor: 'participant', sessions: [work] };
    await house.get(RegistrationService).change(registrationId as string, change);
    const changed = entry((await mailsTo(house, email)).at(-1));
    expect(changed).toMatchObject({ method: 'REQUEST', sequence: 2 });
    expect(changed.description).toContain('Ina Alt: Werkstatt');
    expect(changed.description).not.toContain('Rundgang');
  });

  it('leave the appointment where somebody comes who has it by a copy, or by their own registration', async () => {
    const { slug } = await planEvent(house);
    const office = 'leitung@stadt.test';
    const own = (await register(house, slug, aPerson(24, { email: office }))).registrationId as string;
    const colleague = await copied(slug, office, 25);
    const service = house.get(RegistrationService);
    await service.withdraw(own, { actor: 'participant' });
    await service.withdraw(colleague, { actor: 'participant' });
    const mails = (await mailsTo(house, office)).slice(2);
    expect(mails.map((mail) => mail.calendar && entry(mail).method)).toEqual([undefined, 'CANCEL']);
  });

  it('carry a link that opens the registration, and keep it out of what the office sees', async () => {
    const { slug } = await planEvent(house);
    await register(house, slug, aPerson(10, { email: 'zehn@stadt.test' }));
    const [mail] = await mailsTo(house, 'zehn@stadt.test');
    const token = managePath(mail!).split('/').at(-1)!;
    const { registration } = await house.get(RegistrationService).byLink(token);
    expect(registration.email).toBe('zehn@stadt.test');
    const [kept] = await house.manager.query(
      "SELECT body_text, body_html FROM message WHERE to_address = 'zehn@stadt.test'",
    );
    expect(kept.body_text).toContain(registration.reference);
    expect(kept.body_text + kept.body_html).not.toContain(token);
  });

  it('tell who waits that a place will be offered, and the offer until when it holds and with which sessions', async () => {
    const { id, slug } = await planEvent(house, { items: [{ title: { de: 'Rundgang' } }] }, { online: 1 });
    const rules = house.get(DeskRulesService);
    const [{ itemId }] = await house.manager.query(
      'SELECT id AS "itemId" FROM event_item WHERE event_id = $1',
      [id],
    );
    await rules.save(id, { promotion: 'offer' }, 'account:1');
    await rules.saveSessions(id, [{ itemId, capacity: 5 }], 'account:1');
    const first = await register(house, slug, aPerson(12));
    await register(house, slug, aPerson(13, { email: 'dreizehn@stadt.test', sessions: [itemId] }));
    const [waiting] = await mailsTo(house, 'dreizehn@stadt.test');
    await house.get(RegistrationService).withdraw(first.registrationId!, { actor: 'participant' });
    const offered = (await mailsTo(house, 'dreizehn@stadt.test')).at(-1);
    expect(waiting?.text).toContain('bieten wir ihn Ihnen per E-Mail an;');
    expect(waiting?.text).toContain('Programmpunkt, gewünscht: Rundgang');
    expect(offered?.subject).toBe('Platz frei, bitte antworten: Sichere Plätze');
    expect(offered?.text).toContain('bis Mittwoch, 6. Januar 2027, 10:00 Uhr (MEZ) an');
    expect(offered?.text).toContain('Programmpunkt: Rundgang');
    expect(offered?.calendar).toBeUndefined();
  });

  it('promise an offer to nobody who begins to wait when none is made any more', async () => {
    const starts = house.clock.now().add({ hours: 47 }).toZonedDateTimeISO('Europe/Berlin').toPlainDateTime();
    const local = (at: Temporal.PlainDateTime) => at.toString({ smallestUnit: 'minute' });
    const dates = [{ starts: local(starts), ends: local(starts.add({ hours: 2 })) }];
    const { id, slug } = await planEvent(house, { dates }, { online: 1 });
    await house.get(DeskRulesService).save(id, { promotion: 'offer' }, 'account:1');
    const first = await register(house, slug, aPerson(14));
    await register(house, slug, aPerson(15, { email: 'spaet@stadt.test' }));
    await house.get(RegistrationService).withdraw(first.registrationId!, { actor: 'participant' });
    const [waiting, promoted] = await mailsTo(house, 'spaet@stadt.test');
    expect(waiting?.text).toContain('Wird einer frei, rücken Sie automatisch nach.');
    expect(promoted?.text).toContain('Sie sind nachgerückt und jetzt angemeldet.');
  });

  it('tell whose offer lapsed that one can come again, but not to what is by invitation', async () => {
    for (const audience of ['public', 'invited'] as const) {
      const { id, slug } = await planEvent(house, { audience }, { online: 1 });
      await house.get(DeskRulesService).save(id, { promotion: 'offer' }, 'account:1');
      const byOffice = { byOffice: true };
      const first = await register(house, slug, aPerson(16), byOffice);
      await register(house, slug, aPerson(17, { email: `${audience}@stadt.test` }), byOffice);
      await house.get(RegistrationService).withdraw(first.registrationId!, { actor: 'participant' });
    }
    const present = house.clock.now();
    house.clock.advance({ hours: 24 * 5 });
    await house.get(Clerk).lookAround();
    const [open, closed] = [
      await mailsTo(house, 'public@stadt.test'),
      await mailsTo(house, 'invited@stadt.test'),
    ];
    expect(open.at(-1)?.text).toContain('können Sie sich neu anmelden.');
    expect(closed.at(-1)?.text).toContain('Das Angebot ist verfallen');
    expect(closed.at(-1)?.text).not.toContain('neu anmelden');
    house.clock.set(present.toString());
  });

  it('ask who comes in another’s place to answer what the event needs answered', async () => {
    const asks = 'Fragen, die Sie noch nicht beantwortet haben';
    for (const required of [true, false]) {
      const { id, slug } = await planEvent(house);
      const email = `ersatz-${required}@stadt.test`;
      const { registrationId } = await register(house, slug, aPerson(18));
      await askQuestions(house, id, [{ required }]);
      const { firstName, lastName } = aPerson(19);
      const person = { email, firstName, lastName, language: 'de' as const };
      const swap = { verb: 'swap', eventId: id, registrationId: registrationId!, person } as const;
      await house.get(RegistrationService).ask({ ...swap, actor: 'participant' });
      const [mail] = await mailsTo(house, email);
      expect(mail?.text.includes(asks)).toBe(required);
    }
    const [newcomer] = await mailsTo(house, aPerson(18).email);
    expect(newcomer?.text).not.toContain(asks);
  });

  it('say the same in text and in HTML', async () => {
    const { slug } = await planEvent(house);
    await register(house, slug, aPerson(11, { email: 'elf@stadt.test', organization: 'Amt <b>&</b> Co' }));
    const [mail] = await mailsTo(house, 'elf@stadt.test');
    for (const said of ['Sie sind angemeldet.', 'Kennung', 'Impressum']) {
      expect(mail?.text).toContain(said);
      expect(mail?.html).toContain(said);
    }
    expect(mail?.html).toContain('Amt &lt;b>&amp;&lt;/b> Co');
  });
});

/** Registers somebody with a second address that gets copies; answers the registration's id. */
async function copied(
  slug: string,
  copyTo: string,
  number: number,
  changes: Parameters<typeof aPerson>[1] = {},
): Promise<string> {
  const party = { people: [aPerson(number, changes)], copyTo };
  const asking = { actor: 'participant', language: 'de' as const };
  const { people } = await house.get(RegistrationService).register(slug, party, asking);
  return people[0]?.registrationId as string;
}

/** The one entry of a mail's calendar part. */
function entry(mail: Received | undefined) {
  const calendar = new ICAL.Component(ICAL.parse(mail?.calendar?.content ?? ''));
  const component = calendar.getFirstSubcomponent('vevent');
  if (!component) throw new Error('The mail has no appointment');
  const event = new ICAL.Event(component);
  return {
    method: calendar.getFirstPropertyValue('method'),
    uid: event.uid,
    sequence: event.sequence,
    status: component.getFirstPropertyValue('status'),
    start: event.startDate.toString(),
    description: event.description,
    organizer: event.organizer,
    attendees: event.attendees.map((one) => one.getFirstValue()),
  };
}
