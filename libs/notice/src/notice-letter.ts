import { isDeepStrictEqual } from 'node:util';
import { type Event, heldDates, zoned } from '#event';
import { type Language, pick, span, type Texts, type Translate, translator } from '#language';
import type { Block, Letter, Link, Said } from '#mail';
import { eventFacts } from '#registration';
import type { NoticeDetail, Whereabouts } from './change.js';
import type { CompanionFacts, PersonFacts } from './messages.js';
import type { Notice } from './notice.entity.js';
import { calendarKey, noticeWords } from './notice-words.js';

/** What a letter needs beside the notice and the event. */
export interface NoticeLetterFacts {
  language: Language;
  publicUrl: string;
  /** Who is written to: a registered person with the token of their page, or somebody who looks after others. */
  to: (PersonFacts & { token: string }) | CompanionFacts;
}

/** What is told of a notice, be it sent or only shown before it is. */
export type Told = Pick<Notice, 'what' | 'text' | 'detail'> & { id: string };

/** The letter that tells of a change: what has happened, the office's words, what was and what is now. */
export function noticeLetter(notice: Told, event: Event, facts: NoticeLetterFacts): Letter {
  const { language, to } = facts;
  const say = translator(language);
  const title = pick(event.title, language, event.mainLanguage);
  const { subject, first, calendar } = noticeWords(notice, say);
  const own = pick(notice.text, language, event.mainLanguage);
  const person = 'registrationId' in to ? to : undefined;
  return {
    subject: say('notice.subject', { what: subject, title: title.text }),
    language,
    greeting: person
      ? say('mail.greeting', { name: `${person.firstName} ${person.lastName}` })
      : say('notice.hello'),
    blocks: [
      { paragraph: first },
      ...(own.text ? own.text.split(/\n{2,}/).map((text) => ({ paragraph: { ...own, text } })) : []),
      ...calendarBlock(notice, to, calendar, say),
      ...(person ? [] : [{ paragraph: namesOf(to as CompanionFacts, say) }]),
      { facts: [...changeFacts(notice, event, language, say), ...(person ? personRows(person, say) : [])] },
      ...linkBlocks(notice, event, facts, say),
    ],
  };
}

// To whom the appointment came as a file, it comes as a file again; taking it out is a mail's own doing.
function calendarBlock(
  notice: Told,
  to: NoticeLetterFacts['to'],
  calendar: string | undefined,
  say: Translate,
): Block[] {
  if (!to.sequences || !calendar) return [];
  const isCopy = !('registrationId' in to);
  const changes = calendarKey(notice.what, notice.detail) === 'notice.calendar.changed';
  return [{ paragraph: isCopy && changes ? say('notice.calendar.copy') : calendar }];
}

/** What was, what is now, and what of it is off; then when and where, where that is not said already. */
export function changeFacts(
  { what, detail }: Pick<Told, 'what' | 'detail'>,
  event: Event,
  language: Language,
  say: Translate,
): [string, Said][] {
  const [title, ...whenAndWhere] = eventFacts(event, language, say);
  const dates = detail.dates.flatMap(({ before, after }): [string, Said][] =>
    after
      ? what === 'online'
        ? []
        : [
            // What was changed without a word: nobody knows any more what each was told.
            ...(isDeepStrictEqual(before, after)
              ? []
              : [[say('notice.fact.before'), whereAndWhen(before, event, language, say)] as [string, Said]]),
            [say('notice.fact.now'), whereAndWhen(after, event, language, say)],
          ]
      : // Nobody meets there.
        [[say('notice.fact.off'), whereAndWhen({ ...before, meetingPoint: {} }, event, language, say)]],
  );
  const items = detail.items.map(({ title }): [string, Said] => [
    say('notice.fact.off'),
    pick(title, language, event.mainLanguage),
  ]);
  return [
    ...(title ? [title] : []),
    ...dates,
    ...items,
    ...(saysAll(what, detail, event) ? [] : whenAndWhere),
  ];
}

/** "Montag, 25. Januar 2027, 10:00–12:00 Uhr (MEZ), Rathaus, Treffpunkt: Pforte". */
function whereAndWhen(
  { starts, ends, place, meetingPoint = {} }: Whereabouts,
  event: Event,
  language: Language,
  say: Translate,
): Said {
  const when = span(zoned(starts, event.timeZone), zoned(ends, event.timeZone), language);
  const said = (texts: Texts) => pick(texts, language, event.mainLanguage).text;
  const meeting = said(meetingPoint);
  return [when, said(place), meeting && say('notice.meetingPoint', { place: meeting })]
    .filter(Boolean)
    .join(', ');
}

// With what was moved everything is said; of what does not take place there is no when.
const saysAll = (what: Told['what'], { scope, dates }: NoticeDetail, event: Event): boolean =>
  what === 'postponed' ||
  (what === 'cancelled' && scope === 'event') ||
  (what === 'moved' && dates.length === heldDates(event).length);

const namesOf = ({ names }: CompanionFacts, say: Translate): string =>
  say('notice.concerns', { names: names.map((name) => name || say('notice.unnamed')).join(', ') });

const personRows = (
  { firstName, lastName, status, reference }: PersonFacts,
  say: Translate,
): [string, Said][] => [
  [say('letter.fact.name'), `${firstName} ${lastName}`],
  [say('letter.fact.status'), say(`status.${status}`)],
  [say('letter.fact.reference'), reference],
];

function linkBlocks(notice: Told, event: Event, facts: NoticeLetterFacts, say: Translate): Block[] {
  const { language, publicUrl, to } = facts;
  const query = `?lang=${language}`;
  const eventLink = { label: say('letter.link.event'), url: `${publicUrl}/events/${event.slug}${query}` };
  if (!('registrationId' in to)) return [{ links: [eventLink] }];
  const page = `${publicUrl}/registrations/${to.token}`;
  const secret = (label: string, url: string): Link => ({ label, url, secret: true });
  const takesPlace = !(notice.what === 'cancelled' && notice.detail.scope === 'event');
  // Online rooms are for confirmed people only (rule T9).
  const room =
    notice.what === 'online' && to.status === 'confirmed' ? heldDates(event)[0]?.joiningLink : undefined;
  return [
    {
      links: [
        ...(room ? [secret(say('notice.link.room'), room)] : []),
        secret(say('notice.link.read'), `${page}/notices/${notice.id}${query}`),
        ...(takesPlace ? [secret(say('notice.link.cannot'), `${page}/withdraw${query}`)] : []),
        eventLink,
      ],
    },
  ];
}
