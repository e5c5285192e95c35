import type { Acting, Coordination } from '#delegation';
import type { Visit } from '../view/index.js';

/** On whose behalf and by whom, and where the pages are: the coordinator's own, or the office's. */
export interface Standpoint {
  visit: Visit;
  coordination: Coordination;
  acting: Acting;
  /** What goes with each form unseen. */
  hidden?: Readonly<Record<string, string>>;
}

/** A form that comes back, with the status of the answer. */
export interface Returned<View> {
  status: number;
  view: View;
}
