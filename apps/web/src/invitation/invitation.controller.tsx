import { Body, Controller, Get, HttpStatus, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RateLimits } from '#account';
import { Clock } from '#config';
import { ANSWERS, type Answer, InvitationService, InvitationUnknown, replyOver } from '#invitation';
import { Visits } from '../door/visits.js';
import { toEventBrief } from '../event/to-event-view.js';
import { InvitationPage } from './invitation.page.js';
import { type Answerable, Replies } from './replies.service.js';
import type { ReplyView } from './reply-view.js';

/** One's own invitation behind the mailed link. A GET changes nothing: mail scanners follow links (rule M3). */
@Controller('invitations/:token')
export class InvitationController {
  constructor(
    private readonly invitations: InvitationService,
    private readonly replies: Replies,
    private readonly limits: RateLimits,
    private readonly visits: Visits,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(
    @Param('token') token: string,
    @Query('reply') wanted: string | undefined,
    @Query('done') done: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const about = await this.replies.answerable(await this.invitations.byLink(token));
    const sending = { action: `/invitations/${token}`, open: answerOf(wanted) };
    const forms = await this.replies.fresh(about, this.visits.of(request), sending);
    return this.page(request, reply, about, forms, done !== undefined);
  }

  @Post(':answer')
  async reply(
    @Param('token') token: string,
    @Param('answer') given: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const about = await this.replies.answerable(await this.invitations.byLink(token));
    const answer = answerOf(given);
    if (!answer) throw new InvitationUnknown();
    await this.limits.consume('invitation.network', request.ip);
    if (answer === 'substitute') await this.limits.consume('invitation.substitute', about.invitation.id);
    const visit = this.visits.of(request);
    const sending = { action: `/invitations/${token}` };
    const back = await this.replies.take(answer, body, about, { visit, actor: 'participant', sending });
    if (!back) return reply.redirect(`/invitations/${token}?done=1`, HttpStatus.SEE_OTHER);
    return this.page(request, reply.code(back.status), about, back.view, false);
  }

  private page(
    request: FastifyRequest,
    reply: FastifyReply,
    { invitation, event, memberName, comers, word, substitute }: Answerable,
    forms: ReplyView,
    done: boolean,
  ) {
    const visit = this.visits.of(request);
    const now = this.clock.now();
    const view = {
      event: toEventBrief({ event, language: visit.language, now }),
      name: `${invitation.firstName} ${invitation.lastName}`.trim(),
      memberName,
      answer: invitation.answer ?? undefined,
      comers,
      word,
      substitute,
      reply: replyOver(event, now) ? undefined : forms,
      done,
    };
    return this.visits.send(request, reply, <InvitationPage visit={visit} view={view} />);
  }
}

const answerOf = (text: string | undefined): Answer | undefined => ANSWERS.find((answer) => answer === text);
