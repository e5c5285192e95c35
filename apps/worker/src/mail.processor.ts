import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobHandlers } from '#jobs';
import { Delivery } from '#mail';

/** The job `mail.deliver`: sends what is due. */
@Injectable()
export class MailProcessor implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly delivery: Delivery,
  ) {}

  onModuleInit(): void {
    this.handlers.handle('mail.deliver', (signal) => this.delivery.deliverDue(signal));
  }
}
