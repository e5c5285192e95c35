import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Language } from '#language';

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

/** Who looks after whom; rooms whose people look after others enter themselves when they start. */
@Injectable()
export class Caretakers {
  private readonly care: Care[] = [];

  add(care: Care): void {
    this.care.push(care);
  }

  /** By registration id, and for each the first that somebody knows of. */
  async of(
    registrationIds: readonly string[],
    manager: EntityManager,
  ): Promise<ReadonlyMap<string, Caretaker>> {
    const all = await Promise.all(this.care.map((care) => care(registrationIds, manager)));
    return new Map(all.reverse().flatMap((found) => [...found]));
  }
}
