import {
  announcedText,
  type Event,
  type EventDate,
  type EventItem,
  extent,
  registrationWindow,
  type Speaker,
  timesOf,
  zoned,
} from '#event';
import type { Form } from '#form';
import { type Language, pick, type Texts } from '#language';
import { type Allotment, type DeskRules, isLate, type SeatsView } from '#registration';
import { shownConsents, shownQuestions, shownSessions } from './choices-view.js';
import type { ListedEvent, ShownEvent } from './event.schema.js';
import { stamp } from './stamp.js';

/** For whom and when an event is shown. */
export interface Looking {
  language: Language;
  now: Temporal.Instant;
}

/** What the desk of an event says of it; without seats one cannot register for it. */
export interface Desk {
  seats?: SeatsView;
  rules: DeskRules;
}

/** An event as it stands in a list. */
export function listedEvent(event: Event, { seats, rules }: Desk, looking: Looking): ListedEvent {
  const times = extent(event);
  const window = registrationWindow(event, looking.now);
  const inZone = (at: Temporal.Instant | undefined) => at && stamp(at.toZonedDateTimeISO(event.timeZone));
  return {
    slug: event.slug,
    kind: event.kind,
    status: event.status as ListedEvent['status'],
    title: pick(event.title, looking.language, event.mainLanguage).text,
    startsAt: times && stamp(times.start),
    endsAt: times && stamp(times.end),
    timeZone: event.timeZone,
    format: event.format,
    registration: {
      state: isLate(event, rules, looking.now) ? 'late' : window.state,
      opensAt: inZone(window.opensAt),
      closesAt: inZone(window.closesAt),
    },
    seats: seatsOf(seats),
  };
}

/** What somebody who registers is asked. */
export interface Asked {
  form: Form;
  allotments: readonly Allotment[];
}

/** An event with everything that the public may know; joining links are not of that kind (rule T9). */
export function shownEvent(
  event: Event,
  desk: Desk,
  { form, allotments }: Asked,
  { publicUrl, ...looking }: Looking & { publicUrl: string },
): ShownEvent {
  const say: Say = (texts) => pick(texts, looking.language, event.mainLanguage).text;
  const page = `${publicUrl}/events/${event.slug}`;
  return {
    ...listedEvent(event, desk, looking),
    audience: event.audience,
    mainLanguage: event.mainLanguage,
    summary: say(event.summary),
    description: say(event.description),
    announced: announcement(event, looking.language),
    dates: event.dates.map((date) => shownDate(event, date, say)),
    items: event.items.map((item) => shownItem(event, item, say)),
    sessions: shownSessions(event, allotments, say),
    questions: shownQuestions(form, allotments, say),
    consents: shownConsents(form, say),
    hosts: event.hosts.map(({ name, link }) => ({ name, link })),
    speakers: event.speakers.map((speaker) => shownSpeaker(speaker, say)),
    ourRole: event.ourRole ?? undefined,
    link: event.link ?? undefined,
    page,
    calendar: `${page}.ics`,
  };
}

type Say = (texts: Texts | undefined) => string;

function announcement(event: Event, language: Language): ShownEvent['announced'] {
  const text = event.status === 'announced' ? announcedText(event, language) : '';
  if (!text) return undefined;
  return { from: event.announcedFrom ?? undefined, until: event.announcedUntil ?? undefined, text };
}

function shownDate(event: Event, date: EventDate, say: Say): ShownEvent['dates'][number] {
  const { start, end } = timesOf(event, date);
  return {
    startsAt: stamp(start),
    endsAt: stamp(end),
    status: date.status,
    place: say(date.place) || undefined,
    meetingPoint: say(date.meetingPoint) || undefined,
  };
}

function shownItem(event: Event, item: EventItem, say: Say): ShownEvent['items'][number] {
  const at = (local: string | null) => (local ? stamp(zoned(local, event.timeZone)) : undefined);
  return {
    startsAt: at(item.startsLocal),
    endsAt: at(item.endsLocal),
    title: say(item.title),
    speakers: item.speakers.map((speaker) => shownSpeaker(speaker, say)),
  };
}

const shownSpeaker = (speaker: Speaker, say: Say) => ({
  name: speaker.name,
  function: say(speaker.function) || undefined,
});

function seatsOf(seats: SeatsView | undefined): ListedEvent['seats'] {
  return {
    onsite: seats?.onsite && freeOf(seats.onsite),
    online: seats?.online && freeOf(seats.online),
    waiting: seats?.waiting ?? 0,
  };
}

// After the office has made the room smaller, more seats can be taken than there are.
const freeOf = ({ capacity, taken }: { capacity: number | null; taken: number }) => ({
  capacity,
  free: capacity === null ? null : Math.max(0, capacity - taken),
});
