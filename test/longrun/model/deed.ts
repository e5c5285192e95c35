import type { Entry, Guest, Status, Way } from './entry.js';

/** What somebody asks of the desk of one event, in the model's words. */
export type Deed =
  | {
      verb: 'register';
      guests: readonly Guest[];
      byOffice: boolean;
      invited: boolean;
      together: boolean;
      silent: boolean;
      /** The same submission again is answered the same. */
      key?: string;
      /** Under a key that was used for something else. */
      forged?: boolean;
    }
  | { verb: 'withdraw'; entry: Entry; declined: boolean; silent: boolean }
  | { verb: 'admit'; entry: Entry; over: boolean; silent: boolean }
  | { verb: 'verify' | 'accept'; entry: Entry }
  | { verb: 'change'; entry: Entry; way?: Way; sessions?: readonly string[] }
  | { verb: 'swap'; entry: Entry; guest: Guest; corrects: boolean; joins?: boolean }
  | { verb: 'resize'; onsite?: number | null; online?: number | null }
  | { verb: 'look' };

export type DeedTo<V extends Deed['verb']> = Extract<Deed, { verb: V }>;

/** What each person of a party is answered; `entry` where they are new on the list. */
export interface PersonAnswer {
  status: Status;
  position?: number;
  entry?: Entry;
}

/** What the desk must answer. */
export type Expected =
  | { refused: string }
  | { people: PersonAnswer[] }
  /** `since`: how long the trail was then; the desk tells where it stands after the whole batch. */
  | { entry: Entry; from?: Status; since: number }
  | { nothing: true };
