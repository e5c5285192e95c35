import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { coordinationOf } from '#delegation';
import { contactActor, PersonalPages } from '#member';
import { Visits } from '../door/visits.js';
import type { Crumb } from '../view/index.js';
import type { Standpoint } from './standpoint.js';

/** A coordinator before their own pages. */
export interface OwnStandpoint extends Standpoint {
  memberId: string;
  /** Where the coordinator's delegations are. */
  home: string;
  crumbs: Crumb[];
}

/** Lets coordinators in by the link that also opens their own page, and nobody else. */
@Injectable()
export class DelegationDoor {
  constructor(
    private readonly pages: PersonalPages,
    private readonly visits: Visits,
  ) {}

  /** Throws PersonalPageUnknown for a link that opens nothing, DelegationUnknown for who does not coordinate. */
  async open(token: string, request: FastifyRequest): Promise<OwnStandpoint> {
    const coordination = coordinationOf(await this.pages.open(token));
    const visit = this.visits.of(request);
    const home = `/delegation/${token}`;
    return {
      visit,
      coordination,
      acting: { actor: contactActor(coordination.coordinator) },
      memberId: coordination.member.id,
      home,
      crumbs: [
        { text: visit.t('my.title'), href: `/my/${token}` },
        { text: visit.t('delegation.all'), href: home },
      ],
    };
  }
}
