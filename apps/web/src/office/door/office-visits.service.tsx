import { HttpStatus, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ComponentType } from 'preact';
import type { Account } from '#account';
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
}

/** Turns requests into visits of the office, and pages into answers. */
@Injectable()
export class OfficeVisits {
  constructor(private readonly visits: Visits) {}

  /** Answers with a page. A notice that waited for the next page is on it, and is said no more. */
  show<View>(
    request: FastifyRequest,
    reply: FastifyReply,
    Page: ComponentType<{ visit: OfficeVisit; view: View }>,
    view: View,
  ): FastifyReply {
    return this.visits.send(request, reply, <Page visit={this.of(request, reply)} view={view} />);
  }

  /** Goes on to another page, which says what was done. */
  goTo(request: FastifyRequest, reply: FastifyReply, path: string, notice?: Notice): FastifyReply {
    if (notice) request.session.notice = notice;
    return reply.redirect(path, HttpStatus.SEE_OTHER);
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
