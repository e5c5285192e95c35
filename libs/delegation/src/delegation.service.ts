import { createHash, randomUUIDv7 } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { EntityManager } from 'typeorm';
import { AuditService } from '#audit';
import { Clock } from '#config';
import { EventUnknown, ProgrammeService } from '#event';
import { Outbox } from '#mail';
import { type AnsweredPerson, RegistrationService } from '#registration';
import { begunAt } from './beginning.js';
import type { Delegation } from './delegation.entity.js';
import type { DelegationParty } from './delegation.schema.js';
import { mailAbout, type PartyFacts } from './delegation-mail.js';
import { NamingDeadlines } from './naming-deadlines.service.js';
import { addressOf, newcomersOf } from './newcomers.js';
import { type Acting, byOffice, type Coordination } from './words.js';

/** A party as it is registered, and how a repetition of it is known. */
export interface Registering extends Acting {
  /** The same key with the same party is answered once. */
  key: string;
}

export interface RegisteredParty {
  delegationId: string;
  people: AnsweredPerson[];
}

/** Registers a member's people in one go, through the desk like everybody. */
@Injectable()
export class DelegationService {
  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly programme: ProgrammeService,
    private readonly registrations: RegistrationService,
    private readonly deadlines: NamingDeadlines,
    private readonly outbox: Outbox,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * Adds people and seats without a name to the member's delegation, which begins with the first of them. Throws a
   * Refusal, and then nobody is registered.
   */
  async register(
    coordination: Coordination,
    eventId: string,
    party: DelegationParty,
    { actor, key }: Registering,
  ): Promise<RegisteredParty> {
    const event = await this.programme.byId(eventId);
    const isOffice = byOffice({ actor });
    if (event.status === 'draft') throw new EventUnknown();
    if (!isOffice) await this.registrations.assertOpen(event);
    const nameBy = party.unnamed > 0 ? await this.deadlines.needed(event) : undefined;
    const email = addressOf(coordination);
    const delegation = await this.begun(event.id, coordination, actor);
    const { people, submissionId } = await this.registrations.ask({
      verb: 'register',
      eventId: event.id,
      people: newcomersOf(party, coordination, { email, delegationId: delegation.id, nameBy }),
      actor,
      // The coordinator has proven to speak for the member, and vouches for its people's addresses.
      invited: true,
      byOffice: isOffice,
      together: party.together,
      submission: {
        id: randomUUIDv7(),
        client: 'delegation',
        key: `${delegation.id} ${key}`,
        fingerprint: createHash('sha256').update(JSON.stringify(party)).digest('base64url'),
      },
    });
    const outcome = { ...summary(people), unnamed: party.unnamed, nameBy: nameBy?.toString() };
    await this.tell(delegation, coordination, { actor, submission: submissionId ?? key, outcome });
    return { delegationId: delegation.id, people };
  }

  // The people have their own mails from the desk; the coordinator has one for all, however often the form is sent.
  private async tell(
    delegation: Delegation,
    { coordinator, member }: Coordination,
    { actor, submission, outcome }: { actor: string; submission: string; outcome: Partial<PartyFacts> },
  ): Promise<void> {
    const subject = { type: 'delegation', id: delegation.id };
    await this.manager.transaction(async (manager) => {
      const facts = { ...outcome, memberName: member.name };
      await this.outbox.write(manager, [
        mailAbout(delegation, coordinator, 'registered', facts, `registered ${submission}`),
      ]);
      // The mail's key made a repetition wait for the first, so that its deed is there by now.
      const [done] = await manager.query(NOTED, [delegation.id, submission]);
      if (done) return;
      await this.audit.record(manager, {
        actor,
        action: 'delegation.register',
        subject,
        after: { submission, ...outcome },
      });
    });
    this.outbox.wake();
  }

  private begun(eventId: string, { member, coordinator }: Coordination, actor: string): Promise<Delegation> {
    return this.manager.transaction((manager) =>
      begunAt(manager, {
        eventId,
        memberId: member.id,
        coordinatorId: coordinator.id,
        createdBy: actor,
        createdAt: this.clock.now(),
      }),
    );
  }
}

const NOTED = `SELECT id FROM audit_entry
  WHERE subject_type = 'delegation' AND subject_id = $1 AND after ->> 'submission' = $2 LIMIT 1`;

/** How many got a seat, wait, or are to be decided. */
function summary(people: readonly AnsweredPerson[]) {
  const count = (status: AnsweredPerson['answer']['status']) =>
    people.filter(({ answer }) => answer.status === status).length;
  return {
    seated: count('confirmed'),
    waiting: count('waitlisted'),
    requested: count('requested') + count('unverified'),
  };
}
