import type { Shown } from '#language';
import type { EventBrief } from './event-brief.js';

/** Someone who speaks, and as what. */
export interface SpeakerView {
  name: string;
  function?: Shown;
}

/** A point of the programme; without a start where the hour is open. */
export interface ItemView {
  start?: Temporal.ZonedDateTime;
  end?: Temporal.ZonedDateTime;
  title: Shown;
  speakers: SpeakerView[];
  /** Where it is a session with a limit of its own. */
  seats?: { capacity: number; free: number };
}

/** Everything the page of an event shows. */
export interface EventView extends EventBrief {
  summary: Shown;
  description: Shown;
  speakers: SpeakerView[];
  items: ItemView[];
  /** A listing's own page. */
  link?: string;
}
