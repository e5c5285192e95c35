import { describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import type { Event } from '#event';
import { LANGUAGES, type Language } from '#language';
import { letterHtml } from '../../../mail/src/letter-html.js';
import { letterText } from '../../../mail/src/letter-text.js';
import { REGISTRATION_STATUSES, type RegistrationStatus } from '../words.js';
import { letterOf } from './letter.js';
import type { LetterFacts } from './letter-facts.js';
import { NOTICES, type Notice } from './notice.js';

const OFFER_ENDS = '2026-12-03T17:00:00Z';
const OFFICE = { byOffice: true };

/** A hybrid workshop in Berlin with two sessions. */
function aWorkshop(changes: Partial<Event> = {}): Event {
  const then = Temporal.Instant.from('2026-11-02T08:00:00Z');
  const session = (id: string, de: string, en: string) => ({
    id,
    title: { de, en },
    startsLocal: null,
    endsLocal: null,
  });
  return {
    id: 'event',
    slug: 'plaetze',
    kind: 'workshop',
    status: 'published',
    format: 'hybrid',
    mainLanguage: 'de',
    timeZone: 'Europe/Berlin',
    title: { de: 'Sichere Plätze', en: 'Safe squares', fr: 'Des places sûres' },
    summary: {},
    sequence: 0,
    createdAt: then,
    changedAt: then,
    dates: [aDate('2027-01-25')],
    items: [
      session('walk', 'Rundgang', 'City walk'),
      session('night', 'Plätze bei Nacht', 'Squares at night'),
    ],
    ...changes,
  } as unknown as Event;
}

const aDate = (day: string, position = 0) => ({
  id: `00000000-0000-7000-8000-00000000000${position}`,
  position,
  status: 'planned',
  startsLocal: `${day}T10:00`,
  endsLocal: `${day}T12:00`,
  place: { de: 'Rathaus, Saal 2' },
  meetingPoint: {},
  joiningLink: 'https://meet.forum.test/plaetze',
  sequence: 0,
  changedAt: Temporal.Instant.from('2026-11-02T08:00:00Z'),
});

interface Written {
  subject: string;
  text: string;
  html: string;
  calendar?: { method: string; content: string };
}

/** What a person is sent about this. */
function write(notice: Notice, changes: Partial<LetterFacts> = {}, event = aWorkshop()): Written {
  const facts: LetterFacts = {
    registrationId: 'registration',
    reference: 'K7M-4PX',
    status: 'confirmed',
    attendance: 'onsite',
    firstName: 'Alma',
    lastName: 'Beispiel',
    generation: 0,
    language: 'de',
    to: { name: 'Alma Beispiel', address: 'alma@stadt.test' },
    sender: { name: 'Forum der Städte', address: 'office@forum.test' },
    publicUrl: 'https://forum.test',
    token: 'TOKEN',
    ...changes,
  };
  const letter = letterOf(notice, event, facts);
  const footer = { lines: [], links: [] };
  return {
    subject: letter.subject,
    text: letterText(letter, footer),
    html: letterHtml(letter, footer),
    calendar: letter.calendar,
  };
}

/** What the letter says before its facts. */
const opening = ({ text }: Written): string =>
  text.split(/\n\n(?:Veranstaltung|Event|Événement) ?:/)[0] ?? '';

/** The addresses that the letter's own links open. */
const links = ({ text }: Written): string[] => text.match(/https:\/\/forum\.test\/\S+/g) ?? [];

describe('A letter to who waits though places are free', () => {
  const until = Temporal.Instant.from('2027-01-14T11:00:00Z');
  const waits = (heldBack: LetterFacts['heldBack'], language: Language = 'de') =>
    opening(write('registered', { status: 'waitlisted', position: 1, language, heldBack }));

  it.each<[Language, string]>([
    [
      'de',
      'Bis Donnerstag, 14. Januar 2027, 12:00 Uhr (MEZ) kann Ihre Mitgliedsorganisation höchstens 2 Plätze haben',
    ],
    ['en', 'your member organization can have 2 seats at most and already has 2.'],
    ['fr', 'votre organisation membre a droit à 2 places au plus et en a déjà 2.'],
  ])('says in %s that the member has as many as it may, and until when', (language, said) => {
    const text = waits({ by: 'cap', cap: 2, taken: 2, until }, language);
    expect(text).toContain(said);
    expect(text).not.toMatch(/alle Plätze vergeben|All places are taken|Toutes les places sont prises/);
  });

  it('says that they are kept for others', () => {
    expect(waits({ by: 'guarantees', until })).toContain('für andere Mitglieder reserviert');
    expect(waits({ by: 'guarantees' })).toContain('vorerst für andere Mitglieder reserviert');
  });

  it('says so too of a group that is larger than the cap, and of a member that may have nobody', () => {
    const group = write('registered', {
      status: 'waitlisted',
      together: true,
      heldBack: { by: 'cap', cap: 2, taken: 0, until },
    });
    expect(opening(group)).toContain('höchstens 2 Plätze haben. Danach');
    expect(waits({ by: 'cap', cap: 0, taken: 0 })).toContain('vorerst keinen Platz haben. Sobald');
  });
});

describe('A letter about a registration', () => {
  it.each<[string, Notice, Partial<LetterFacts>, Record<Language, [subject: string, first: string]>]>([
    [
      'asks to confirm the address',
      'registered',
      { status: 'unverified' },
      {
        de: ['Bitte Adresse bestätigen: Sichere Plätze', 'Bitte bestätigen Sie noch Ihre E-Mail-Adresse.'],
        en: ['Please confirm your address: Safe squares', 'Please confirm your e-mail address'],
        fr: ['Adresse à confirmer : Des places sûres', 'Il vous reste à confirmer votre adresse e-mail.'],
      },
    ],
    [
      'acknowledges a request',
      'registered',
      { status: 'requested' },
      {
        de: ['Anfrage eingegangen: Sichere Plätze', 'Ihre Anfrage ist eingegangen.'],
        en: ['Request received: Safe squares', 'We have received your request.'],
        fr: ['Demande reçue : Des places sûres', 'Votre demande a bien été reçue.'],
      },
    ],
    [
      'offers a seat until a deadline in the event’s zone',
      'offered',
      { status: 'offered', from: 'waitlisted', expiresAt: OFFER_ENDS },
      {
        de: [
          'Platz frei, bitte antworten: Sichere Plätze',
          'bis Donnerstag, 3. Dezember 2026, 18:00 Uhr (MEZ) an oder lehnen Sie ihn ab.',
        ],
        en: [
          'A place for you, please answer: Safe squares',
          'accept or refuse the place by Thursday, 3 December 2026, 18:00 (CET).',
        ],
        fr: [
          'Place libérée, réponse attendue : Des places sûres',
          'accepter ou refuser la place d’ici au jeudi 3 décembre 2026, 18:00 (UTC+1).',
        ],
      },
    ],
    [
      'tells of an offer that lapsed',
      'lapsed',
      { status: 'expired', from: 'offered' },
      {
        de: [
          'Frist abgelaufen: Sichere Plätze',
          'Die Frist, den angebotenen Platz anzunehmen, ist abgelaufen.',
        ],
        en: ['Deadline passed: Safe squares', 'The deadline for accepting the place has passed.'],
        fr: ['Délai expiré : Des places sûres', 'Le délai pour accepter la place proposée est expiré.'],
      },
    ],
    [
      'tells of a request that nobody decided',
      'lapsed',
      { status: 'expired', from: 'requested' },
      {
        de: ['Frist abgelaufen: Sichere Plätze', 'Über Ihre Anfrage wurde in der vorgesehenen Zeit nicht'],
        en: ['Deadline passed: Safe squares', 'Your request was not decided within the time set for it.'],
        fr: ['Délai expiré : Des places sûres', 'Votre demande n’a pas été traitée dans le délai prévu.'],
      },
    ],
    [
      'declines with what the office has to say',
      'declined',
      { status: 'declined', from: 'requested', byOffice: true, message: 'Nur für Städte.' },
      {
        de: ['Keine Zusage möglich: Sichere Plätze', 'Die Geschäftsstelle schreibt dazu:\nNur für Städte.'],
        en: ['Not accepted: Safe squares', 'The office writes:\nNur für Städte.'],
        fr: ['Demande non retenue : Des places sûres', 'Message du secrétariat :\nNur für Städte.'],
      },
    ],
    [
      'says yes to a request',
      'admitted',
      { from: 'requested', ...OFFICE },
      {
        de: ['Anfrage angenommen: Sichere Plätze', 'Ihre Anfrage ist angenommen. Sie sind angemeldet.'],
        en: ['Request accepted: Safe squares', 'Your request has been accepted. You are registered.'],
        fr: [
          'Demande acceptée : Des places sûres',
          'Votre demande est acceptée. Votre inscription est confirmée.',
        ],
      },
    ],
    [
      'says yes to a request although all seats are taken',
      'admitted',
      { from: 'requested', status: 'waitlisted', position: 3 },
      {
        de: ['Anfrage angenommen: Sichere Plätze', 'angenommen. Derzeit sind alle Plätze vergeben.'],
        en: ['Request accepted: Safe squares', 'accepted. All places are taken at the moment.'],
        fr: ['Demande acceptée : Des places sûres', 'acceptée. Toutes les places sont prises'],
      },
    ],
    [
      'tells of a switch from the room to online',
      'changed',
      { from: 'confirmed', left: 'onsite', attendance: 'online' },
      {
        de: ['Anmeldung geändert: Sichere Plätze', 'Sie nehmen jetzt online teil und nicht mehr vor Ort.'],
        en: ['Registration changed: Safe squares', 'You now attend online and no longer on site.'],
        fr: [
          'Inscription modifiée : Des places sûres',
          'Vous participez désormais en ligne et non plus sur place.',
        ],
      },
    ],
    [
      'tells who was replaced that the seat was passed on',
      'replaced',
      { status: 'cancelled', from: 'confirmed' },
      {
        de: ['Nicht mehr angemeldet: Sichere Plätze', 'Ihr Platz wurde weitergegeben.'],
        en: ['No longer registered: Safe squares', 'Your place has been passed on.'],
        fr: ['Votre inscription n’est plus valable : Des places sûres', 'Votre place a été transférée.'],
      },
    ],
    [
      'names both events of a move',
      'moved',
      { movedFrom: { de: 'Grüne Dächer', en: 'Green roofs', fr: 'Toits verts' }, ...OFFICE },
      {
        de: [
          'Umgebucht: Sichere Plätze',
          'von „Grüne Dächer“ auf „Sichere Plätze“ verlegt. Sie sind angemeldet.',
        ],
        en: ['Moved: Safe squares', 'from “Green roofs” to “Safe squares”. You are registered.'],
        fr: ['Inscription transférée : Des places sûres', 'de « Toits verts » à « Des places sûres ».'],
      },
    ],
    [
      'tells the coordinator of a seat that nobody was named for',
      'lapsed',
      { status: 'expired', from: 'confirmed', unnamed: true, firstName: '', lastName: '' },
      {
        de: ['Frist abgelaufen: Sichere Plätze', 'Guten Tag,\n\nFür Ihren Platz ohne Namen (N. N.) wurde'],
        en: [
          'Deadline passed: Safe squares',
          'Hello,\n\nNobody was named for your place without a name (N. N.)',
        ],
        fr: ['Délai expiré : Des places sûres', 'Bonjour,\n\nPersonne n’a été désigné dans le délai'],
      },
    ],
  ])('%s, in every language', (_, notice, changes, expected) => {
    for (const language of LANGUAGES) {
      const letter = write(notice, { ...changes, language });
      const [subject, first] = expected[language];
      expect(letter.subject).toBe(subject);
      expect(opening(letter)).toContain(first);
    }
  });

  it('leaves no key, gap or “undefined” in sight, whatever happened from whatever state', () => {
    const froms = [undefined, ...REGISTRATION_STATUSES] as (RegistrationStatus | undefined)[];
    const cases = NOTICES.flatMap((notice) =>
      REGISTRATION_STATUSES.flatMap((status) => froms.map((from) => ({ notice, status, from }))),
    );
    for (const { notice, status, from } of cases) {
      for (const language of LANGUAGES) {
        const missed = ['walk', 'gone'];
        const { subject, text, html } = write(notice, {
          status,
          from,
          language,
          missed,
          expiresAt: OFFER_ENDS,
        });
        expect(`${subject} ${text} ${html}`).not.toMatch(
          /letter\.[a-z]|status\.[a-z]|undefined|\[object|\{[a-z]/,
        );
        expect(subject).toMatch(/\S: \S|\S : \S/);
      }
    }
  });

  it('takes nothing that people or the office wrote for HTML', () => {
    const [evil, safe] = ['<img src=x onerror=1>', '&lt;img src=x'];
    const { html } = write('declined', { status: 'declined', from: 'requested', message: evil });
    const { html: told } = write('registered', { registeredBy: evil, lastName: evil });
    for (const text of [html, told]) {
      expect(text).not.toContain('<img');
      expect(text).toContain(safe);
    }
  });

  it('says who withdrew, and passes on the office’s word but no other', () => {
    const gone = { status: 'cancelled', message: 'Doppelt gebucht.' } as const;
    expect(opening(write('withdrawn', { ...gone, from: 'confirmed', ...OFFICE }))).toBe(
      'Guten Tag Alma Beispiel,\n\nDie Geschäftsstelle hat Sie abgemeldet.\n\n' +
        'Die Geschäftsstelle schreibt dazu:\nDoppelt gebucht.\n\nBei Fragen antworten Sie bitte auf diese E-Mail.',
    );
    expect(
      opening(write('withdrawn', { status: 'cancelled', from: 'confirmed', byContact: true })),
    ).toContain('Ihre Organisation hat Sie abgemeldet.');
    const own = (from: RegistrationStatus) => opening(write('withdrawn', { status: 'cancelled', from }));
    // An event may be over-booked, and nobody need wait: what becomes of the seat is not known.
    expect(own('confirmed')).toContain('Sie sind abgemeldet. Ihr Platz ist nicht mehr für Sie reserviert.');
    expect(own('waitlisted')).toContain('Sie stehen nicht mehr auf der Warteliste.');
    expect(own('offered')).toContain('abgelehnt und stehen auch nicht mehr auf der Warteliste.');
    expect(own('requested')).toContain('Sie haben Ihre Anfrage zurückgezogen.');
    // A reason for over-booking is for the history, not for the person.
    expect(
      write('promoted', { from: 'waitlisted', ...OFFICE, message: 'Freund des Chefs' }).text,
    ).not.toContain('Freund');
  });

  it('says of an offer that lapsed what holds whoever waits, and how to come again only where one can', () => {
    const lapsed = (changes: Partial<LetterFacts>) =>
      opening(write('lapsed', { status: 'expired', from: 'offered', ...changes }));
    const again = 'können Sie sich neu anmelden. Sind dann alle Plätze vergeben, kommen Sie neu auf die';
    expect(lapsed({ canReturn: true })).toContain('Warten andere, sind jetzt sie an der Reihe. Solange');
    expect(lapsed({ canReturn: true })).toContain(again);
    expect(lapsed({})).not.toContain('neu anmelden');
    expect(lapsed({})).not.toContain('wieder frei');
    expect(lapsed({ canReturn: true, from: 'requested' })).not.toContain('neu anmelden');
  });

  it('asks who comes in another’s place for the answers that are missing', () => {
    const asks = 'Bitte beantworten Sie sie auf der Seite Ihrer Anmeldung';
    expect(opening(write('registered', { from: 'confirmed', isAsked: true }))).toContain(asks);
    expect(opening(write('registered', { from: 'confirmed' }))).not.toContain(asks);
  });

  it('sends nobody to the room who attended online and no longer comes', () => {
    const online = { status: 'cancelled', from: 'confirmed', attendance: 'online' } as const;
    for (const notice of ['withdrawn', 'replaced'] as const) {
      expect(write(notice, online).text).not.toContain('Wo:');
      expect(write(notice, { ...online, attendance: 'onsite' }).text).toContain('Wo: Rathaus, Saal 2');
    }
  });

  it('says whether a seat is held while an address or a request waits', () => {
    const waits = { expiresAt: OFFER_ENDS } as const;
    const held = 'halten wir einen Platz für Sie frei.';
    for (const status of ['unverified', 'requested'] as const) {
      expect(opening(write('registered', { ...waits, status, held: true }))).toContain(held);
      expect(opening(write('registered', { ...waits, status }))).not.toContain(held);
      expect(opening(write('registered', { ...waits, status }))).toContain(
        '3. Dezember 2026, 18:00 Uhr (MEZ)',
      );
    }
    expect(opening(write('registered', { ...waits, status: 'unverified' }))).toContain(
      'Sie haben sich nicht angemeldet? Dann brauchen Sie nichts zu tun',
    );
  });

  it('promises those who wait what the event’s rules do: a seat, an offer, or seats for the whole group', () => {
    const waiting = { status: 'waitlisted', position: 2 } as const;
    expect(opening(write('registered', waiting))).toContain('rücken Sie automatisch nach.');
    expect(opening(write('registered', { ...waiting, byOffer: true }))).toContain(
      'bieten wir ihn Ihnen per E-Mail an; kurz vor Beginn rücken Sie ohne Rückfrage nach.',
    );
    expect(opening(write('registered', { ...waiting, byOffer: true, together: true }))).toContain(
      'rücken alle gemeinsam nach.',
    );
    expect(write('registered', waiting).text).toContain('Stand: Warteliste, Stelle 2');
  });

  it('tells whoever was registered by somebody else who that was, and their rights (Art. 14 GDPR)', () => {
    const registeredBy = 'Rosa Quellmoor (Stadt Tannried)';
    const { text } = write('registered', { registeredBy });
    expect(text).toContain('Rosa Quellmoor (Stadt Tannried) hat Sie angemeldet. Von dort stammen Ihr Name');
    expect(text).toContain('Forum der Städte verwendet diese Angaben nur');
    expect(text).toContain('Art. 14 DSGVO');
    expect(write('registered', { registeredBy: 'die Geschäftsstelle' }).text).toContain(
      '\nDie Geschäftsstelle hat Sie angemeldet.',
    );
    expect(write('registered', { registeredBy, language: 'fr' }).text).toContain('art. 14 RGPD');
    expect(write('registered', { registeredBy, status: 'requested' }).text).toContain(
      'hat für Sie angefragt.',
    );
    // Who comes in somebody's place hears it as well; who says yes to the address has heard it before.
    expect(write('registered', { registeredBy, from: 'confirmed' }).text).toContain('Art. 14');
    expect(write('registered', { registeredBy, from: 'unverified' }).text).not.toContain('Art. 14');
    expect(write('registered').text).not.toContain('Art. 14');
  });

  it('repeats the person’s own yes', () => {
    expect(opening(write('registered', { from: 'unverified' }))).toContain(
      'Ihre E-Mail-Adresse ist bestätigt. Sie sind angemeldet.',
    );
    expect(opening(write('registered', { from: 'offered' }))).toContain(
      'Der angebotene Platz ist angenommen. Sie sind angemeldet.',
    );
    expect(opening(write('admitted', { from: 'cancelled', ...OFFICE }))).toContain(
      'Die Geschäftsstelle hat Ihre Anmeldung wiederhergestellt. Sie sind angemeldet.',
    );
  });

  it('lists the sessions that are held, wishes as wishes, and what was taken when the seat came', () => {
    const sessions = [
      { id: 'night', held: false },
      { id: 'walk', held: true },
    ];
    const waiting = write('registered', {
      status: 'waitlisted',
      sessions: sessions.map(({ id }) => ({ id, held: false })),
    });
    expect(waiting.text).toContain(
      'Programmpunkt, gewünscht: Rundgang\nProgrammpunkt, gewünscht: Plätze bei Nacht',
    );
    const promoted = write('promoted', { from: 'waitlisted', sessions, missed: ['night'] });
    expect(promoted.text).toContain('Programmpunkt: Rundgang\n');
    expect(promoted.text).not.toContain('Programmpunkt, gewünscht');
    expect(opening(promoted)).toContain(
      'Schon vergeben war: „Plätze bei Nacht“. Auf der Seite Ihrer Anmeldung',
    );
    const both = write('promoted', { language: 'en', from: 'waitlisted', missed: ['walk', 'night'] });
    expect(opening(both)).toContain('Already taken: “City walk” and “Squares at night”.');
    expect(write('promoted', { language: 'fr', sessions }).html).toContain('<span lang="de">Rundgang</span>');
  });

  it('says when the chosen sessions take place, as far as that is known', () => {
    const point = (id: string, startsLocal: string | null, endsLocal: string | null) =>
      ({ id, title: { de: `Punkt ${id}` }, startsLocal, endsLocal }) as Event['items'][number];
    const items = [
      point('both', '2027-01-25T14:00', '2027-01-25T15:30'),
      point('start', '2027-01-25T16:00', null),
      point('open', null, null),
    ];
    const sessions = items.map(({ id }) => ({ id, held: true }));
    expect(write('registered', { sessions }, aWorkshop({ items })).text).toContain(
      [
        'Programmpunkt: Punkt both',
        'Zeit: Montag, 25. Januar 2027, 14:00–15:30 Uhr (MEZ)',
        'Programmpunkt: Punkt start',
        'Zeit: Montag, 25. Januar 2027, 16:00 Uhr (MEZ)',
        'Programmpunkt: Punkt open',
        'Name: Alma Beispiel',
      ].join('\n'),
    );
  });

  it('says of a choice of the form only that it was taken, because answers stay out of mails', () => {
    const letter = write('promoted', { from: 'waitlisted', missed: ['vegetarian'] });
    expect(opening(letter)).toContain('Etwas, das Sie im Formular gewählt hatten, war schon vergeben.');
    expect(write('lapsed', { status: 'expired', from: 'offered', missed: ['walk'] }).text).not.toContain(
      'vergeben',
    );
  });

  it.each<[Language, string, string, string]>([
    [
      'de',
      '2 Plätze ohne Namen: Sichere Plätze',
      '2 Plätze sind frei geworden',
      'Für 2 Ihrer Plätze ohne Namen (N. N.) wurde bis zum Ablauf der Frist niemand benannt. Sie sind',
    ],
    [
      'en',
      '2 places without a name: Safe squares',
      '2 places have become free',
      'Nobody was named for 2 of your places without a name (N. N.) before the deadline. They have',
    ],
    [
      'fr',
      '2 places sans nom : Des places sûres',
      '2 places se sont libérées',
      'pour 2 de vos places sans nom (N. N.). Elles ont donc été libérées.',
    ],
  ])('tells of several seats without a name at once, in %s', (language, subject, promoted, lapsed) => {
    const others = [{ registrationId: 'other', reference: 'C3D-9QR', generation: 0 }];
    const tokens = new Map([['other', 'OTHER']]);
    const seats = { unnamed: true, firstName: '', lastName: '', language, others, tokens };
    const won = write('promoted', { ...seats, from: 'waitlisted', expiresAt: OFFER_ENDS });
    expect(won.subject).toBe(subject);
    expect(won.text).toContain(promoted);
    expect(won.text).toContain('2 × N. N.');
    expect(won.text).toContain('K7M-4PX, C3D-9QR');
    expect(links(won).slice(0, 2)).toEqual([
      `https://forum.test/registrations/TOKEN?lang=${language}`,
      `https://forum.test/registrations/OTHER?lang=${language}`,
    ]);
    const lost = write('lapsed', { ...seats, status: 'expired', from: 'confirmed' });
    expect(lost.text).toContain(lapsed);
    expect(links(lost)[0]).toContain('/events/');
  });

  it('says N. N. for a seat without a name, and until when somebody has to be named', () => {
    const letter = write('promoted', {
      from: 'waitlisted',
      unnamed: true,
      firstName: '',
      lastName: '',
      expiresAt: OFFER_ENDS,
      sequence: 1,
    });
    expect(letter.text).toContain('Name: N. N.\n');
    expect(letter.text).toContain(
      'Bitte nennen Sie bis Donnerstag, 3. Dezember 2026, 18:00 Uhr (MEZ), wer kommt.',
    );
    expect(letter.text).toContain('Frist: Donnerstag, 3. Dezember 2026');
    expect(letter.calendar).toBeUndefined();
  });

  it('has one link for the one thing to do', () => {
    const own = 'https://forum.test/registrations/TOKEN';
    expect(links(write('registered', { status: 'unverified' }))).toEqual([`${own}/confirm?lang=de`]);
    const offer = write('offered', { status: 'offered', language: 'en' });
    expect(offer.text).toContain(`Accept or refuse the place: ${own}?lang=en`);
    expect(write('registered').text).toContain(`Anmeldung ansehen, ändern oder abmelden: ${own}?lang=de`);
    expect(write('declined', { status: 'declined' }).text).toContain(`Anmeldung ansehen: ${own}?lang=de`);
  });

  it('gives who was replaced no link to the registration and no word about who comes instead', () => {
    const letter = write('replaced', {
      status: 'cancelled',
      from: 'confirmed',
      organization: 'Stadt Tannried',
      registeredBy: 'Rosa Quellmoor',
      sequence: 2,
    });
    expect(links(letter)).toEqual(['https://forum.test/events/plaetze?lang=de']);
    for (const said of ['TOKEN', 'K7M-4PX', 'Tannried', 'Rosa']) expect(letter.text).not.toContain(said);
  });
});

describe('The calendar part of a letter', () => {
  const entry = ({ calendar }: Written) => {
    const parsed = new ICAL.Component(ICAL.parse(calendar?.content ?? ''));
    const event = new ICAL.Event(parsed.getFirstSubcomponent('vevent') as ICAL.Component);
    return { method: calendar?.method, sequence: event.sequence, location: event.location };
  };
  const online = { attendance: 'online', left: 'onsite', from: 'confirmed', sequence: 4 } as const;

  it('moves the appointment of who switches out of the room, with a higher sequence and the way to join', () => {
    const letter = write('changed', online);
    expect(entry(letter)).toEqual({ method: 'REQUEST', sequence: 4, location: 'online' });
    expect(opening(letter)).toContain('Den Link zum Online-Raum finden Sie auf der Seite Ihrer Anmeldung.');
    expect(letter.text).not.toContain('Rathaus');
    const back = write('changed', { ...online, attendance: 'onsite', left: 'online' });
    expect(entry(back).location).toBe('Rathaus, Saal 2');
    expect(back.text).toContain('Wo: Rathaus, Saal 2');
  });

  it('comes with no change that calendars do not show, and with none before the seat is sure', () => {
    expect(write('changed', { from: 'confirmed', sequence: 4 }).calendar).toBeUndefined();
    for (const status of ['unverified', 'requested', 'waitlisted', 'offered'] as const) {
      expect(write('registered', { status, sequence: 4 }).calendar).toBeUndefined();
    }
  });

  it.each<[Notice, RegistrationStatus]>([
    ['withdrawn', 'cancelled'],
    ['replaced', 'cancelled'],
    ['declined', 'declined'],
    ['lapsed', 'expired'],
  ])('takes the appointment back when a seat is %s, unless a colleague stays', (notice, status) => {
    expect(entry(write(notice, { status, from: 'confirmed', sequence: 5 }))).toMatchObject({
      method: 'CANCEL',
      sequence: 5,
    });
    expect(write(notice, { status, from: 'confirmed' }).calendar).toBeUndefined();
    expect(write(notice, { status, from: 'waitlisted', sequence: 5 }).calendar).toBeUndefined();
  });

  it('takes the appointment of the event that was left back when somebody is moved', () => {
    const letter = write('withdrawn', {
      status: 'cancelled',
      from: 'confirmed',
      movedTo: { de: 'Grüne Dächer' },
      sequence: 5,
      ...OFFICE,
    });
    expect(entry(letter).method).toBe('CANCEL');
    expect(opening(letter)).toContain('auf eine andere Veranstaltung verlegt: „Grüne Dächer“.');
  });

  it('is a file with all dates for a series, cancelled ones for who leaves it', () => {
    const dates = [aDate('2027-02-09'), aDate('2027-03-09', 1)];
    const series = aWorkshop({ dates } as unknown as Partial<Event>);
    const coming = write('registered', {}, series);
    expect(coming.calendar?.method).toBe('PUBLISH');
    expect(opening(coming)).toContain('Im Anhang finden Sie alle Termine für Ihren Kalender.');
    const replaced = write('replaced', { status: 'cancelled', from: 'confirmed' }, series);
    expect(replaced.calendar?.content.match(/STATUS:CANCELLED/g)).toHaveLength(2);
    expect(opening(replaced)).toContain('Bitte löschen Sie die Termine aus Ihrem Kalender');
  });

  it('invites nobody to what was called off before the letter was written', () => {
    const called = aWorkshop({ status: 'cancelled' });
    expect(write('registered', { sequence: 1 }, called).calendar).toBeUndefined();
  });
});
