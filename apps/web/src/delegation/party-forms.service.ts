import { createHash } from 'node:crypto';
import { HttpStatus, Injectable } from '@nestjs/common';
import { Clock } from '#config';
import { byOffice, DelegationService, MOST_SEATS_AT_ONCE, NamingDeadlines } from '#delegation';
import type { Event } from '#event';
import { Refusal, statusOf } from '#language';
import { DeskRulesService, offered, StandingService } from '#registration';
import { sentencesOf } from '../door/sentences.js';
import { toEventBrief } from '../event/to-event-view.js';
import { checkParty, type PartyInput, readPartyForm } from './party-form.js';
import type { PartyView } from './party-view.js';
import type { Returned, Standpoint } from './standpoint.js';

/** The form that registers a delegation, for coordinators and for the office in their place. */
@Injectable()
export class PartyForms {
  constructor(
    private readonly delegations: DelegationService,
    private readonly deadlines: NamingDeadlines,
    private readonly standings: StandingService,
    private readonly rules: DeskRulesService,
    private readonly clock: Clock,
  ) {}

  /** The form as it stands. */
  async open(
    { visit, coordination, acting, hidden }: Standpoint,
    event: Event,
    { action, input, ...shown }: { action: string; input: PartyInput } & Partial<PartyView>,
  ): Promise<PartyView> {
    const seats = (await this.standings.seats([event])).get(event.id);
    // Whom the office registers itself, it need not decide about.
    const rules = byOffice(acting) ? undefined : await this.rules.of(event.id);
    return {
      event: toEventBrief({ event, seats, rules, language: visit.language, now: this.clock.now() }),
      action,
      hidden,
      memberName: coordination.member.name,
      coordinatorAddress: coordination.coordinator.email ?? '',
      input,
      attendances: offered(event),
      nameBy: await this.deadlines.of(event),
      errors: {},
      canAdd: input.people.length < MOST_SEATS_AT_ONCE,
      ...shown,
    };
  }

  /** Registers a party; answers the delegation's id, or the form with what is wrong. */
  async register(
    standpoint: Standpoint,
    event: Event,
    body: unknown,
    action: string,
  ): Promise<{ delegationId: string } | Returned<PartyView>> {
    const { visit, coordination, acting } = standpoint;
    const input = readPartyForm(body);
    const again = async (status: number, shown: Partial<PartyView>) => ({
      status,
      view: await this.open(standpoint, event, { action, input, ...shown }),
    });
    if (input.wish !== 'register') {
      const focus = input.wish === 'add' ? input.people.length - 1 : undefined;
      return again(HttpStatus.OK, { focus });
    }
    const { party, errors } = checkParty(input, { choosesAttendance: offered(event).length > 1 });
    if (errors) {
      return again(HttpStatus.UNPROCESSABLE_ENTITY, { errors: sentencesOf(errors, visit.t) });
    }
    // Sent again it is the same submission; gone back to and changed, it is another.
    const key = createHash('sha256')
      .update(`${input.submission}\n${JSON.stringify(party)}`)
      .digest('base64url');
    try {
      return await this.delegations.register(coordination, event.id, party, { ...acting, key });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return again(statusOf(error), { refused: visit.t(error.key, error.values) });
    }
  }
}
