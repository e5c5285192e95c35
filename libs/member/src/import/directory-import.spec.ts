import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import writeXlsxFile from 'write-excel-file/node';
import { type House, openHouse } from '../../../../test/builders/house.js';
import { ContactService } from '../contact.service.js';
import { DirectoryExport } from '../directory-export.service.js';
import { MemberService } from '../member.service.js';
import { DirectoryImport } from './directory-import.service.js';
import { FileUnreadable, PreviewStale, PreviewUnknown, TooManyLines } from './refusals.js';

const OFFICE = 'account:019b0000-0000-7000-8000-000000000001';

let house: House;
let imports: DirectoryImport;
let members: MemberService;
beforeAll(async () => {
  house = await openHouse();
  imports = house.get(DirectoryImport);
  members = house.get(MemberService);
});
afterAll(() => house.close());

const file = (text: string, encoding: BufferEncoding = 'utf8') => ({
  name: 'Mitglieder.csv',
  content: Buffer.from(text, encoding),
});
const look = (text: string) => imports.preview(file(text));
async function takeOver(text: string) {
  const { id, lines } = await look(text);
  if (!id) throw new Error(JSON.stringify(lines.filter(({ state }) => state === 'wrong')));
  return imports.apply(id, OFFICE);
}
const errorsOf = async (text: string) =>
  (await look(text)).lines.flatMap(({ line, errors }) =>
    errors.map(({ column, key, values }) => [line, column, key, ...(values ? [values] : [])]),
  );
const memberNamed = async (search: string) => {
  const [found] = (await members.list({ search })).members;
  return members.byId(found!.id);
};

