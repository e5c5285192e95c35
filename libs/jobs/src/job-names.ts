/** Everything a worker can be woken for; the closed list. A job carries no data: what to do is in the rows. */
export const JOB_NAMES = [
  'mail.deliver',
  'desk.look',
  'form.forget',
  'delegation.remind',
  'event.minimum',
] as const;

export type JobName = (typeof JOB_NAMES)[number];

export const isJobName = (name: string): name is JobName => JOB_NAMES.includes(name as JobName);
