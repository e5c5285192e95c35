import type { Attendance } from '#event';
import type { RegistrationStatus } from '../words.js';
import type { HeldBack, Place } from './place.js';

/** A person who asks for a seat. */
export interface Asker {
  id: string;
  person: string;
  attendance: Attendance;
  member?: string;
  claims: readonly string[];
  /** An unnamed seat is given back then if nobody was named. */
  expiresAt?: Temporal.Instant;
}

/** Something that somebody asks of the desk. */
export type Ask =
  | {
      verb: 'register';
      people: readonly Asker[];
      /** Straight to a seat or the line; or by a request that the office decides; or after confirming the address. */
      entry: 'straight' | 'request' | 'verification';
      /** All of them or none: without seats for all they wait as the group of this id. */
      group?: string;
    }
  | { verb: 'withdraw'; id: string; to?: 'cancelled' | 'declined' }
  /**
   * To a seat or the line from wherever it stands; `over`: to a seat at any rate. `expiresAt`: the naming deadline,
   * if the seat has no name by then; who waits keeps the one they have.
   */
  | { verb: 'admit'; id: string; over?: boolean; expiresAt?: Temporal.Instant }
  /** The address is confirmed; where the event asks for approval it becomes a request. */
  | { verb: 'verify'; id: string; approval: boolean }
  | { verb: 'accept'; id: string }
  /**
   * `claims`: what is chosen from now on, instead of all that was chosen before, or of what `replaces` says; left
   * out, choices stay as they are by then.
   */
  | {
      verb: 'change';
      id: string;
      attendance?: Attendance;
      claims?: readonly string[];
      replaces?: (claim: string) => boolean;
    }
  /**
   * Another person on the same seat, or the name of one; `full` if the member may not have one more. `expiresAt`: the
   * naming deadline, where nobody is named and the seat is kept. `only`: whose it must still be. `keeps`: which choices
   * stay; left out, all do. `corrects`: the same person under another name, so that all stay unless their place
   * replaces another. `joins`: of a person who has a place already only the better one stays; left out, that is a
   * `double`.
   */
  | {
      verb: 'swap';
      id: string;
      person: string;
      only?: string;
      member?: string;
      expiresAt?: Temporal.Instant;
      keeps?: (claim: string) => boolean;
      corrects?: boolean;
      joins?: boolean;
    }
  | { verb: 'resize'; onsite?: number | null; online?: number | null }
  /** Nothing is asked; the desk looks whether something is due. */
  | { verb: 'look' };

/**
 * What a newcomer would get at that moment. A person who is registered already gets the same answer, so that
 * nobody learns from it who is on the list.
 */
export type Answer =
  | { status: 'confirmed' }
  | { status: 'waitlisted'; position: number }
  | { status: 'requested' }
  | { status: 'unverified' };

/** What a person of a registering party got. */
export interface Answered {
  outcome: 'registered' | 'known';
  place: Place;
  answer: Answer;
  /** Why it is the line, where seats are free. */
  heldBack?: HeldBack;
}

/** What the desk decides about one ask. Every place is as it stands after the whole batch. */
export type Decision =
  | { outcome: 'registered'; people: Answered[] }
  /** A session or choice is taken, to the `person` of this number in a party; nothing of the ask was done. */
  | { outcome: 'taken'; allotment: string; person?: number }
  /** No seat in the way of attending that was asked for; nothing was done. */
  | { outcome: 'full' }
  /** Somebody else with that name and address is on the list; nothing was done. */
  | { outcome: 'double'; place: Place }
  /** It is somebody else's by now; nothing was done. */
  | { outcome: 'gone'; place: Place }
  /**
   * Done; `from` is where it stood before. Where the person had a place already: `yieldsTo` it, and this one has ended,
   * or `replaces` it, which has.
   */
  | {
      outcome: 'done';
      place: Place;
      from: RegistrationStatus;
      freed?: Attendance;
      yieldsTo?: Place;
      replaces?: Place;
    }
  /** Nothing to do: it was so already, or is over. */
  | { outcome: 'unchanged'; place?: Place }
  | { outcome: 'looked' };

/** One kind of ask. */
export type AskTo<V extends Ask['verb']> = Extract<Ask, { verb: V }>;

/** Something that happened to a place without its being asked for. */
export interface Turn {
  place: Place;
  turn: 'promoted' | 'offered' | 'lapsed';
  from: RegistrationStatus;
}
