import { setTimeout as delay } from 'node:timers/promises';
import { homeIdentity } from './home.js';
import { LockSession } from './lock-session.js';

/** Another process already runs this role on this home. */
export class RolesTaken extends Error {
  override name = 'RolesTaken';
  readonly role: string;

  constructor(role: string, home: string) {
    super(
      `The role "${role}" already runs on ${home}: stop it first, or give this start a PLENUM_HOME of its own.`,
    );
    this.role = role;
  }
}

/**
 * Claims the roles (web, api, worker) of this home until `release`; throws {@link RolesTaken} if another
 * process has one. Homes that share a database do not disturb each other.
 */
export async function holdRoles(
  url: string,
  home: string,
  roles: string[],
): Promise<{ release(): Promise<void> }> {
  const identity = await homeIdentity(home);
  const session = await LockSession.open(url);
  try {
    for (const role of roles) {
      if (!(await claim(session, `role ${role} of home ${identity}`))) throw new RolesTaken(role, home);
    }
  } catch (error) {
    await session.close();
    throw error;
  }
  return { release: () => session.close() };
}

/** Asks for a second: the database may need a moment to notice that the process before us was killed. */
async function claim(session: LockSession, name: string): Promise<boolean> {
  for (let attempt = 0; attempt < 10; attempt++) {
    if (await session.tryLock(name)) return true;
    await delay(100);
  }
  return false;
}
