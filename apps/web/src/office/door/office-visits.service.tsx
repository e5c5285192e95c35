import { HttpStatus, Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ComponentType } from 'preact';
import type { Account } from '#account';
import { SETTINGS, type Settings } from '#config';
import { MailLog } from '#mail';
import { Visits } from '../../door/visits.js';
import type { Visit } from '../../view/index.js';
import type { Notice } from './notice.js';

/** A visit of the office. */
export interface OfficeVisit extends Visit {
  /** What every form must carry. */
  formToken: string;
  /** Missing at the door. */
  account?: Account;
  /** What was just done. */
  notice?: string;
  /** How many mails wait for a mail server to be set; undefined where there is one. */
  heldMails?: number;
}

/** Turns requests into visits of the office, and pages into answers. */
@Injectable()
export class OfficeVisits {
  constructor(
    private readonly visits: Visits,
    private readonly mails: MailLog,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Answers with a page. A notice that waited for the next page is on it, and is said no more. */
  async show<View>(
    request: FastifyRequest,
    reply: FastifyReply,
    Page: ComponentType<{ visit: OfficeVisit; view: View }>,
    view: View,
  ): Promise<FastifyReply> {
    const visit = { ...this.of(request, reply), heldMails: await this.heldMails(request) };
    return this.visits.send(request, reply, <Page visit={visit} view={view} />);
  }

  /** Goes on to another page, which says what was done. */
  goTo(request: FastifyRequest, reply: FastifyReply, path: string, notice?: Notice): FastifyReply {
    if (notice) request.session.notice = notice;
    return reply.redirect(path, HttpStatus.SEE_OTHER);
  }

  // The demo writes its mails to files; whoever has not signed in need not know.
  private async heldMails({ account }: FastifyRequest): Promise<number | undefined> {
    const { mode, smtpUrl } = this.settings;
    return account && mode === 'live' && !smtpUrl ? this.mails.unsent() : undefined;
  }

  private of(request: FastifyRequest, reply: FastifyReply): OfficeVisit {
    const visit = this.visits.of(request);
    const { notice } = request.session;
    request.session.notice = undefined;
    return {
      ...visit,
      formToken: reply.generateCsrf(),
      account: request.account,
      notice: notice && visit.t(notice.key, notice.values),
    };
  }
}
