import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Language, Texts } from '#language';
import type { NewMessage } from '#mail';
import type { Registration } from './registration.entity.js';
import type { RegistrationStatus } from './words.js';

/** Somebody who looks after a registration beside the person, and is told what the person is told. */
export interface Caretaker {
  address: string;
  language: Language;
}

/** Answers who looks after these registrations, by id; who has nobody is left out. */
export type Care = (
  registrationIds: readonly string[],
  manager: EntityManager,
) => Promise<ReadonlyMap<string, Caretaker>>;

/** Somebody with a name who gave the place back by their own link, or whom the office moved to another event. */
export interface Leaver {
  registration: Registration;
  /** Where it stood before. */
  from?: RegistrationStatus;
  /** Title of the event to which the office moved the person. */
  movedTo?: Texts;
}

/** The mails that tell those who look after these people that they have left. */
export type TellLeft = (left: readonly Leaver[], manager: EntityManager) => Promise<NewMessage[]>;

/** Who looks after whom; rooms whose people look after others enter themselves when they start. */
@Injectable()
export class Caretakers {
  private readonly care: Care[] = [];
  private readonly tellers: TellLeft[] = [];

  add(care: Care, tellLeft: TellLeft): void {
    this.care.push(care);
    this.tellers.push(tellLeft);
  }

  /** By registration id, and for each the first that somebody knows of. */
  async of(
    registrationIds: readonly string[],
    manager: EntityManager,
  ): Promise<ReadonlyMap<string, Caretaker>> {
    const all = await Promise.all(this.care.map((care) => care(registrationIds, manager)));
    return new Map(all.reverse().flatMap((found) => [...found]));
  }

  /** What is told to those who look after people who have left; written by the caller, with the fact. */
  async aboutLeaving(left: readonly Leaver[], manager: EntityManager): Promise<NewMessage[]> {
    if (left.length === 0) return [];
    return (await Promise.all(this.tellers.map((tell) => tell(left, manager)))).flat();
  }
}
