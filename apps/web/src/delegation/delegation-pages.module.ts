import { Module } from '@nestjs/common';
import { AccountModule } from '#account';
import { AssociationModule } from '#association';
import { DelegationModule } from '#delegation';
import { EventModule } from '#event';
import { MemberModule } from '#member';
import { RegistrationModule } from '#registration';
import { Visits } from '../door/visits.js';
import { DelegationController } from './delegation.controller.js';
import { DelegationDoor } from './delegation-door.service.js';
import { DelegationLines } from './delegation-lines.service.js';
import { DelegationSeatForms } from './delegation-seat-forms.service.js';
import { DelegationsController } from './delegations.controller.js';
import { PartyController } from './party.controller.js';
import { PartyForms } from './party-forms.service.js';

/** The pages on which a member's coordinator registers people and keeps their seats. */
@Module({
  imports: [
    AccountModule,
    AssociationModule,
    DelegationModule,
    EventModule,
    MemberModule,
    RegistrationModule,
  ],
  controllers: [DelegationsController, PartyController, DelegationController],
  providers: [DelegationDoor, DelegationLines, DelegationSeatForms, PartyForms, Visits],
})
export class DelegationPagesModule {}
