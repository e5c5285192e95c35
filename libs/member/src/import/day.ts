/** A day as spreadsheets write it (31.12.2026, 31/12/2026, 2026-12-31, 46387), as `YYYY-MM-DD`. */
export function dayOf(text: string): string | undefined {
  const local = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(text);
  if (local) return real(`${local[3]}-${local[2]?.padStart(2, '0')}-${local[1]?.padStart(2, '0')}`);
  // Excel counts days; that its 1900 has a 29 February is over long before any member entered.
  if (/^\d{5}$/.test(text))
    return Temporal.PlainDate.from('1899-12-30')
      .add({ days: Number(text) })
      .toString();
  return real(/^\d{4}-\d{2}-\d{2}/.exec(text)?.[0] ?? '');
}

function real(day: string): string | undefined {
  try {
    return Temporal.PlainDate.from(day, { overflow: 'reject' }).toString();
  } catch {
    return undefined;
  }
}
