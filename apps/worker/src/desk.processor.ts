import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobHandlers } from '#jobs';
import { Clerk } from '#registration';

/** The jobs of the desk: it looks at events whose deadlines have come, and forgets what few may see. */
@Injectable()
export class DeskProcessor implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly clerk: Clerk,
  ) {}

  onModuleInit(): void {
    this.handlers.handle('desk.look', (signal) => this.clerk.lookAround(signal));
    this.handlers.handle('form.forget', () => this.clerk.forgetSensitive());
  }
}
