import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#account';
import type { Coordination } from '#delegation';
import type { Standpoint } from '../../delegation/standpoint.js';
import { Visits } from '../../door/visits.js';
import { accountOf } from '../door/office.guard.js';

/** The office in a coordinator's place. */
@Injectable()
export class OfficeStandpoints {
  constructor(private readonly visits: Visits) {}

  /** Forms made from here carry the session's token. */
  of(coordination: Coordination, request: FastifyRequest, reply: FastifyReply): Standpoint {
    return {
      visit: this.visits.of(request),
      coordination,
      acting: { actor: actorOf(accountOf(request)) },
      hidden: { _csrf: reply.generateCsrf() },
    };
  }
}
