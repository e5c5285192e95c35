import { type Event, heldDates } from '#event';
import { type MessageKey, moment, pick, type Translate } from '#language';
import type { CalendarPart } from '#mail';
import type { LetterFacts } from './letter-facts.js';
import { endsPlace, type Notice } from './notice.js';
import { topicOf } from './topic.js';
import { heldValues } from './waiting-words.js';

/** What a letter says before its facts, paragraph by paragraph: what has happened, what to do, what to know. */
export function openingsOf(
  notice: Notice,
  event: Event,
  facts: LetterFacts,
  say: Translate,
  calendar: CalendarPart | undefined,
): string[] {
  const values = {
    title: titleIn(event.title, facts, event),
    from: titleIn(facts.movedFrom, facts),
    to: titleIn(facts.movedTo, facts),
    attendance: facts.attendance,
    seats: seatsOf(facts),
    ...heldValues(facts.heldBack, event.timeZone, facts.language),
  };
  return [
    topicOf(notice, facts)
      .says.map((key) => say(key, values))
      .join(' '),
    ...order(notice, facts, say),
    ...word(notice, facts, say),
    ...deadline(notice, event, facts, say),
    ...(endsPlace(notice) ? [] : missed(event, facts, say)),
    ...asked(notice, facts, say),
    ...joining(notice, event, facts, say),
    ...series(notice, event, say, calendar),
    ...source(notice, facts, say),
  ];
}

/** How many seats the letter tells of. */
export const seatsOf = ({ others = [] }: Pick<LetterFacts, 'others'>): number => 1 + others.length;

/** Until when the person has to do something, in words; undefined where nothing is to be done. */
export function untilOf(event: Event, facts: LetterFacts): string | undefined {
  const { expiresAt, language } = facts;
  return expiresAt && moment(Temporal.Instant.from(expiresAt).toZonedDateTimeISO(event.timeZone), language);
}

const titleIn = (texts: LetterFacts['movedFrom'], { language }: LetterFacts, event?: Event): string =>
  pick(texts, language, event?.mainLanguage).text;

// The office's own words, where it ended something; a reason it gave for a favour stays in the history.
function word(notice: Notice, facts: LetterFacts, say: Translate): string[] {
  if (!endsPlace(notice)) return [];
  const { message, byOffice } = facts;
  const said = message && (notice === 'withdrawn' || notice === 'declined');
  const asks = byOffice || notice === 'declined' || notice === 'lapsed' || notice === 'relocated';
  return [...(said ? [say('letter.message', { message })] : []), ...(asks ? [say('letter.questions')] : [])];
}

// A position alone would promise more than it can keep.
function order(notice: Notice, { status, isFair }: LetterFacts, say: Translate): string[] {
  return isFair && status === 'waitlisted' && !endsPlace(notice) ? [say('line.fair')] : [];
}

function deadline(notice: Notice, event: Event, facts: LetterFacts, say: Translate): string[] {
  const until = untilOf(event, facts);
  const key = deadlineKey(facts);
  if (!until || !key || endsPlace(notice)) return [];
  return [
    say(key, { moment: until, seats: seatsOf(facts) }),
    ...(facts.status === 'unverified' ? [say('letter.notYou')] : []),
  ];
}

function deadlineKey({ status, unnamed, held }: LetterFacts): MessageKey | undefined {
  if (status === 'offered') return 'letter.until.offered';
  if (status === 'unverified') return held ? 'letter.until.unverified.held' : 'letter.until.unverified';
  if (status === 'requested') return held ? 'letter.until.requested.held' : 'letter.until.requested';
  return unnamed ? 'letter.until.unnamed' : undefined;
}

function missed(event: Event, { missed: ids = [], language }: LetterFacts, say: Translate): string[] {
  const titles = ids.flatMap((id) => event.items.find((item) => item.id === id)?.title ?? []);
  const names = titles.map((title) =>
    say('letter.quoted', { text: pick(title, language, event.mainLanguage).text }),
  );
  const sessions = { count: names.length, names: new Intl.ListFormat(language).format(names) };
  return [
    ...(names.length > 0 ? [say('letter.missed.session', sessions)] : []),
    ...(names.length < ids.length ? [say('letter.missed.choice')] : []),
  ];
}

function asked(notice: Notice, { isAsked }: LetterFacts, say: Translate): string[] {
  return isAsked && !endsPlace(notice) ? [say('letter.asked')] : [];
}

function joining(notice: Notice, event: Event, facts: LetterFacts, say: Translate): string[] {
  const { status, attendance, unnamed } = facts;
  const comes = status === 'confirmed' && !unnamed && !endsPlace(notice);
  const linked = attendance === 'online' && heldDates(event).some((date) => date.joiningLink);
  return comes && linked ? [say('letter.joining')] : [];
}

function series(notice: Notice, event: Event, say: Translate, calendar?: CalendarPart): string[] {
  if (!calendar || heldDates(event).length < 2) return [];
  return [say(endsPlace(notice) ? 'letter.seriesGone' : 'letter.series')];
}

function source(notice: Notice, facts: LetterFacts, say: Translate): string[] {
  const { registeredBy, unnamed, status, from = status, sender } = facts;
  // Whoever says yes to the address or to an offer has been told before.
  const isFirst = (notice === 'registered' && from === status) || notice === 'corrected';
  if (!registeredBy || unnamed || !isFirst) return [];
  const by: MessageKey = status === 'requested' ? 'letter.registeredBy.requested' : 'letter.registeredBy';
  return [
    `${say(by, { name: capital(registeredBy) })} ${say('letter.source', { association: sender.name })}`,
  ];
}

// It begins the sentence, and may be "die Geschäftsstelle".
const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
