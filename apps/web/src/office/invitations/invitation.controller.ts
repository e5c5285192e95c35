import { Body, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AccountService, actorOf } from '#account';
import { Clock } from '#config';
import {
  ANSWERS,
  InvitationService,
  InvitationUnknown,
  notInvitable,
  ReplyService,
  replyOver,
} from '#invitation';
import { MailLog } from '#mail';
import { Visits } from '../../door/visits.js';
import { type Answerable, Replies } from '../../invitation/replies.service.js';
import type { ReplyView } from '../../invitation/reply-view.js';
import { accountOf } from '../door/office.guard.js';
import { OfficeController } from '../door/office-controller.js';
import { OfficeVisits } from '../door/office-visits.service.js';
import { idOf } from '../door/page-unknown.js';
import { InvitationFile } from './invitation.page.js';

/** One invitation in the office's hands: sent again, taken back, answered for whoever calls. */
@OfficeController('invitations/:id')
export class InvitationFileController {
  constructor(
    private readonly invitations: InvitationService,
    private readonly answers: ReplyService,
    private readonly replies: Replies,
    private readonly accounts: AccountService,
    private readonly mails: MailLog,
    private readonly publicVisits: Visits,
    private readonly visits: OfficeVisits,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const about = await this.about(id);
    const forms = await this.replies.fresh(about, this.publicVisits.of(request), sendingOf(about, reply));
    return this.page(request, reply, about, forms);
  }

  @Post('replies/:answer')
  async reply(
    @Param('id') id: string,
    @Param('answer') given: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const answer = ANSWERS.find((one) => one === given);
    if (!answer) throw new InvitationUnknown();
    const about = await this.about(id);
    const back = await this.replies.take(answer, body, about, {
      visit: this.publicVisits.of(request),
      actor: actorOf(accountOf(request)),
      sending: sendingOf(about, reply),
    });
    if (back) return this.page(request, reply.code(back.status), about, back.view);
    return this.visits.goTo(request, reply, hrefOf(about), { key: 'office.invitation.replied' });
  }

  @Post('resend')
  async resend(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    await this.invitations.resend(idOf(id), actorOf(accountOf(request)));
    return this.visits.goTo(request, reply, `/office/invitations/${id}`, { key: 'office.invitation.resent' });
  }

  @Post('revoke')
  async revoke(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    await this.invitations.revoke(idOf(id), actorOf(accountOf(request)));
    return this.visits.goTo(request, reply, `/office/invitations/${id}`, {
      key: 'office.invitation.revoked',
    });
  }

  private async about(id: string): Promise<Answerable> {
    return this.replies.answerable(await this.invitations.byId(idOf(id)));
  }

  private async page(request: FastifyRequest, reply: FastifyReply, about: Answerable, forms: ReplyView) {
    const { invitation, event } = about;
    const now = this.clock.now();
    const history = await this.answers.history(invitation.id);
    const { invitedBy } = invitation;
    const names = await this.accounts.namesOf([invitedBy, ...history.map(({ actor }) => actor)]);
    const { items: messages } = await this.mails.page({ subjectId: invitation.id });
    return this.visits.show(request, reply, InvitationFile, {
      ...about,
      href: hrefOf(about),
      inviter: { name: names.get(invitedBy), byOffice: invitedBy !== 'participant' },
      history: history.map((one) => ({
        ...one,
        name: names.get(one.actor),
        byOffice: one.actor.startsWith('account:'),
      })),
      messages,
      reply: invitation.revokedAt || replyOver(event, now) ? undefined : forms,
      invitable: !notInvitable(event, now),
    });
  }
}

const hrefOf = ({ invitation }: Answerable): string => `/office/invitations/${invitation.id}`;

const sendingOf = (about: Answerable, reply: FastifyReply) => ({
  action: `${hrefOf(about)}/replies`,
  hidden: { _csrf: reply.generateCsrf() },
});
