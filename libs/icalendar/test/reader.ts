import ICAL from 'ical.js';

// ical.js is older than RFC 7986 and would leave the name of a calendar escaped.
for (const property of ['name', 'x-wr-calname']) {
  ICAL.design.icalendar.property[property] = { defaultType: 'text' };
}

/** What a calendar client reads in a text: parsed by ical.js, which shares no code with what wrote it. */
export function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const first = (name: string) => calendar.getFirstPropertyValue(name)?.toString();
  return {
    method: first('method'),
    name: first('name'),
    shownName: first('x-wr-calname'),
    refreshEvery: first('refresh-interval'),
    timeToLive: first('x-published-ttl'),
    zones: calendar.getAllSubcomponents('vtimezone').map((zone) => zone.getFirstPropertyValue('tzid')),
    entries: calendar.getAllSubcomponents('vevent').map(entryIn),
  };
}

function entryIn(vevent: ICAL.Component) {
  const value = (name: string) => vevent.getFirstPropertyValue(name)?.toString();
  return {
    uid: value('uid'),
    sequence: Number(value('sequence')),
    start: timeIn(vevent, 'dtstart')!,
    end: timeIn(vevent, 'dtend'),
    stamp: timeIn(vevent, 'dtstamp')?.instant,
    created: timeIn(vevent, 'created')?.instant,
    changed: timeIn(vevent, 'last-modified')?.instant,
    status: value('status'),
    transparency: value('transp'),
    summary: value('summary'),
    description: value('description'),
    location: value('location'),
    url: value('url'),
    categories: vevent.getFirstProperty('categories')?.getValues() ?? [],
    organizer: personIn(vevent, 'organizer'),
    attendees: vevent.getAllProperties('attendee').length,
    attendee: personIn(vevent, 'attendee'),
  };
}

/** The wall-clock time, its zone, and the instant that the calendar's own VTIMEZONE makes of them. */
function timeIn(vevent: ICAL.Component, name: string) {
  const time = vevent.getFirstPropertyValue(name) as ICAL.Time | null;
  if (!time) return undefined;
  const instant = Temporal.Instant.fromEpochMilliseconds(time.toUnixTime() * 1000).toString();
  return { wallClock: time.toString().replace('Z', ''), zone: time.zone.tzid, instant };
}

function personIn(vevent: ICAL.Component, role: 'organizer' | 'attendee') {
  const property = vevent.getFirstProperty(role);
  if (!property) return undefined;
  const [scheme, address = ''] = String(property.getFirstValue()).split(':');
  return {
    name: property.getFirstParameter('cn'),
    address: scheme?.toLowerCase() === 'mailto' ? decodeURIComponent(address) : undefined,
    answer: property.getFirstParameter('partstat'),
    asked: property.getFirstParameter('rsvp'),
  };
}
