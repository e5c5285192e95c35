import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { EntityManager } from 'typeorm';
import { AccountService, type Issued, type NewAccount } from '#account';
import { Clock, SETTINGS, type Settings } from '#config';
import { SetupLinkOver } from './refusals.js';
import { Setup } from './setup.entity.js';
import type { SetupStep } from './steps.js';

/** A one-time link, as it is told to whoever started Plenum; nobody can say it again. */
export interface SetupLink {
  url: string;
  expiresAt: Temporal.Instant;
}

const OPEN_FOR = Temporal.Duration.from({ hours: 7 * 24 });

/** The set-up of a real installation: the link that opens it, and what was ticked off on the way. */
@Injectable()
export class SetupService {
  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly accounts: AccountService,
    private readonly clock: Clock,
  ) {}

  /** Makes a new link and revokes the one before; undefined in the demo, and once somebody has an account. */
  async issueLink(): Promise<SetupLink | undefined> {
    if (this.settings.mode === 'demo' || (await this.accounts.exist())) return undefined;
    const token = randomBytes(32).toString('base64url');
    const expiresAt = this.clock.now().add(OPEN_FOR);
    const row = { id: 1, linkHash: hashOf(token), linkExpiresAt: expiresAt };
    await this.manager.upsert(Setup, row, ['id']);
    return { url: `${this.settings.publicUrl}/setup/${token}`, expiresAt };
  }

  /** Throws {@link SetupLinkOver} unless the token is that of the link in force. */
  async assertLink(token: string): Promise<void> {
    await this.lookBehind(token, this.manager);
  }

  /**
   * Opens the first account, an administrator's, and with that uses up the link. Of two who try at once one is too
   * late. Throws {@link SetupLinkOver}.
   */
  firstAdministrator(token: string, person: Omit<NewAccount, 'role'>): Promise<Issued> {
    return this.manager.transaction(async (manager) => {
      await this.lookBehind(token, manager, { lock: { mode: 'pessimistic_write' } });
      const issued = await this.accounts.create({ ...person, role: 'administrator' }, 'setup', manager);
      await manager.update(Setup, 1, { linkHash: null, linkExpiresAt: null });
      return issued;
    });
  }

  /** The steps that were ticked off. */
  async tickedOff(): Promise<string[]> {
    return (await this.manager.findOneBy(Setup, { id: 1 }))?.tickedOff ?? [];
  }

  /** Notes that a step is done or shall be left out; twice is the same as once. */
  async tickOff(step: SetupStep): Promise<void> {
    await this.manager.query(
      `INSERT INTO setup (id, ticked_off) VALUES (1, ARRAY[$1])
       ON CONFLICT (id) DO UPDATE SET ticked_off = array_append(array_remove(setup.ticked_off, $1), $1)`,
      [step],
    );
  }

  private async lookBehind(
    token: string,
    manager: EntityManager,
    options: { lock?: { mode: 'pessimistic_write' } } = {},
  ): Promise<void> {
    const setup = await manager.findOne(Setup, { where: { id: 1 }, ...options });
    if (!setup?.linkHash || !setup.linkExpiresAt) throw new SetupLinkOver();
    if (!same(setup.linkHash, hashOf(token))) throw new SetupLinkOver();
    if (Temporal.Instant.compare(this.clock.now(), setup.linkExpiresAt) >= 0) throw new SetupLinkOver();
    // Somebody may have got an account by the command meanwhile.
    if (await this.accounts.exist(manager)) throw new SetupLinkOver();
  }
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

const same = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
