import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import writeXlsxFile from 'write-excel-file/node';
import { AuditService } from '#audit';
import { PlanningService } from '#event';
import { planEvent } from '../../../../test/builders/events.js';
import { type House, openHouse } from '../../../../test/builders/house.js';
import { aPerson, register } from '../../../../test/builders/people.js';
import { RegistrationService } from '../registration.service.js';
import { recountSeats } from '../verify.js';
import { ListImport, MOST_LISTED } from './list-import.service.js';

let house: House;
let lists: ListImport;
beforeAll(async () => {
  house = await openHouse();
  lists = house.get(ListImport);
});
afterAll(() => house.close());

const HEADING = 'Vorname;Nachname;E-Mail;Organisation;Sprache';
const applying = { actor: 'account:1', from: 'Stadt Nord' };

describe('A partner’s list', () => {
  it('registers everybody in it whatever the window says, tells each who gave their name, and is written down', async () => {
    const closesAt = Temporal.Instant.from('2027-01-01T00:00:00Z');
    const { id } = await planEvent(house, { closesAt, audience: 'members' });
    const preview = await lists.preview(
      id,
      csv(HEADING, 'Ina;Nord;ina@nord.test;Nordstadt;Deutsch', 'Omar;Süd;omar@sued.test;;English'),
    );
    expect(preview).toMatchObject({ counts: { new: 2, wrong: 0 }, missing: [], ignored: [], waiting: 0 });
    expect(await rows(id)).toEqual([]);
    expect(await lists.apply(id, preview.id!, applying)).toBe(2);
    expect(await rows(id)).toEqual([
      'Ina Nord ina@nord.test Nordstadt de confirmed Stadt Nord',
      'Omar Süd omar@sued.test - en confirmed Stadt Nord',
    ]);
    expect(await mails(id)).toEqual(['ina@nord.test', 'omar@sued.test']);
    const [deed] = await house.get(AuditService).of({ type: 'event', id });
    expect(deed).toMatchObject({
      actor: 'account:1',
      action: 'registration.import',
      after: { fileName: 'list.csv', from: 'Stadt Nord', new: 2 },
    });
  });

  it('changes nothing when it is taken over again, by the same button or as the same file', async () => {
    const { id } = await planEvent(house);
    const file = csv(HEADING, 'Ina;Nord;ina@nord.test;;', 'Omar;Süd;omar@sued.test;;');
    const { id: first } = await lists.preview(id, file);
    const both = await Promise.all([1, 2].map(() => lists.apply(id, first!, applying)));
    expect(both.sort()).toEqual([0, 2]);
    expect(await lists.apply(id, first!, applying)).toBe(0);
    expect(await lists.byId(id, first!)).toMatchObject({ isApplied: true });
    const again = await lists.preview(id, file);
    expect(again).toMatchObject({ counts: { new: 0, known: 2 }, isApplied: false });
    expect(await lists.apply(id, again.id!, applying)).toBe(0);
    expect(await rows(id)).toHaveLength(2);
    expect(await mails(id)).toHaveLength(2);
    expect(await house.get(AuditService).of({ type: 'event', id })).toHaveLength(1);
    expect(await recountSeats(house.manager)).toEqual([]);
  });

  it('counts nobody twice: who is on the list, stands twice in the file or has left', async () => {
    const { id, slug } = await planEvent(house);
    await register(house, slug, person('Ina', 'Nord', 'ina@nord.test'));
    const gone = await register(house, slug, person('Omar', 'Süd', 'omar@sued.test'));
    await house.get(RegistrationService).withdraw(gone.registrationId!, { actor: 'participant' });
    const back = await register(house, slug, person('Eva', 'West', 'eva@west.test'));
    await house.get(RegistrationService).withdraw(back.registrationId!, { actor: 'participant' });
    await register(house, slug, person('Eva', 'West', 'eva@west.test'));
    const preview = await lists.preview(
      id,
      csv(
        HEADING,
        'INA;Nord ;Ina@Nord.test;;',
        'Omar;Süd;omar@sued.test;;',
        'Eva;West;eva@west.test;;',
        'Ute;Ost;amt@ost.test;;',
        'ute;OST;AMT@ost.test;;',
        'Kim;Ost;amt@ost.test;;',
        'Ina;Nord;ina.nord@privat.test;;',
      ),
    );
    expect(preview.lines.map(({ state, sameAs }) => [state, sameAs])).toEqual([
      ['known', undefined],
      ['left', undefined],
      ['known', undefined],
      ['new', undefined],
      ['double', 5],
      ['new', undefined],
      ['new', undefined],
    ]);
    expect(preview.lines.at(-1)?.namesake).toMatchObject({ email: 'ina@nord.test' });
    expect(await lists.apply(id, preview.id!, applying)).toBe(3);
    expect(await active(id)).toHaveLength(5);
  });

  it('takes nobody over while a line is wrong, and says of each line what is', async () => {
    const { id } = await planEvent(house, { format: 'hybrid' });
    const preview = await lists.preview(
      id,
      csv(
        'first name,last name,e-mail,attendance,language,Bemerkung',
        'Ina,Nord,ina@nord.test,in person,fr,x',
        ',Nord,ina(at)nord.test,,Klingonisch,',
        `${'x'.repeat(101)},Süd,sued@sued.test,Mars,,`,
      ),
    );
    expect(preview.id).toBeUndefined();
    expect(preview).toMatchObject({ counts: { new: 1, wrong: 2 }, ignored: ['Bemerkung'] });
    expect(preview.lines[0]).toMatchObject({ attendance: 'onsite', language: 'fr' });
    expect(
      preview.lines.slice(1).map(({ errors }) => errors.map(({ column, key }) => `${column} ${key}`)),
    ).toEqual([
      ['attendance field.required', 'firstName field.required', 'email field.email', 'language import.word'],
      ['attendance import.word', 'firstName field.tooLong'],
    ]);
  });

  it('names the columns that it needs and does not have', async () => {
    const { id } = await planEvent(house, { format: 'hybrid' });
    const preview = await lists.preview(id, csv('Nachname;Stadt', 'Nord;Nordstadt'));
    expect(preview.id).toBeUndefined();
    expect(preview).toMatchObject({ missing: ['firstName', 'email', 'attendance'], lines: [] });
  });

  it('is refused with its limit when it is too long, and as unreadable when it is no list', async () => {
    const { id } = await planEvent(house);
    const long = Array.from({ length: MOST_LISTED + 1 }, (_, n) => `A;B${n};b${n}@x.test;;`);
    await expect(lists.preview(id, csv(HEADING, ...long))).rejects.toMatchObject({
      name: 'TooManyLines',
      values: { max: MOST_LISTED },
    });
    await expect(lists.preview(id, { name: 'x', content: Buffer.from([0, 1, 2]) })).rejects.toMatchObject({
      name: 'FileUnreadable',
    });
    await expect(lists.byId(id, '00000000-0000-7000-8000-000000000000')).rejects.toMatchObject({
      name: 'PreviewUnknown',
    });
  });

  it('takes a thousand people at once, those without a seat to the waiting list in the list’s order', async () => {
    const { id } = await planEvent(house, {}, { online: 990 });
    const lines = Array.from({ length: MOST_LISTED }, (_, n) => `Person;${n};p${n}@x.test;;`);
    const preview = await lists.preview(id, csv(HEADING, ...lines));
    expect(preview).toMatchObject({ counts: { new: MOST_LISTED }, waiting: 10 });
    expect(await lists.apply(id, preview.id!, { ...applying, silent: true })).toBe(MOST_LISTED);
    const waiting = await house.manager.query(
      `SELECT last_name FROM registration WHERE event_id = $1 AND status = 'waitlisted' ORDER BY line`,
      [id],
    );
    expect(waiting.map((row: { last_name: string }) => Number(row.last_name))).toEqual(
      Array.from({ length: 10 }, (_, n) => 990 + n),
    );
    expect(await mails(id)).toEqual([]);
    expect(await recountSeats(house.manager)).toEqual([]);
  });

  it('leaves everything as it is when the event is cancelled before it is taken over', async () => {
    const { id } = await planEvent(house);
    const preview = await lists.preview(id, csv(HEADING, 'Ina;Nord;ina@nord.test;;'));
    await house.get(PlanningService).revise(id, { event: { status: 'cancelled' } });
    await expect(lists.apply(id, preview.id!, applying)).rejects.toMatchObject({ name: 'EventCancelled' });
    expect(await rows(id)).toEqual([]);
    expect(await house.get(AuditService).of({ type: 'event', id })).not.toContainEqual(
      expect.objectContaining({ action: 'registration.import' }),
    );
  });

  it('is of the event for which it was looked at, and unknown at any other', async () => {
    const [one, other] = [await planEvent(house), await planEvent(house)];
    const { id } = await lists.preview(one.id, csv(HEADING, 'Ina;Nord;ina@nord.test;;'));
    await expect(lists.byId(other.id, id!)).rejects.toMatchObject({ name: 'PreviewUnknown' });
    await expect(lists.apply(other.id, id!, applying)).rejects.toMatchObject({ name: 'PreviewUnknown' });
    expect(await rows(other.id)).toEqual([]);
    expect(await lists.apply(one.id, id!, applying)).toBe(1);
  });

  it('registers nobody without its being written down', async () => {
    const { id } = await planEvent(house);
    const preview = await lists.preview(id, csv(HEADING, 'Ina;Nord;ina@nord.test;;'));
    await house.manager.query(
      "ALTER TABLE audit_entry ADD CONSTRAINT unwritable CHECK (action <> 'registration.import') NOT VALID",
    );
    try {
      await expect(lists.apply(id, preview.id!, applying)).rejects.toThrow('unwritable');
    } finally {
      await house.manager.query('ALTER TABLE audit_entry DROP CONSTRAINT unwritable');
    }
    expect(await rows(id)).toEqual([]);
    expect(await lists.apply(id, preview.id!, applying)).toBe(1);
  });

  it('does not bring back who withdraws after it was taken over', async () => {
    const { id } = await planEvent(house);
    const file = csv(HEADING, 'Ina;Nord;ina@nord.test;;');
    const { id: first } = await lists.preview(id, file);
    await lists.apply(id, first!, applying);
    const [row] = await house.manager.query('SELECT id FROM registration WHERE event_id = $1', [id]);
    await house.get(RegistrationService).withdraw(row.id, { actor: 'participant' });
    expect(await lists.apply(id, first!, applying)).toBe(0);
    expect((await lists.preview(id, file)).counts).toMatchObject({ new: 0, left: 1 });
    expect(await active(id)).toEqual([]);
  });

  it('can be a workbook, and its cells are taken as text', async () => {
    const { id } = await planEvent(house);
    const content = await writeXlsxFile(
      [
        ['Prénom', 'Nom', 'Adresse e-mail'],
        ['Zoé', '=HYPERLINK("x")', 'zoe@ouest.test'],
      ].map((cells) => cells.map((value) => ({ value, type: String }))),
    ).toBuffer();
    const preview = await lists.preview(id, { name: 'liste.xlsx', content });
    expect(preview.lines).toMatchObject([{ firstName: 'Zoé', lastName: '=HYPERLINK("x")', state: 'new' }]);
  });
});

const csv = (...lines: string[]) => ({ name: 'list.csv', content: Buffer.from(lines.join('\r\n')) });

const person = (firstName: string, lastName: string, email: string) =>
  aPerson(1, { firstName, lastName, email });

async function rows(eventId: string): Promise<string[]> {
  const found: Record<string, string>[] = await house.manager.query(
    `SELECT concat_ws(' ', first_name, last_name, email, coalesce(organization, '-'), language, status, registered_by) AS line
     FROM registration WHERE event_id = $1 ORDER BY email`,
    [eventId],
  );
  return found.map((row) => row.line!);
}

async function active(eventId: string): Promise<unknown[]> {
  return house.manager.query(
    `SELECT id FROM registration WHERE event_id = $1 AND status IN ('confirmed', 'waitlisted')`,
    [eventId],
  );
}

async function mails(eventId: string): Promise<string[]> {
  const found: { to_address: string }[] = await house.manager.query(
    'SELECT to_address FROM message WHERE event_id = $1 ORDER BY to_address',
    [eventId],
  );
  return found.map((row) => row.to_address);
}
