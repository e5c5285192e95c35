/** How long before the naming deadline a coordinator is reminded: of what is passed, the last counts. */
export const REMINDERS = [
  Temporal.Duration.from({ hours: 7 * 24 }),
  Temporal.Duration.from({ hours: 2 * 24 }),
] as const;

/** Which of the reminders is the last whose moment has come; -1 before the first. */
export const stageOf = (nameBy: Temporal.Instant, now: Temporal.Instant): number =>
  REMINDERS.findLastIndex((before) => Temporal.Instant.compare(now, nameBy.subtract(before)) >= 0);

/** What makes a reminder the only one of its stage. Whatever else tells of the deadline by then stands in for it. */
export const reminderKey = (nameBy: Temporal.Instant, stage: number): string => `reminder ${stage} ${nameBy}`;
