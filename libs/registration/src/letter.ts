import { calendarEntry, type Event, heldDates } from '#event';
import { calendarFile, cancellation, invitation } from '#icalendar';
import { type Language, pick, type Shown, type Translate, translator } from '#language';
import type { Block, CalendarPart, Letter, Said } from '#mail';
import { eventFacts } from './event-facts.js';
import type { Notice, NoticeFacts } from './notices.js';

/** All that a letter needs beside the event. */
export interface LetterFacts extends NoticeFacts {
  language: Language;
  to: { name: string; address: string };
  sender: { name: string; address: string };
  publicUrl: string;
  /** Opens the registration's page. */
  token: string;
}

/** The letter that tells a person what has happened to their registration. */
export function letterOf(notice: Notice, event: Event, facts: LetterFacts): Letter {
  const say = translator(facts.language);
  const title = shown(event, facts.language, event.title);
  const topic = topicOf(notice, facts);
  return {
    subject: say(`letter.${topic}.subject`, { title: title.text }),
    language: facts.language,
    greeting: say('mail.greeting', { name: `${facts.firstName} ${facts.lastName}` }),
    blocks: [
      ...openings(notice, event, facts, say).map((paragraph) => ({ paragraph })),
      { facts: factsOf(event, facts, say) },
      { links: linksOf(notice, event, facts, say) },
      ...copyNote(facts, say),
    ],
    calendar: calendarPart(notice, event, facts),
  };
}

type Topic = 'registered' | 'waiting' | 'promoted' | 'withdrawn' | 'again';

function topicOf(notice: Notice, facts: NoticeFacts): Topic {
  if (notice === 'registered' || notice === 'corrected') {
    return facts.status === 'waitlisted' ? 'waiting' : 'registered';
  }
  return notice;
}

function openings(notice: Notice, event: Event, facts: LetterFacts, say: Translate): string[] {
  const topic = topicOf(notice, facts);
  const series = heldDates(event).length > 1;
  if (topic === 'withdrawn') {
    if (facts.byOffice) return [say('letter.withdrawn.office')];
    if (facts.wasWaiting) return [say('letter.withdrawn.waiting')];
    return [say('letter.withdrawn.first'), ...(series ? [say('letter.seriesGone')] : [])];
  }
  const confirmed = facts.status === 'confirmed';
  const linked = facts.attendance === 'online' && heldDates(event).some((date) => date.joiningLink);
  const joining = confirmed && linked ? [say('letter.joining')] : [];
  return [say(`letter.${topic}.first`), ...joining, ...(confirmed && series ? [say('letter.series')] : [])];
}

function factsOf(event: Event, facts: LetterFacts, say: Translate): [string, Said][] {
  const rows: [string, Said | undefined][] = [
    [say('letter.fact.attendance'), say(`format.${facts.attendance}`)],
    [say('letter.fact.name'), `${facts.firstName} ${facts.lastName}`],
    [say('letter.fact.organization'), facts.organization],
    [say('letter.fact.status'), statusText(facts, say)],
    [say('letter.fact.reference'), facts.reference],
  ];
  const own = rows.flatMap(([label, value]): [string, Said][] => (value ? [[label, value]] : []));
  return [...eventFacts(event, facts.language, say), ...own];
}

function statusText(facts: LetterFacts, say: Translate): string {
  if (facts.status === 'waitlisted' && facts.position)
    return say('status.waitlisted.at', { position: facts.position });
  return say(`status.${facts.status}`);
}

function linksOf(notice: Notice, event: Event, facts: LetterFacts, say: Translate) {
  const manage = notice === 'withdrawn' ? 'letter.link.registration' : 'letter.link.manage';
  const query = `?lang=${facts.language}`;
  return [
    {
      label: say(manage),
      url: `${facts.publicUrl}/registrations/${facts.token}${query}`,
      secret: true as const,
    },
    { label: say('letter.link.event'), url: `${facts.publicUrl}/events/${event.slug}${query}` },
  ];
}

function copyNote(facts: LetterFacts, say: Translate): Block[] {
  if (facts.copyOf) return [{ paragraph: say('letter.copyOf', { address: facts.copyOf }) }];
  if (facts.copyTo) return [{ paragraph: say('letter.copyTo', { address: facts.copyTo }) }];
  return [];
}

/**
 * One date travels as an appointment that calendars process; a series as an ordinary file with all dates,
 * because Outlook processes only a mail's first entry (rule C12). A copy never claims to be an appointment.
 */
function calendarPart(notice: Notice, event: Event, facts: LetterFacts): CalendarPart | undefined {
  const dates = heldDates(event);
  const leaving = notice === 'withdrawn';
  if (dates.length === 0 || facts.wasWaiting || (!leaving && facts.status !== 'confirmed')) return undefined;
  const filename = `${event.slug}.ics`;
  const entries = dates.map((date) => calendarEntry(event, date, facts));
  const [entry] = entries;
  if (entry && dates.length === 1 && !facts.copyOf) {
    // Without a sequence of its own the mailbox keeps the appointment: a colleague still comes (rule C13).
    if (facts.sequence === undefined) return undefined;
    const appointment = {
      entry: { ...entry, sequence: facts.sequence },
      organizer: facts.sender,
      attendee: facts.to,
    };
    return leaving
      ? { method: 'CANCEL', content: cancellation(appointment), filename }
      : { method: 'REQUEST', content: invitation(appointment), filename };
  }
  if (leaving && dates.length === 1) return undefined;
  const shownEntries = leaving
    ? entries.map((one) => ({ ...one, status: 'CANCELLED' as const, sequence: one.sequence + 1 }))
    : entries;
  return { method: 'PUBLISH', content: calendarFile(shownEntries), filename };
}

const shown = (event: Event, language: Language, texts: Parameters<typeof pick>[0]): Shown =>
  pick(texts, language, event.mainLanguage);
