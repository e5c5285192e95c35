import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobHandlers } from '#jobs';
import { Clerk } from '#registration';

/** The job `desk.look`: has the desk look at events whose deadlines have come. */
@Injectable()
export class DeskProcessor implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly clerk: Clerk,
  ) {}

  onModuleInit(): void {
    this.handlers.handle('desk.look', (signal) => this.clerk.lookAround(signal));
  }
}
