/** A day as browsers send it (`2027-01-25`) or as people type it (`25.1.2027`, `25/01/2027`); else undefined. */
export function typedDay(text: string): string | undefined {
  const match =
    /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)$/.exec(text) ??
    /^(?<day>\d{1,2})[./] ?(?<month>\d{1,2})[./] ?(?<year>\d{4})$/.exec(text);
  if (!match?.groups) return undefined;
  const { year, month, day } = match.groups;
  try {
    const fields = { year: Number(year), month: Number(month), day: Number(day) };
    return Temporal.PlainDate.from(fields, { overflow: 'reject' }).toString();
  } catch {
    // The 31st of February.
    return undefined;
  }
}

/** An hour as browsers send it (`09:00`) or as people type it (`9.00`, `9 Uhr`, `9 h 30`); else undefined. */
export function typedHour(text: string): string | undefined {
  const match = /^(\d{1,2})(?:(?:[:.]| ?h ?)(\d\d))?(?: ?(?:uhr|h))?$/i.exec(text);
  if (!match) return undefined;
  const [hour, minute] = [Number(match[1]), Number(match[2] ?? 0)];
  if (hour > 23 || minute > 59) return undefined;
  return Temporal.PlainTime.from({ hour, minute }).toString({ smallestUnit: 'minute' });
}
