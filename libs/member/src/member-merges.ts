import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Follows the merging of two members, in its transaction and before anything else is changed. */
export type MergeFollower = (ids: { keep: string; double: string }, manager: EntityManager) => Promise<void>;

/** Rooms above that count something by member, and must join what they counted for two. */
@Injectable()
export class MemberMerges {
  private readonly followers: MergeFollower[] = [];

  follow(follower: MergeFollower): void {
    this.followers.push(follower);
  }

  async tell(ids: { keep: string; double: string }, manager: EntityManager): Promise<void> {
    for (const follower of this.followers) await follower(ids, manager);
  }
}
