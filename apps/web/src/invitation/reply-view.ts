import type { Answer } from '#invitation';
import type { RegisterView } from '../registration/register-view.js';

/** A substitute as typed. */
export interface SubstituteInput {
  firstName: string;
  lastName: string;
  email: string;
  word: string;
}

/** The three ways to reply, as they were opened or as one of them came back. */
export interface ReplyView {
  /** Forms are sent to `<action>/coming`, `/declined` and `/substitute`. */
  action: string;
  /** The form that is unfolded. */
  open?: Answer;
  /** The form of "coming". */
  coming: RegisterView;
  /** The word typed with "not coming". */
  word: string;
  substitute: SubstituteInput;
  /** What goes with each form unseen. */
  hidden?: Readonly<Record<string, string>>;
}
