import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Event } from './event.entity.js';
import { EventDate } from './event-date.entity.js';
import { EventItem } from './event-item.entity.js';
import { ItemRemovals } from './item-removals.js';
import { PlanningService } from './planning.service.js';
import { ProgrammeService } from './programme.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Event, EventDate, EventItem])],
  providers: [ItemRemovals, PlanningService, ProgrammeService],
  exports: [ItemRemovals, PlanningService, ProgrammeService],
})
export class EventModule {}
