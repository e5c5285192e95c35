import type { Language, Texts } from '#language';
import type { Event } from './event.entity.js';
import type { EventDate } from './event-date.entity.js';
import type { EventItem } from './event-item.entity.js';
import type { Audience, EventKind, EventStatus, Format, Host, OurRole, Speaker } from './words.js';

/** One sitting to plan; times are wall clock in the event's zone, `YYYY-MM-DDTHH:mm`. */
export interface DatePlan {
  starts: string;
  ends: string;
  place?: Texts;
  meetingPoint?: Texts;
  joiningLink?: string;
}

/** A point of the programme as it shall be; one that has an id stays who it is, whatever else changes. */
export interface ItemPlan {
  id?: string;
  starts?: string;
  ends?: string;
  title: Texts;
  speakers?: Speaker[];
}

/** An event to put into the programme. */
export interface EventPlan {
  slug: string;
  kind: EventKind;
  status: EventStatus;
  format?: Format;
  audience: Audience;
  mainLanguage?: Language;
  timeZone?: string;
  title: Texts;
  summary?: Texts;
  description?: Texts;
  hosts?: Host[];
  speakers?: Speaker[];
  ourRole?: OurRole;
  link?: string;
  announced?: { from: string; until: string; as?: Texts };
  opensAt?: Temporal.Instant;
  closesAt?: Temporal.Instant;
  dates?: DatePlan[];
  items?: Omit<ItemPlan, 'id'>[];
}

/** What may change about an event, and about its dates and items by position. */
export interface Revision {
  event?: Partial<
    Pick<
      Event,
      | 'kind'
      | 'status'
      | 'title'
      | 'summary'
      | 'description'
      | 'hosts'
      | 'speakers'
      | 'format'
      | 'audience'
      | 'closesAt'
      | 'opensAt'
    >
  >;
  dates?: Record<
    number,
    Partial<
      Pick<EventDate, 'startsLocal' | 'endsLocal' | 'status' | 'place' | 'meetingPoint' | 'joiningLink'>
    >
  >;
  items?: Record<number, Partial<Pick<EventItem, 'startsLocal' | 'endsLocal' | 'status'>>>;
  /** The whole programme in its new order, in place of `items`; points that are left out are taken off it. */
  programme?: readonly ItemPlan[];
}
