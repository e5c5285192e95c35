import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobHandlers } from '#jobs';
import { MinimumService } from '#notice';

/** The job `event.minimum`: looks at the minimum numbers whose day has come. */
@Injectable()
export class MinimumProcessor implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly minimums: MinimumService,
  ) {}

  onModuleInit(): void {
    this.handlers.handle('event.minimum', (signal) => this.minimums.settleDue(signal));
  }
}
