/**
 * What is wrong with an iCalendar text, one sentence each; nothing if it keeps RFC 5545, RFC 5546 and the stricter
 * habits that Plenum has for the sake of calendar clients. Knows nothing of how the text was made.
 */
export function mistakesIn(text: string): string[] {
  const lines = unfolded(text);
  return [
    ...physicalMistakes(text),
    ...lines.flatMap(grammarMistakes),
    ...nestingMistakes(lines),
    ...calendarMistakes(lines),
    ...zoneMistakes(lines),
    ...componentsOf('VEVENT', lines).flatMap(eventMistakes),
    ...schedulingMistakes(lines),
  ];
}

function physicalMistakes(text: string): string[] {
  const physical = text.split('\r\n');
  return [
    ...(physical.at(-1) === '' ? [] : ['the last line has no end']),
    ...(/\r(?!\n)|(?<!\r)\n/.test(text) ? ['a line break is not CRLF'] : []),
    ...physical
      .filter((line) => Buffer.byteLength(line) > 75)
      .map((line) => `longer than 75 octets: ${line}`),
    ...physical.filter((line) => !line.isWellFormed()).map((line) => `half a character: ${line}`),
    ...(physical.slice(0, -1).includes('') ? ['an empty line'] : []),
  ];
}

const parameter = String.raw`;[A-Z0-9-]+=(?:"(?:[^"\p{Cc}]|\t)*"|(?:[^";:,\p{Cc}]|\t)*)`;
const contentLine = new RegExp(String.raw`^[A-Z0-9-]+(?:${parameter})*:(?:\P{Cc}|\t)*$`, 'u');
const textProperty = /^(?:UID|NAME|X-WR-CALNAME|SUMMARY|DESCRIPTION|LOCATION|CATEGORIES)$/;

function grammarMistakes(line: string): string[] {
  if (!contentLine.test(line)) return [`not a content line: ${line}`];
  const { name, value } = parsed(line);
  if (!textProperty.test(name)) return [];
  const bare = value.replace(/\\[\\;,nN]/g, '');
  const special = name === 'CATEGORIES' ? /[\\;]/ : /[\\;,]/;
  return special.test(bare) ? [`not escaped: ${line}`] : [];
}

function nestingMistakes(lines: string[]): string[] {
  const open: string[] = [];
  for (const [index, line] of lines.entries()) {
    const [word, name = ''] = line.split(':');
    if (word === 'BEGIN') open.push(name);
    if (word === 'END' && open.pop() !== name) return [`END:${name} ends something else`];
    if (open.length === 0 && index < lines.length - 1) return ['something stands outside the calendar'];
  }
  return open.length === 0 ? [] : [`${open.join(', ')} never ends`];
}

function calendarMistakes(lines: string[]): string[] {
  const component = lines.findIndex((line, index) => index > 0 && line.startsWith('BEGIN:'));
  if (component < 0) return ['no component'];
  const properties = lines.slice(1, component).map((line) => parsed(line).name);
  let depth = 0;
  const late = lines.slice(component).filter((line) => {
    if (line.startsWith('BEGIN:')) depth++;
    if (line.startsWith('END:')) depth--;
    return depth === 0 && !line.startsWith('END:');
  });
  return [
    ...(lines[0] === 'BEGIN:VCALENDAR' ? [] : ['not a calendar']),
    ...(lines[1] === 'VERSION:2.0' ? [] : ['the version is not the first property']),
    ...['VERSION', 'PRODID', 'METHOD'].flatMap((name) => notOnce(name, properties)),
    ...late.map((line) => `after the components: ${line}`),
  ];
}

function zoneMistakes(lines: string[]): string[] {
  const told = componentsOf('VTIMEZONE', lines).map((zone) => propertyOf('TZID', zone));
  const used = lines.flatMap((line) => line.match(/^[A-Z-]+;TZID=([^:;]+)/)?.[1] ?? []);
  const hasEvents = lines.includes('BEGIN:VEVENT');
  return [
    ...told.filter((zone, index) => told.indexOf(zone) < index).map((zone) => `told twice: ${zone}`),
    ...used.filter((zone) => !told.includes(zone)).map((zone) => `zone without a VTIMEZONE: ${zone}`),
    ...(hasEvents
      ? told.filter((zone) => !used.includes(zone!)).map((zone) => `zone without use: ${zone}`)
      : []),
  ];
}

const once = ['UID', 'SEQUENCE', 'DTSTAMP', 'DTSTART', 'SUMMARY', 'STATUS', 'CREATED', 'LAST-MODIFIED'];
const atMostOnce = ['DTEND', 'DESCRIPTION', 'LOCATION', 'URL', 'TRANSP', 'ORGANIZER', 'CATEGORIES'];

function eventMistakes(event: string[]): string[] {
  const names = event.map((line) => parsed(line).name);
  const stamps = event.filter((line) => /^(?:DTSTAMP|CREATED|LAST-MODIFIED)\b/.test(line));
  const times = event.filter((line) => /^DT(?:START|END)\b/.test(line));
  return [
    ...once.flatMap((name) => notOnce(name, names)),
    ...atMostOnce.filter((name) => names.includes(name)).flatMap((name) => notOnce(name, names)),
    ...stamps.filter((line) => !/^[A-Z-]+:\d{8}T\d{6}Z$/.test(line)).map((line) => `not in UTC: ${line}`),
    ...times
      .filter((line) => !/^[A-Z]+(?:;TZID=[^:;]+:\d{8}T\d{6}|:\d{8}T\d{6}Z)$/.test(line))
      .map((line) => `floating: ${line}`),
    ...event
      .filter((line) => /^URL\b/.test(line) && !/:[a-z]+:[!-~]+$/.test(line))
      .map((l) => `not a URI: ${l}`),
  ];
}

function schedulingMistakes(lines: string[]): string[] {
  const method = propertyOf('METHOD', lines);
  const count = (name: string) => lines.filter((line) => parsed(line).name === name).length;
  if (method === 'PUBLISH') return count('ATTENDEE') === 0 ? [] : ['a published calendar with an attendee'];
  return [
    ...(componentsOf('VEVENT', lines).length === 1 ? [] : ['a calendar mail is about one date']),
    ...(count('ORGANIZER') === 1 ? [] : ['no organizer']),
    ...(count('ATTENDEE') === 1 ? [] : ['not exactly one attendee']),
    ...((method === 'CANCEL') === (propertyOf('STATUS', lines) === 'CANCELLED')
      ? []
      : ['status against method']),
  ];
}

/** The content lines of a text, without folds. */
function unfolded(text: string): string[] {
  return text
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .slice(0, -1);
}

function componentsOf(kind: string, lines: string[]): string[][] {
  const starts = lines.flatMap((line, index) => (line === `BEGIN:${kind}` ? [index] : []));
  return starts.map((start) => lines.slice(start + 1, lines.indexOf(`END:${kind}`, start)));
}

function propertyOf(name: string, lines: string[]): string | undefined {
  return lines.map(parsed).find((line) => line.name === name)?.value;
}

function notOnce(name: string, names: string[]): string[] {
  const count = names.filter((other) => other === name).length;
  return count === 1 ? [] : [`${name} stands ${count} times`];
}

function parsed(line: string): { name: string; value: string } {
  const match = line.match(/^([^:;]*)(?:;[^=]*=(?:"[^"]*"|[^":;]*))*:?(.*)$/s);
  return { name: match?.[1] ?? '', value: match?.[2] ?? '' };
}
