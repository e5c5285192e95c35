import { TooMany } from '#account';
import { EventUnknown } from '#event';
import { problemName, type Refusal, statusOf, translator } from '#language';
import {
  AddressLimit,
  AddressOfMemberNeeded,
  AttendanceMissing,
  AttendanceNotOffered,
  ChoiceTaken,
  EventCancelled,
  InvitationNeeded,
  KeyReused,
  MembersOnly,
  NoRegistration,
  RegistrationClosed,
  RegistrationNotYetOpen,
  SeriesLimit,
  UnknownSession,
} from '#registration';

/** A case that programs can tell from others of the same status. */
export interface ProblemKind {
  name: string;
  status: number;
  /** What it means, in English. */
  meaning: string;
}

const REFUSALS: Refusal[] = [
  new InvitationNeeded(),
  new EventUnknown(),
  new NoRegistration(),
  new RegistrationNotYetOpen(),
  new RegistrationClosed(),
  new EventCancelled(),
  new MembersOnly(),
  new AddressOfMemberNeeded(),
  new AttendanceMissing(),
  new AttendanceNotOffered(),
  new ChoiceTaken(),
  new UnknownSession(),
  new AddressLimit(),
  new SeriesLimit(),
  new KeyReused(),
  new TooMany(60),
];

/** The case of a body, a parameter or a header that does not fit its schema. */
export const INVALID_INPUT: ProblemKind = {
  name: 'invalid-input',
  status: 422,
  meaning: 'Fields are wrong or missing; errors names each of them.',
};

/** Every case that has a name of its own, by rising status. */
export const PROBLEM_KINDS: readonly ProblemKind[] = [...REFUSALS.map(kindOf), INVALID_INPUT].sort(
  (a, b) => a.status - b.status,
);

/** The cases without a name: the status says it all. */
export const PLAIN_PROBLEMS = {
  400: 'The request cannot be read, for example because it is not JSON.',
  404: 'There is nothing at this address.',
  405: 'The address does not know the method; the header Allow names those it knows.',
  413: 'The body is larger than 64 KB.',
  415: 'The body is not application/json, or is compressed.',
  500: 'The fault is ours; nothing has changed.',
} as const;

/** What a refusal is to programs. */
export function kindOf(refusal: Refusal): ProblemKind {
  return {
    name: problemName(refusal.name),
    status: statusOf(refusal),
    meaning: translator('en')(refusal.key, refusal.values),
  };
}
