import { Inject, Injectable } from '@nestjs/common';
import { type Account, AccountService } from '#account';
import { AssociationService, SenderService, SetupService, type SetupStep, stepsDone } from '#association';
import { Clock, SETTINGS, type Settings } from '#config';
import { MemberService } from '#member';
import { OFFICE_ZONE } from '../office/moment.js';

/** Looks up how far the set-up is. Nothing of it is stored twice: the books show what is done. */
@Injectable()
export class SetupProgress {
  constructor(
    private readonly accounts: AccountService,
    private readonly association: AssociationService,
    private readonly sender: SenderService,
    private readonly setup: SetupService,
    private readonly members: MemberService,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Which steps are done, by step. */
  async steps(): Promise<Record<SetupStep, boolean>> {
    return stepsDone({
      administrators: await this.accounts.count('administrator'),
      described: (await this.association.entered()) !== undefined,
      members: await this.countMembers(),
      senderConfirmed: await this.sender.isConfirmed(),
      tickedOff: await this.setup.tickedOff(),
    });
  }

  /** Whether this account should be reminded that something is still to be done. */
  async isOpenFor(account: Account): Promise<boolean> {
    if (this.settings.mode === 'demo' || account.role !== 'administrator') return false;
    return Object.values(await this.steps()).includes(false);
  }

  async countMembers(): Promise<number> {
    const today = this.clock.now().toZonedDateTimeISO(OFFICE_ZONE).toPlainDate();
    return (await this.members.namesOn(today.toString())).length;
  }
}
