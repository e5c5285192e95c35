import type { ValueTransformer } from 'typeorm';

/** Temporal.Instant in the code, timestamptz (to the millisecond) in the database. */
export const instant: ValueTransformer = {
  to: (value?: Temporal.Instant | null) => (value ? new Date(value.epochMilliseconds) : value),
  from: (value: Date | null) => value && toInstant(value),
};

/** A timestamptz as pg reads it in a raw query. */
export const toInstant = (value: Date): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(value.getTime());
