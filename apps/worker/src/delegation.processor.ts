import { Injectable, type OnModuleInit } from '@nestjs/common';
import { NamingReminders } from '#delegation';
import { JobHandlers } from '#jobs';

/** The job `delegation.remind`: reminds coordinators of seats without a name. */
@Injectable()
export class DelegationProcessor implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly reminders: NamingReminders,
  ) {}

  onModuleInit(): void {
    this.handlers.handle('delegation.remind', () => this.reminders.remindDue());
  }
}
