import { Module } from '@nestjs/common';
import { AccountModule } from '#account';
import { AssociationModule } from '#association';
import { DelegationModule } from '#delegation';
import { EventModule } from '#event';
import { InvitationModule } from '#invitation';
import { MemberModule } from '#member';
import { DelegationLines } from '../delegation/delegation-lines.service.js';
import { Visits } from '../door/visits.js';
import { MyController } from './my.controller.js';
import { PeopleController } from './people.controller.js';

/** The pages of contacts behind their mailed links. */
@Module({
  imports: [AccountModule, AssociationModule, DelegationModule, EventModule, InvitationModule, MemberModule],
  controllers: [MyController, PeopleController],
  providers: [DelegationLines, Visits],
})
export class MyModule {}
