import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Account, AccountService } from '#account';
import { assertOwnForm } from './own-form.js';
import { SignInNeeded } from './sign-in-needed.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is in the office; set by the {@link OfficeGuard}. */
    account?: Account;
  }
}

/** Lets in who has signed in and still has an account, and takes only forms of our own. */
@Injectable()
export class OfficeGuard implements CanActivate {
  constructor(private readonly accounts: AccountService) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const { accountId } = request.session;
    const account = accountId ? await this.accounts.byId(accountId) : undefined;
    if (!account) throw new SignInNeeded();
    if (request.method !== 'GET' && request.method !== 'HEAD') await assertOwnForm(request);
    request.account = account;
    return true;
  }
}

/** Who asks, as histories and the audit name them; only behind the {@link OfficeGuard}. */
export function accountOf(request: FastifyRequest): Account {
  if (!request.account) throw new SignInNeeded();
  return request.account;
}
