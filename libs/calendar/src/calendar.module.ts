import { Module } from '@nestjs/common';
import { EventModule } from '#event';
import { FeedService } from './feed.service.js';

@Module({
  imports: [EventModule],
  providers: [FeedService],
  exports: [FeedService],
})
export class CalendarModule {}
