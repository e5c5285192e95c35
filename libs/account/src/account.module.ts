import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '#audit';
import { SETTINGS, secretKeys } from '#config';
import { Account } from './account.entity.js';
import { AccountService } from './account.service.js';
import { AccountSession } from './account-session.entity.js';
import { Links } from './links.js';
import { RateLimits } from './rate-limits.service.js';
import { SECRET_KEYS } from './secret-keys.js';
import { SessionService } from './session.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Account, AccountSession]), AuditModule],
  providers: [
    { provide: SECRET_KEYS, inject: [SETTINGS], useFactory: secretKeys },
    AccountService,
    Links,
    RateLimits,
    SessionService,
  ],
  exports: [SECRET_KEYS, AccountService, Links, RateLimits, SessionService],
})
export class AccountModule {}
