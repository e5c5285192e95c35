/** The day in the office, `YYYY-MM-DD`: memberships and terms count whole days there. */
export const officeDay = (now: Temporal.Instant): string =>
  now.toZonedDateTimeISO('Europe/Berlin').toPlainDate().toString();
