import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Form } from './form.js';

/** Acts on a form that was just saved, in the same transaction; what it throws undoes the saving. */
export type FormFollower = (form: Form, manager: EntityManager) => Promise<void>;

/** Who must know of every change of a form: the rooms above that count what it limits. */
@Injectable()
export class FormChanges {
  private readonly followers: FormFollower[] = [];

  follow(follower: FormFollower): void {
    this.followers.push(follower);
  }

  /** Tells everybody who follows, one after the other. */
  async tell(form: Form, manager: EntityManager): Promise<void> {
    for (const follower of this.followers) await follower(form, manager);
  }
}