describe('A spreadsheet of members and contacts', () => {
  it('is taken over as a whole; the same file again changes nothing', async () => {
    const text = [
      'Mitglied;Art;Mitglied seit;ausgetreten am;Domain;Anschrift;Leitweg-ID;Vorname;Nachname;E-Mail;Telefon;Sprache;Funktion;Rolle',
      'Düsseldorf;Stadt;01.01.2015;;duesseldorf.test;"Marktplatz 1; 40213";04011000-1234512345-06;Alma;Moorbeck;alma@duesseldorf.test;+49 211 1;Deutsch;Präventionsrat;Koordination, Ersatz',
      'Düsseldorf;Stadt;01.01.2015;;duesseldorf.test;;;Béla;Ostrow;alma@duesseldorf.test;;Französisch;;',
      'Luckenwalde;Stadt;1.7.2016;31.12.2025;;;;;;;;;;',
    ].join('\r\n');
    expect(await takeOver(text)).toEqual({ new: 3, changed: 0, same: 0, wrong: 0 });
    expect(await memberNamed('düssel')).toMatchObject({
      member: { kind: 'city', postal: 'Marktplatz 1; 40213', leitwegId: '04011000-1234512345-06' },
      domains: ['duesseldorf.test'],
      memberships: [{ fromDay: '2015-01-01', untilDay: null }],
    });
    expect((await memberNamed('luckenw')).memberships).toMatchObject([{ untilDay: '2025-12-31' }]);
    expect(await house.get(ContactService).byAddress('alma@duesseldorf.test')).toMatchObject([
      { lastName: 'Moorbeck', phone: '+49 211 1', roles: ['coordinator', 'alternate'] },
      { lastName: 'Ostrow', language: 'fr' },
    ]);
    expect(await takeOver(text)).toEqual({ new: 0, changed: 0, same: 3, wrong: 0 });
  });

  it.each([
    [
      'with semicolons in Windows-1252',
      Buffer.from('Mitglied;Art;Mitglied seit\nGöß A;Stadt;01.02.2020\n', 'latin1'),
    ],
    [
      'with tabs in UTF-16',
      Buffer.from('\uFEFFMember\tKind\tMember since\nGöß B\tcity\t2020-02-01\n', 'utf16le'),
    ],
    ['with commas in UTF-8', Buffer.from('\uFEFFMembre depuis,Catégorie,Membre\n01/02/2020,Ville,Göß C\n')],
  ])('is read %s, its columns in any order and language', async (_, content) => {
    const { lines, id } = await imports.preview({ name: 'x.csv', content });
    expect(lines).toMatchObject([{ member: expect.stringMatching(/^Göß [ABC]$/), state: 'new', line: 2 }]);
    await imports.apply(id!, OFFICE);
    const { memberships } = await memberNamed(lines[0]!.member);
    expect(memberships).toMatchObject([{ fromDay: '2020-02-01' }]);
  });

  it('is read from a workbook, with real dates and numbers', async () => {
    const content = await writeXlsxFile([
      ['Mitglied', 'Art', 'Mitglied seit', 'Nachname', 'Telefon'].map((value) => ({ value })),
      [
        { value: 'Tabellenstadt' },
        { value: 'Landkreis' },
        { value: new Date('2021-03-01T00:00:00Z'), type: Date, format: 'dd.mm.yyyy' },
        { value: 'Weber' },
        { value: 4711, type: Number },
      ],
    ]).toBuffer();
    const { id } = await imports.preview({ name: 'x.xlsx', content });
    await imports.apply(id!, OFFICE);
    const { member, memberships } = await memberNamed('tabellenst');
    expect([member.kind, memberships[0]?.fromDay]).toEqual(['district', '2021-03-01']);
    expect(await house.get(ContactService).ofMember(member.id)).toMatchObject([{ phone: '4711' }]);
  });

  it('says what is wrong in each line, and then nothing of it is taken over', async () => {
    await takeOver('Mitglied;Art;Mitglied seit;Domain\nVorhanden;Stadt;2020-01-01;vorhanden.test');
    const head =
      'Mitglied;Art;Mitglied seit;ausgetreten am;Domain;Leitweg-ID;Nachname;E-Mail;Sprache;Rolle;Vorname';
    const text = [
      head,
      'Neustadt;Stadt;2021-01-01;;;;;;;;',
      'Ohneart;;;;;;;;;;',
      'Vorhanden;;2021-01-01;;;;;;;;',
      'Rückwärts;Stadt;2021-01-01;2020-12-31;;;;;;;',
      'Dieb;Stadt;2021-01-01;;vorhanden.test;;;;;;',
      'Prüf;Stadt;2021-01-01;;;04011000-1234512345-07;;;;;',
      'Neustadt;Stadt;31.02.2021;;;;Weber;weber@;Klingonisch;Chefin;',
      'Neustadt;;;;;;;;;;Alma',
    ].join('\n');
    expect(await errorsOf(text)).toEqual([
      [3, 'kind', 'field.required'],
      [3, 'since', 'field.required'],
      [4, 'since', 'directory.membership.overlaps', { from: Date.parse('2020-01-01T12:00Z'), until: 0 }],
      [5, 'since', 'directory.membership.backwards', { from: Date.parse('2021-01-01T12:00Z') }],
      [6, 'domains', 'directory.domain.claimed', { domain: 'vorhanden.test', name: 'Vorhanden' }],
      [7, 'leitwegId', 'directory.leitwegId.wrong'],
      [8, 'email', 'field.email'],
      [8, 'language', 'import.word', { word: 'Klingonisch' }],
      [8, 'roles', 'import.word', { word: 'Chefin' }],
      [8, 'since', 'import.word', { word: '31.02.2021' }],
      [9, 'lastName', 'field.required'],
    ]);
    expect((await look(text)).id).toBeUndefined();
    expect((await members.list({ search: 'neustadt' })).total).toBe(0);
  });

  it('must not contradict itself, because then the last line would win', async () => {
    expect(
      await errorsOf(
        [
          'Mitglied;Art;Mitglied seit;Nachname;Telefon;Funktion',
          'Zwiestadt;Stadt;2020-01-01;Weber;1;Amt',
          'Zwiestadt;Organisation;;Weber;2;',
          'Zwiestadt;;;Adler;;Amt',
        ].join('\n'),
      ),
    ).toEqual([
      [3, 'kind', 'import.contradiction', { line: 2 }],
      [4, 'function', 'import.contradiction', { line: 2 }],
    ]);
  });

  it('names the columns that are missing, and those that nobody reads', async () => {
    expect(await look('Name;Ort\nWeber;Essen')).toMatchObject({
      missing: ['member'],
      ignored: ['Ort'],
      lines: [],
    });
    expect(await look('Mitglied;Nachname\nNie gehört;Weber')).toMatchObject({ missing: ['kind', 'since'] });
    await takeOver('Mitglied;Art;Mitglied seit\nGehört;Stadt;2020-01-01');
    expect((await look('Mitglied;Nachname\nGehört;Weber')).counts.new).toBe(1);
  });

  it('leaves alone what it does not mention, and whoever has left', async () => {
    await takeOver(
      'Mitglied;Art;Mitglied seit;Nachname;E-Mail;Telefon\nLeise;Stadt;2020-01-01;Weber;w@leise.test;1',
    );
    const [weber] = await house.get(ContactService).byAddress('w@leise.test');
    expect(await takeOver('Mitglied;Nachname;E-Mail;Telefon\nLeise;Weber;neu@leise.test;')).toMatchObject({
      changed: 1,
    });
    const contact = await house.get(ContactService).byId(weber!.id);
    expect(contact).toMatchObject({ email: 'neu@leise.test', phone: '1', linkGeneration: 1 });
    await house.get(ContactService).leave(weber!.id, '2027-01-02', OFFICE);
    expect((await look('Mitglied;Nachname;Telefon\nLeise;Weber;2')).lines).toMatchObject([
      { state: 'same', hasLeft: true },
    ]);
  });

  it('hands a function over from today on', async () => {
    const head = 'Mitglied;Art;Mitglied seit;Nachname;Funktion';
    await takeOver(`${head}\nWechsel;Stadt;2020-01-01;Alt;Amt`);
    house.clock.set('2027-03-01T09:00:00Z');
    expect(await takeOver(`${head}\nWechsel;Stadt;2020-01-01;Neu;Amt`)).toMatchObject({ new: 1 });
    house.clock.set('2027-01-04T09:00:00Z');
    const terms = await house.manager.query(
      `SELECT c.last_name AS name, t.from_day::text, t.until_day::text FROM function_term t
       JOIN contact c ON c.id = t.contact_id WHERE c.last_name IN ('Alt', 'Neu') ORDER BY t.from_day`,
    );
    expect(terms).toEqual([
      { name: 'Alt', from_day: '2027-01-04', until_day: '2027-02-28' },
      { name: 'Neu', from_day: '2027-03-01', until_day: null },
    ]);
  });

  it('is refused with the limit when it is too long, at once', async () => {
    const long = (lines: number) => `Mitglied;Nachname\n${'Essen;Weber\n'.repeat(lines)}`;
    await expect(look(long(50_000))).rejects.toMatchObject({ values: { max: 10_000 } });
    await expect(look(long(10_001))).rejects.toThrow(TooManyLines);
    const cells = Array.from({ length: 50_000 }, () => [{ value: 'Essen' }, { value: 'Weber' }]);
    const content = await writeXlsxFile(cells).toBuffer();
    const before = performance.now();
    await expect(imports.preview({ name: 'x.xlsx', content })).rejects.toThrow(TooManyLines);
    expect(performance.now() - before).toBeLessThan(5000);
  });

  it.each([
    ['empty', Buffer.alloc(0)],
    ['blank', Buffer.from('\n\n;;\n')],
    ['a broken workbook', Buffer.from('PK\x03\x04 and then nothing')],
    ['an open quotation', Buffer.from('Mitglied;Art\n"Essen;Stadt\n')],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
  ])('is refused when it is %s', async (_, content) => {
    await expect(imports.preview({ name: 'x', content })).rejects.toThrow(FileUnreadable);
  });
});

