import { z } from 'zod';
import { line } from '#database';
import type { MessageKey, MessageValues } from '#language';
import { LINE_ORDERS, PROMOTIONS, PROOFS } from './desk-rules.entity.js';

/** What is sensible; whoever needs more has mistyped. */
export const MOST_SEATS = 100_000;
const MOST_DAYS = 365;
const LONGEST_CONFIRMATION = 7 * 24 * 60;
const LONGEST_COLLECTION = 90 * 24;
const MOST_OF_ONE = 1000;
const LONGEST_SERIES = 60;

/** Rules to change, in the order in which their form asks; what is left out stays. Contingents have a schema of their own. */
export const rulesSchema = z
  .strictObject({
    promotion: z.enum(PROMOTIONS),
    lineOrder: z.enum(LINE_ORDERS),
    collectHours: whole(0, LONGEST_COLLECTION).nullable(),
    approval: z.boolean(),
    lateRequests: z.boolean(),
    requestHoldsSeat: z.boolean(),
    requestDays: whole(1, MOST_DAYS),
    verifyMinutes: whole(5, LONGEST_CONFIRMATION).nullable(),
    verifyHoldsSeat: z.boolean(),
    withdrawUntil: instant().nullable(),
    asksReason: z.boolean(),
    proof: z.enum(PROOFS),
    namingDays: whole(1, MOST_DAYS),
    mostPerAddress: whole(1, MOST_OF_ONE).nullable(),
    series: line(LONGEST_SERIES).nullable(),
    mostInSeries: whole(1, MOST_OF_ONE).nullable(),
    minimum: whole(1, MOST_SEATS).nullable(),
    minimumUntil: instant().nullable(),
    minimumCancels: z.boolean(),
  })
  .partial();
export type RulesInput = z.infer<typeof rulesSchema>;

/** Numbers of seats; null: no limit, left out: as it is. */
export const seatsSchema = z
  .strictObject({ onsite: whole(0, MOST_SEATS).nullable(), online: whole(0, MOST_SEATS).nullable() })
  .partial();
export type SeatsInput = z.infer<typeof seatsSchema>;

const share = {
  guaranteed: whole(0, MOST_SEATS),
  cap: whole(1, MOST_SEATS).nullable(),
};

/** What every member is guaranteed and may have at most, until when, and what other numbers some have, by member id. */
export const contingentsSchema = z.strictObject({
  memberGuaranteed: share.guaranteed,
  memberCap: share.cap,
  /** Null or left out: 21 days before the start. */
  until: instant().nullable().optional(),
  overrides: z.record(z.uuid(), z.strictObject(share)),
});
export type ContingentsInput = z.infer<typeof contingentsSchema>;

/** The points of the programme that can be chosen, with seats of their own or as many as the event has. */
export const sessionsSchema = z.array(
  z.strictObject({ itemId: z.uuid(), capacity: whole(0, MOST_SEATS).nullable() }),
);
export type SessionsInput = z.infer<typeof sessionsSchema>;

interface Sentence {
  key: MessageKey;
  values?: MessageValues;
}

function whole(least: number, most: number) {
  const sentence: Sentence = { key: 'rules.number.wrong', values: { least, most } };
  return z.custom<number>(
    (value) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most,
    {
      params: sentence,
    },
  );
}

function instant() {
  const sentence: Sentence = { key: 'rules.moment.wrong' };
  return z.custom<Temporal.Instant>((value) => value instanceof Temporal.Instant, { params: sentence });
}
