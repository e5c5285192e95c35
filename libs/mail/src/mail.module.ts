import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '#audit';
import { SETTINGS } from '#config';
import { Composition } from './composition.js';
import { Delivery } from './delivery.service.js';
import { Leases } from './leases.js';
import { Letterhead } from './letterhead.js';
import { MailKinds } from './mail-kinds.js';
import { MailLog } from './mail-log.service.js';
import { Message } from './message.entity.js';
import { Outbox } from './outbox.service.js';
import { Postman } from './postman.js';
import { TRANSPORT } from './transport.js';
import { transportFor } from './transport-for.js';

@Module({
  imports: [AuditModule, TypeOrmModule.forFeature([Message])],
  providers: [
    { provide: TRANSPORT, inject: [SETTINGS], useFactory: transportFor },
    Composition,
    Delivery,
    Leases,
    Letterhead,
    MailKinds,
    MailLog,
    Outbox,
    Postman,
  ],
  exports: [Delivery, Letterhead, MailKinds, MailLog, Outbox],
})
export class MailModule {}
