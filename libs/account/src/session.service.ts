import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import { type EntityManager, LessThanOrEqual, MoreThan } from 'typeorm';
import { Clock } from '#config';
import { AccountSession, type SessionFacts } from './account-session.entity.js';

/** A session's content; without an account nobody has signed in yet. */
export interface Session {
  accountId?: string;
  facts: SessionFacts;
}

/** A working day: who does nothing for so long signs in again. */
const IDLE = Temporal.Duration.from({ hours: 8 });

/** Anybody can open the sign-in page, so what it leaves behind goes soon. */
const IDLE_AT_THE_DOOR = Temporal.Duration.from({ hours: 1 });

/** The sessions of the office, kept on the server; a browser knows only an id. */
@Injectable()
export class SessionService {
  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly clock: Clock,
  ) {}

  /** A session that has not expired. */
  async read(id: string): Promise<Session | undefined> {
    const found = await this.manager.findOneBy(AccountSession, {
      idHash: hashed(id),
      expiresAt: MoreThan(this.clock.now()),
    });
    return found ? { accountId: found.accountId ?? undefined, facts: found.data } : undefined;
  }

  /** Begins a session, and clears away those that have expired. */
  async begin(id: string, session: Session): Promise<void> {
    await this.manager.delete(AccountSession, { expiresAt: LessThanOrEqual(this.clock.now()) });
    await this.manager.upsert(AccountSession, { idHash: hashed(id), ...this.rowOf(session) }, ['idHash']);
  }

  /** Keeps a session that was read, from now on for its full time again. One that was ended meanwhile stays ended. */
  async keep(id: string, session: Session): Promise<void> {
    await this.manager.update(AccountSession, { idHash: hashed(id) }, this.rowOf(session));
  }

  async end(id: string): Promise<void> {
    await this.manager.delete(AccountSession, { idHash: hashed(id) });
  }

  /** Ends all sessions of an account, wherever they are open. */
  async endAll(accountId: string, manager: EntityManager = this.manager): Promise<void> {
    await manager.delete(AccountSession, { accountId });
  }

  private rowOf({ accountId, facts }: Session) {
    return {
      accountId: accountId ?? null,
      data: facts,
      expiresAt: this.clock.now().add(accountId ? IDLE : IDLE_AT_THE_DOOR),
    };
  }
}

const hashed = (id: string): string => createHash('sha256').update(id).digest('base64url');
