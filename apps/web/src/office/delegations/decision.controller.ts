import { Body, Get, HttpStatus, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DelegationDecisions, DelegationList, VERDICTS, type Verdict } from '#delegation';
import { Refusal, statusOf, translator } from '#language';
import { sentencesOf } from '../../door/sentences.js';
import { languageOf } from '../../door/visits.js';
import { OfficeController } from '../door/office-controller.js';
import { OfficeVisits } from '../door/office-visits.service.js';
import { idOf, PageUnknown } from '../door/page-unknown.js';
import { actingOf, freshActing, readActing, reasonErrors } from '../registrations/acting.js';
import { DecisionPage, type DecisionView } from './decision.page.js';
import { requestsOf } from './delegations-view.js';

/** Says yes or no to all requests of a delegation: asked first, then done. */
@OfficeController('delegations/:id')
export class DecisionController {
  constructor(
    private readonly list: DelegationList,
    private readonly decisions: DelegationDecisions,
    private readonly visits: OfficeVisits,
  ) {}

  @Get(':verdict')
  async ask(
    @Param('id') id: string,
    @Param('verdict') name: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const verdict = verdictOf(name);
    const delegation = await this.list.byId(idOf(id));
    if (requestsOf(delegation) === 0) return this.visits.goTo(request, reply, hrefOf(delegation.id));
    const view: DecisionView = { delegation, verdict, input: freshActing(), errors: {} };
    return this.visits.show(request, reply, DecisionPage, view);
  }

  @Post(':verdict')
  async decide(
    @Param('id') id: string,
    @Param('verdict') name: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const verdict = verdictOf(name);
    const delegation = await this.list.byId(idOf(id));
    const t = translator(languageOf(request));
    const input = readActing(body);
    const errors = sentencesOf(reasonErrors(input, false), t);
    const view: DecisionView = { delegation, verdict, input, errors };
    if (Object.keys(errors).length > 0) {
      return this.visits.show(request, reply.code(HttpStatus.UNPROCESSABLE_ENTITY), DecisionPage, view);
    }
    try {
      const count = await this.decisions.decide(delegation.id, verdict, actingOf(request, input));
      return this.visits.goTo(request, reply, hrefOf(delegation.id), {
        key: count > 0 ? `delegation.${verdict}.done` : 'desk.nothing',
        values: { count },
      });
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      const refused = t(refusal.key, refusal.values);
      return this.visits.show(request, reply.code(statusOf(refusal)), DecisionPage, { ...view, refused });
    }
  }
}

const hrefOf = (id: string): string => `/office/delegations/${id}`;

function verdictOf(name: string): Verdict {
  const verdict = VERDICTS.find((one) => one === name);
  if (!verdict) throw new PageUnknown();
  return verdict;
}