describe('A preview', () => {
  it('that two people take over at once is taken over once', async () => {
    const { id } = await look(
      'Mitglied;Art;Mitglied seit;Nachname;Funktion\nZugleich;Stadt;2020-01-01;Weber;Amt',
    );
    const counts = await Promise.all([imports.apply(id!, OFFICE), imports.apply(id!, OFFICE)]);
    expect(counts.map((one) => one.new).sort()).toEqual([0, 1]);
    expect((await members.list({ search: 'zugleich' })).members).toMatchObject([{ contacts: 1 }]);
  });

  it('is forgotten after a day, and stale when the directory has changed', async () => {
    const text = 'Mitglied;Art;Mitglied seit;Domain\nVorschau;Stadt;2020-01-01;vorschau.test';
    const { id } = await look(text);
    await members.add(
      { name: 'Schneller', kind: 'city', from: '2020-01-01', domains: ['vorschau.test'] },
      OFFICE,
    );
    await expect(imports.apply(id!, OFFICE)).rejects.toThrow(PreviewStale);
    expect((await members.list({ search: 'Vorschau' })).members).toMatchObject([{ name: 'Schneller' }]);
    house.clock.advance({ hours: 25 });
    await expect(imports.apply(id!, OFFICE)).rejects.toThrow(PreviewUnknown);
  });
});

describe('The directory as a file', () => {
  it.each(['csv', 'xlsx'] as const)('changes nothing when it is read in again: %s', async (format) => {
    await takeOver(
      [
        'Mitglied;Art;Mitglied seit;ausgetreten am;Vorname;Nachname;Telefon;Funktion;Rolle;Sprache',
        'Wieder;Organisation;2015-01-01;2018-12-31;;;;;;',
        'Wieder;;2020-01-01;;;=1+1;+49 1;Amt;;',
        'Wieder;;2020-01-01;;;=1+1;+49 1;Ehrenamt;;',
        ';;;;Gast;Rednerin;;;Referat;Englisch',
      ].join('\n'),
    );
    for (const language of ['de', 'en', 'fr'] as const) {
      const { content, name } = await house.get(DirectoryExport).of(format, language, OFFICE);
      if (format === 'csv') expect(content.toString()).toMatch(/[;,]'=1\+1[;,]{2}'\+49 1[;,]/);
      const { counts, ignored } = await imports.preview({ name, content });
      expect(counts).toMatchObject({ new: 0, changed: 0, wrong: 0 });
      expect(counts.same).toBeGreaterThan(10);
      expect(ignored).toEqual([]);
    }
  });
});

describe('A large directory', () => {
  it('takes ten thousand lines in seconds and a few statements', async () => {
    const lines = Array.from(
      { length: 10_000 },
      (_, n) => `Groß ${n % 1000};Stadt;2020-01-01;Person ${n};p${n}@gross.test;Amt ${n % 10}x${n}`,
    );
    const before = performance.now();
    const counts = await takeOver(`Mitglied;Art;Mitglied seit;Nachname;E-Mail;Funktion\n${lines.join('\n')}`);
    expect(counts.new).toBe(10_000);
    expect(performance.now() - before).toBeLessThan(15_000);
  });
});
