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
type Care = (
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
type TellLeft = (left: readonly Leaver[], manager: EntityManager) => Promise<NewMessage[]>;

/** Whom the office moves to another event; the answer is the delegation there, if they stay in one. */
type TakeAlong = (
  moved: { registration: Registration; eventId: string; actor: string },
  manager: EntityManager,
) => Promise<string | undefined>;

/** What rooms do whose people look after others. */
export interface Caring {
  of: Care;
  tellLeft: TellLeft;
  takeAlong: TakeAlong;
}

/** Who looks after whom; rooms whose people look after others enter themselves when they start. */
@Injectable()
export class Caretakers {
  private readonly rooms: Caring[] = [];

  add(room: Caring): void {
    this.rooms.push(room);
  }

  /** By registration id, and for each the first that somebody knows of. */
  async of(
    registrationIds: readonly string[],
    manager: EntityManager,
  ): Promise<ReadonlyMap<string, Caretaker>> {
    const all = await Promise.all(this.rooms.map((room) => room.of(registrationIds, manager)));
    return new Map(all.reverse().flatMap((found) => [...found]));
  }

  /** What is told to those who look after people who have left; written by the caller, with the fact. */
  async aboutLeaving(left: readonly Leaver[], manager: EntityManager): Promise<NewMessage[]> {
    if (left.length === 0) return [];
    return (await Promise.all(this.rooms.map((room) => room.tellLeft(left, manager)))).flat();
  }

  /** Has those who look after somebody keep them at the event to which they are moved. */
  async takeAlong(...moving: Parameters<TakeAlong>): Promise<string | undefined> {
    const found = await Promise.all(this.rooms.map((room) => room.takeAlong(...moving)));
    return found.find(Boolean);
  }
}
