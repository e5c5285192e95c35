import type { SessionStore } from '@fastify/session';
import type { Session } from 'fastify';
import type { SessionService } from '#account';
import type { Notice } from './notice.js';

declare module 'fastify' {
  interface Session {
    /** Who has signed in. */
    accountId?: string;
    /** What the next page says once. */
    notice?: Notice;
    /** Set on sessions that came out of the store. */
    known?: boolean;
  }
}

/** Lets the session plugin keep its sessions in the database. */
export function sessionStore(sessions: SessionService): SessionStore {
  return {
    get(id, done) {
      answer(
        sessions
          .read(id)
          .then((found) =>
            found
              ? ({ ...found.facts, accountId: found.accountId, known: true } as unknown as Session)
              : null,
          ),
        done,
      );
    },
    set(id, { cookie: _cookie, known, accountId, ...facts }, done) {
      const session = { accountId, facts };
      answer(known ? sessions.keep(id, session) : sessions.begin(id, session), done);
    },
    destroy(id, done) {
      answer(sessions.end(id), done);
    },
  };
}

function answer<T>(work: Promise<T>, done: (error: unknown, result?: T) => void): void {
  work.then((result) => done(null, result), done);
}
