import type { Attendance, Event } from '#event';
import type { EventBrief } from '../../event/event-brief.js';
import type { FieldErrors, Seats } from '../../view/index.js';
import type { Part } from './parts.js';
import type { Typed } from './typed.js';

/** A member in the table of contingents. */
export interface MemberRow {
  id: string;
  name: string;
  /** How many of the contested seats its people hold; missing where they are not counted. */
  taken?: number;
}

/** What the page of an event's seats and rules shows. */
export interface SeatsView {
  event: Event;
  brief: EventBrief;
  /** Of each way of attending, with a limit or without. */
  seats: Seats[];
  /** The seats that contingents are about. */
  contested: Attendance;
  members: MemberRow[];
  /** When seats kept for members open for all; missing where none are kept or no date is known. */
  release?: { at: Temporal.Instant; isOver: boolean };
  /** How many have chosen each session, by the programme item's id. */
  chosen: ReadonlyMap<string, number>;
  /** All forms of the page as they stand. */
  typed: Typed;
  errors: FieldErrors;
  /** In which parts something else is typed than is saved. */
  unsaved: readonly Part[];
  /** Why nothing was changed, where that is about no single field. */
  refused?: string;
}

/** What all parts of the page are given. */
export interface PartProps<Visit> {
  visit: Visit;
  view: SeatsView;
}

/** The page's own address. */
export const seatsHref = (eventId: string): string => `/office/events/${eventId}/seats`;
