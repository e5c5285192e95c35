import { randomUUIDv7 } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import { type EntityManager, In } from 'typeorm';
import { AuditService } from '#audit';
import { Clock } from '#config';
import { cleanLine } from '#database';
import { Account, type Role } from './account.entity.js';
import { hashOf, isPassword, newPassword } from './password.js';
import { RateLimits } from './rate-limits.service.js';
import { AccountExists, AccountUnknown, AddressIncomplete, SignInFailed } from './refusals.js';
import { SessionService } from './session.service.js';

/** Somebody new in the office. */
export interface NewAccount {
  email: string;
  name: string;
  role: Role;
  /** Undefined: a random one is made. */
  password?: string;
}

/** An account and its new password, which is said only this once. */
export interface Issued {
  account: Account;
  password: string;
}

/** The accounts of the office. */
@Injectable()
export class AccountService {
  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly sessions: SessionService,
    private readonly limits: RateLimits,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * Opens an account, in the caller's transaction if there is one; throws {@link AccountExists} or
   * {@link AddressIncomplete}.
   */
  async create(
    { email, name, role, password = newPassword() }: NewAccount,
    actor = 'command',
    outer: EntityManager = this.manager,
  ): Promise<Issued> {
    const account = {
      id: randomUUIDv7(),
      email: cleanLine(email),
      emailKey: keyOf(email),
      name: cleanLine(name) || cleanLine(email),
      role,
      passwordHash: await hashOf(password),
      createdAt: this.clock.now(),
    };
    if (!/^[^\s@]+@[^\s@]+$/.test(account.email)) throw new AddressIncomplete();
    await outer.transaction(async (manager) => {
      const { raw } = await manager
        .createQueryBuilder()
        .insert()
        .into(Account)
        .values(account)
        .orIgnore()
        .returning('id')
        .execute();
      if (raw.length === 0) throw new AccountExists();
      await this.audit.record(manager, {
        actor,
        action: 'account.create',
        subject: { type: 'account', id: account.id },
        after: { email: account.email, role },
      });
    });
    return { account, password };
  }

  /** Gives an account a new random password and ends its sessions; throws {@link AccountUnknown}. */
  async reset(email: string, actor = 'command'): Promise<Issued> {
    const password = newPassword();
    const passwordHash = await hashOf(password);
    const account = await this.manager.transaction(async (manager) => {
      const found = await manager.findOneBy(Account, { emailKey: keyOf(email) });
      if (!found) throw new AccountUnknown();
      await manager.update(Account, found.id, { passwordHash });
      await this.sessions.endAll(found.id, manager);
      const subject = { type: 'account', id: found.id };
      await this.audit.record(manager, { actor, action: 'account.reset', subject });
      return { ...found, passwordHash };
    });
    await this.limits.forgive('signIn.account', email);
    return { account, password };
  }

  /**
   * The account with this address and password. Throws {@link SignInFailed}, alike and after the same time for an
   * unknown address and for a wrong password, or TooMany. `network` is the address the request came from.
   */
  async signIn(email: string, password: string, network: string): Promise<Account> {
    await this.limits.consume('signIn.network', network);
    await this.limits.consume('signIn.account', email);
    const account = await this.manager.findOneBy(Account, { emailKey: keyOf(email) });
    if (!(await isPassword(password, account?.passwordHash)) || !account) throw new SignInFailed();
    await this.limits.forgive('signIn.account', email);
    await this.audit.note({
      actor: actorOf(account),
      action: 'account.signIn',
      subject: { type: 'account', id: account.id },
    });
    return account;
  }

  /** The account of an id, if it is still there. */
  async byId(id: string): Promise<Account | undefined> {
    return (await this.manager.findOneBy(Account, { id })) ?? undefined;
  }

  /** The names behind actors such as `account:<id>`, by actor; whoever is gone or is no account is left out. */
  async namesOf(actors: readonly string[]): Promise<Map<string, string>> {
    const ids = actors.flatMap((actor) => /^account:([\da-f-]{36})$/.exec(actor)?.[1] ?? []);
    const found = await this.manager.findBy(Account, { id: In([...new Set(ids)]) });
    return new Map(found.map((account) => [actorOf(account), account.name]));
  }

  /** Whether anybody has an account; without one nobody can get into the office. */
  exist(manager: EntityManager = this.manager): Promise<boolean> {
    return manager.exists(Account);
  }

  /** How many accounts have a role. */
  count(role: Role): Promise<number> {
    return this.manager.countBy(Account, { role });
  }
}

/** How an account is named as the one who did something, in histories and in the audit. */
export const actorOf = (account: Pick<Account, 'id'>): string => `account:${account.id}`;

const keyOf = (email: string): string => cleanLine(email).toLowerCase();
