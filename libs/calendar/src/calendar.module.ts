import { Module } from '@nestjs/common';
import { AssociationModule } from '#association';
import { EventModule } from '#event';
import { InvitationModule } from '#invitation';
import { MemberModule } from '#member';
import { FeedService } from './feed.service.js';
import { PersonalFeeds } from './personal-feed.service.js';

@Module({
  imports: [AssociationModule, EventModule, InvitationModule, MemberModule],
  providers: [FeedService, PersonalFeeds],
  exports: [FeedService, PersonalFeeds],
})
export class CalendarModule {}
