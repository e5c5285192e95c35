import { Module } from '@nestjs/common';
import { AssociationModule } from '#association';
import { EventModule } from '#event';
import { FeedService } from './feed.service.js';

@Module({
  imports: [AssociationModule, EventModule],
  providers: [FeedService],
  exports: [FeedService],
})
export class CalendarModule {}
