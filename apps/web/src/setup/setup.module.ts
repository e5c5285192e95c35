import { Module } from '@nestjs/common';
import { AccountModule } from '#account';
import { AssociationModule } from '#association';
import { MailModule } from '#mail';
import { MemberModule } from '#member';
import { Visits } from '../door/visits.js';
import { OfficeVisits } from '../office/door/office-visits.service.js';
import { AssociationController } from './association.controller.js';
import { ColleagueController } from './colleague.controller.js';
import { ConfirmSenderController } from './confirm-sender.controller.js';
import { SenderController } from './sender.controller.js';
import { SetupProgress } from './setup-progress.service.js';
import { StepsController } from './steps.controller.js';
import { WelcomeController } from './welcome.controller.js';

/** The set-up of a real installation: the first account by a one-time link, everything else behind the sign-in. */
@Module({
  imports: [AccountModule, AssociationModule, MailModule, MemberModule],
  controllers: [
    WelcomeController,
    ConfirmSenderController,
    StepsController,
    AssociationController,
    SenderController,
    ColleagueController,
  ],
  providers: [OfficeVisits, SetupProgress, Visits],
  exports: [SetupProgress],
})
export class SetupModule {}
