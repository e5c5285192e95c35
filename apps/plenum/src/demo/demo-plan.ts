import type { EventPlan } from '#event';
import type { DemoEvent } from './demo-file.js';

type Day = Temporal.PlainDate;

/** A demo event as a plan; relative days are counted from the Monday of today's week. */
export function planOf(event: DemoEvent, today: Temporal.PlainDate): EventPlan {
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  const { place, meetingPoint, joiningLink } = event;
  return {
    slug: event.slug,
    kind: event.kind,
    status: event.status,
    format: event.format,
    audience: event.audience,
    title: event.title,
    summary: event.summary,
    description: event.description,
    hosts: event.hosts.map((name) => ({ name })),
    speakers: event.speakers,
    ourRole: event.ourRole,
    link: event.link,
    announced: event.announced ?? announcedIn(event.announcedInMonths, today),
    opensAt: event.opensInWeeks ? startOfDay(monday.add({ weeks: event.opensInWeeks })) : undefined,
    dates: event.dates.map((date) => {
      const day = dayOf(date, monday);
      return { starts: `${day}T${date.from}`, ends: `${day}T${date.to}`, place, meetingPoint, joiningLink };
    }),
    items: event.items?.map((item) => itemOf(item, event, monday)),
  };
}

function itemOf(item: NonNullable<DemoEvent['items']>[number], { dates: [first] }: DemoEvent, monday: Day) {
  if (!('title' in item)) return { title: item };
  const day = first && dayOf(first, monday);
  return { title: item.title, starts: `${day}T${item.from}`, ends: `${day}T${item.to}` };
}

const dayOf = (date: DemoEvent['dates'][number], monday: Day): string =>
  'day' in date ? date.day : workingDay(monday.add({ weeks: date.weeks, days: date.weekday - 1 }));

// Nobody meets between the years.
function workingDay(day: Temporal.PlainDate): string {
  const idle = (day.month === 12 && day.day > 20) || (day.month === 1 && day.day < 7);
  return (idle ? day.add({ weeks: 3 }) : day).toString();
}

function announcedIn(months: [number, number] | undefined, today: Temporal.PlainDate) {
  if (!months) return undefined;
  const [first, last] = months.map((count) => today.with({ day: 1 }).add({ months: count }));
  if (!first || !last) return undefined;
  return { from: first.toString(), until: last.with({ day: last.daysInMonth }).toString() };
}

const startOfDay = (day: Temporal.PlainDate): Temporal.Instant =>
  day.toZonedDateTime('Europe/Berlin').toInstant();
