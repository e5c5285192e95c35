import {
  announcedText,
  type Event,
  type EventDate,
  extent,
  registrationWindow,
  type Speaker,
  timesOf,
  zoned,
} from '#event';
import { type Language, pick, type Texts } from '#language';
import {
  type Allotment,
  contested,
  type DeskRules,
  isLate,
  needsApproval,
  offersPlaces,
  type SeatsView,
  seatsLeft,
} from '#registration';
import type { Seats } from '../view/index.js';
import { dividedBy } from './divided.js';
import type { Entry, EventBrief, Sitting } from './event-brief.js';
import type { EventView, ItemView, SpeakerView } from './event-view.js';

/** What an event's views are made from. */
export interface EventFacts {
  event: Event;
  seats?: SeatsView;
  /** Where it matters what registering leads to. */
  rules?: DeskRules;
  /** What is limited beside the seats; sessions are known by it. */
  allotments?: readonly Allotment[];
  language: Language;
  now: Temporal.Instant;
  /** Whether the person looking may have the joining links (rule T9). */
  joining?: boolean;
}

/** An event as a line of the programme shows it. */
export function toEventBrief({
  event,
  seats,
  rules,
  language,
  now,
  joining = false,
}: EventFacts): EventBrief {
  const say = (texts: Texts) => pick(texts, language, event.mainLanguage);
  const end = extent(event)?.end;
  const window = registrationWindow(event, now);
  const onClock = (at: Temporal.Instant | undefined) => at?.toZonedDateTimeISO(event.timeZone);
  return {
    href: `/events/${event.slug}`,
    kind: event.kind,
    status: event.status,
    title: say(event.title),
    format: event.format ?? undefined,
    audience: event.audience,
    hosts: event.hosts,
    dates: event.dates.map((date) => sitting(event, date, say, joining)),
    announced: event.announcedFrom ? { text: announcedText(event, language), language } : undefined,
    over: end !== undefined && Temporal.Instant.compare(end.toInstant(), now) <= 0,
    registering: {
      state: window.state,
      opensAt: onClock(window.opensAt),
      closesAt: onClock(window.closesAt),
    },
    entry: rules && { ...entryOf(event, rules, now), divided: dividedBy(rules, { event, seats, now }) },
    seats: seats ? seatList(seats) : [],
    hasWaitingList: event.kind !== 'assembly',
    role: event.ourRole ?? undefined,
  };
}

/** An event as its own page shows it. */
export function toEventView(facts: EventFacts): EventView {
  const { event, language, allotments } = facts;
  const say = (texts: Texts) => pick(texts, language, event.mainLanguage);
  const clock = (local: string | null) => (local ? zoned(local, event.timeZone) : undefined);
  return {
    ...toEventBrief(facts),
    summary: say(event.summary),
    description: say(event.description),
    speakers: event.speakers.map((one) => speaker(one, say)),
    items: event.items.map((item) => ({
      start: clock(item.startsLocal),
      end: clock(item.endsLocal),
      title: say(item.title),
      speakers: item.speakers.map((one) => speaker(one, say)),
      seats: sessionSeats(allotments?.find(({ id }) => id === item.id)),
    })),
    link: event.link ?? undefined,
  };
}

const entryOf = (event: Event, rules: DeskRules, now: Temporal.Instant): Entry => ({
  late: isLate(event, rules, now),
  approval: needsApproval(event, rules, now),
  confirmsAddress: rules.verifyMinutes !== null,
  offers: offersPlaces(rules, event, now),
  memberAddress: event.audience === 'members' && rules.proof === 'address',
  membersFirst: rules.lineOrder === 'fair' ? contested(event) : undefined,
});

type Say = (texts: Texts) => ReturnType<typeof pick>;

function sitting(event: Event, date: EventDate, say: Say, joining: boolean): Sitting {
  const place = say(date.place);
  const meetingPoint = say(date.meetingPoint);
  return {
    ...timesOf(event, date),
    cancelled: date.status === 'cancelled',
    place: place.text ? place : undefined,
    meetingPoint: meetingPoint.text ? meetingPoint : undefined,
    joiningLink: joining ? (date.joiningLink ?? undefined) : undefined,
  };
}

const speaker = (one: Speaker, say: Say): SpeakerView => ({
  name: one.name,
  function: one.function && say(one.function),
});

function sessionSeats(session: Allotment | undefined): ItemView['seats'] {
  if (!session || session.capacity === null) return undefined;
  return { capacity: session.capacity, free: seatsLeft(session) ?? 0 };
}

function seatList(seats: SeatsView): Seats[] {
  return (['onsite', 'online'] as const).flatMap((attendance) => {
    const own = seats[attendance];
    return own ? [{ attendance, ...own }] : [];
  });
}
