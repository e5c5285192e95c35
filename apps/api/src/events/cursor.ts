/** A place in a list, as clients hand it back to us: opaque, so that it may mean something else one day. */
export const toCursor = (place: string): string => Buffer.from(place).toString('base64url');

/** The place that a cursor means, or undefined if we never gave out such a one. */
export function placeOf(cursor: string): string | undefined {
  const place = Buffer.from(cursor, 'base64url').toString();
  return PLACE.test(place) ? place : undefined;
}

// Milliseconds and an id, as ProgrammeService says where a page ends.
const PLACE = /^\d{1,16}~[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;
