import { randomUUIDv7 } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { EntityManager } from 'typeorm';
import { AuditService } from '#audit';
import { toInstant } from '#database';
import { Outbox } from '#mail';
import { type OfficeAct, OfficeDesk, type Settled } from '#registration';
import { Coordinations } from './coordinations.service.js';
import { DelegationList } from './delegation-list.service.js';
import { mailAbout, type PartyFacts } from './delegation-mail.js';

/** What the office says to all that is asked for. */
export const VERDICTS = ['approve', 'decline'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Says yes or no to a whole delegation, where the office decides before anybody gets a seat. */
@Injectable()
export class DelegationDecisions {
  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly list: DelegationList,
    private readonly coordinations: Coordinations,
    private readonly desk: OfficeDesk,
    private readonly outbox: Outbox,
    private readonly audit: AuditService,
  ) {}

  /**
   * Decides on all requests of a delegation that are still open, all or none; answers how many there were. Each person
   * is told, and the coordinator once, unless it is done silently. Throws DelegationUnknown.
   */
  async decide(delegationId: string, verdict: Verdict, act: OfficeAct): Promise<number> {
    const delegation = await this.list.byId(delegationId);
    const { event, memberName, seats } = delegation;
    const { coordinator } = await this.coordinations.of(delegation);
    const decided = await this.manager.transaction(async (manager) => {
      const ids = seats.map(({ id }) => id);
      const settled = await this.desk.decideWithin(manager, event.id, ids, verdict, act);
      if (settled.length === 0) return 0;
      const facts = { ...summary(settled), ...(await unnamedOf(manager, delegationId)) };
      const more = { ...facts, memberName, message: act.reason };
      if (!act.silent && coordinator.email !== null) {
        const about = { id: delegationId, eventId: event.id };
        const occasion = verdict === 'approve' ? 'approved' : 'declined';
        await this.outbox.write(manager, [mailAbout(about, coordinator, occasion, more, randomUUIDv7())]);
      }
      await this.audit.record(manager, {
        actor: act.actor,
        action: `delegation.${verdict}`,
        subject: { type: 'delegation', id: delegationId },
        after: { ...facts, reason: act.reason },
      });
      return settled.length;
    });
    this.outbox.wake();
    return decided;
  }
}

function summary(settled: readonly Settled[]): Partial<PartyFacts> {
  const count = (status: Settled['to']) => settled.filter(({ to }) => to === status).length;
  return { seated: count('confirmed'), waiting: count('waitlisted'), declined: count('declined') };
}

/** How many seats have no name now, and until when they need one. */
async function unnamedOf(manager: EntityManager, delegationId: string): Promise<Partial<PartyFacts>> {
  const [{ unnamed, nameBy }] = await manager.query(UNNAMED, [delegationId]);
  return { unnamed, nameBy: nameBy ? toInstant(nameBy).toString() : undefined };
}

const UNNAMED = `
  SELECT count(*)::integer AS unnamed, min(expires_at) AS "nameBy" FROM registration
  WHERE delegation_id = $1 AND NOT named AND status IN ('waitlisted', 'offered', 'confirmed')`;
