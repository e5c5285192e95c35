import { randomUUID } from 'node:crypto';
import { Body, Get, HttpCode, HttpStatus, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { AccountService, actorOf } from '#account';
import { Clock } from '#config';
import { type Event, ProgrammeService } from '#event';
import { type FieldError, Refusal, statusOf, translator } from '#language';
import {
  EventChanged,
  type Happening,
  happeningsFor,
  NoticePreviews,
  NoticeReaders,
  NoticeService,
  type NoticeWish,
  scopesOf,
  WishMistaken,
} from '#notice';
import { sentencesOf } from '../../door/sentences.js';
import { languageOf } from '../../door/visits.js';
import { accountOf } from '../door/office.guard.js';
import { OfficeController } from '../door/office-controller.js';
import { OfficeVisits } from '../door/office-visits.service.js';
import { fieldOf } from '../door/own-form.js';
import { idOf, PageUnknown } from '../door/page-unknown.js';
import { ChoosePage } from './choose.page.js';
import {
  checkNotice,
  freshInput,
  happeningOf,
  mistakeAt,
  type NoticeInput,
  readNoticeForm,
} from './notice-form.js';
import { NoticeFormPage } from './notice-form.page.js';
import { PreviewPage } from './preview.page.js';
import { ReadersPage } from './readers.page.js';

// What makes no sense in an address is the first page.
const pageQuery = z.object({ page: z.coerce.number().int().min(1).max(1_000_000).catch(1) });

/** The evening before: says what has happened, shows who will be told what, tells them, and shows who has read it. */
@OfficeController('events/:id/notice')
export class NoticeController {
  constructor(
    private readonly programme: ProgrammeService,
    private readonly notices: NoticeService,
    private readonly previews: NoticePreviews,
    private readonly readers: NoticeReaders,
    private readonly accounts: AccountService,
    private readonly visits: OfficeVisits,
    private readonly clock: Clock,
  ) {}

  /** What has happened; then to what of it; then the form. */
  @Get()
  async open(
    @Param('id') id: string,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const event = await this.programme.byId(idOf(id));
    const now = this.clock.now();
    const happenings = happeningsFor(event, now);
    const what = happenings.find((one) => one === happeningOf(query));
    const scopes = what ? scopesOf(event, what, now) : [];
    const scope = scopes.find((one) => one === fieldOf(query, 'scope') || scopes.length === 1);
    if (!what || !scope) {
      const earlier = what ? [] : await this.earlier(event.id);
      return this.visits.show(request, reply, ChoosePage, { event, happenings, what, scopes, earlier });
    }
    const reason = fieldOf(query, 'reason') === 'minimum' ? 'minimum' : undefined;
    const input = freshInput(event, scope, reason);
    return this.visits.show(request, reply, NoticeFormPage, { event, what, input, errors: {} });
  }

  /** The preview; from there back to the form, or on to sending. */
  @Post()
  @HttpCode(HttpStatus.OK)
  async go(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const event = await this.programme.byId(idOf(id));
    const what = happeningOf(body) ?? 'programme';
    const input = readNoticeForm(body);
    if (fieldOf(body, 'wish') === 'change') {
      return this.visits.show(request, reply, NoticeFormPage, { event, what, input, errors: {} });
    }
    const { wish, errors } = checkNotice(what, input, event);
    if (errors) return this.again(request, reply, { event, what, input }, errors);
    if (fieldOf(body, 'wish') !== 'send') return this.preview(request, reply, { event, what, input }, wish);
    const notice = idOf(fieldOf(body, 'notice'));
    const sending = { id: notice, seen: fieldOf(body, 'seen'), actor: actorOf(accountOf(request)) };
    try {
      const count = await this.notices.send(event.id, wish, sending);
      const path = `/office/events/${event.id}/notice/${notice}`;
      return this.visits.goTo(request, reply, path, { key: 'notice.sent', values: { count } });
    } catch (error) {
      if (!(error instanceof EventChanged)) return this.refuse(error, request, reply, { event, what, input });
      return this.preview(request, reply, { event, what, input }, wish, error);
    }
  }

  /** Who has read it, and who should be called. */
  @Get(':notice')
  async show(
    @Param('id') id: string,
    @Param('notice') notice: string,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const event = await this.programme.byId(idOf(id));
    const { page } = pageQuery.parse(query);
    const found = await this.readers.of(event.id, idOf(notice), page);
    if (page > found.pages) throw new PageUnknown();
    return this.visits.show(request, reply, ReadersPage, { event, page, ...found });
  }

  private async preview(
    request: FastifyRequest,
    reply: FastifyReply,
    form: { event: Event; what: Happening; input: NoticeInput },
    wish: NoticeWish,
    changed?: Refusal,
  ) {
    try {
      const preview = await this.previews.of(form.event.id, wish);
      const refused = changed && translator(languageOf(request))(changed.key);
      if (changed) reply.code(statusOf(changed));
      const notice = randomUUID();
      return await this.visits.show(request, reply, PreviewPage, { ...form, preview, notice, refused });
    } catch (error) {
      return this.refuse(error, request, reply, form);
    }
  }

  private refuse(
    error: unknown,
    request: FastifyRequest,
    reply: FastifyReply,
    form: { event: Event; what: Happening; input: NoticeInput },
  ) {
    if (error instanceof WishMistaken)
      return this.again(request, reply, form, [mistakeAt(error, form.event)]);
    if (!(error instanceof Refusal)) throw error;
    const refused = translator(languageOf(request))(error.key, error.values);
    const view = { ...form, errors: {}, refused };
    return this.visits.show(request, reply.code(statusOf(error)), NoticeFormPage, view);
  }

  private again(
    request: FastifyRequest,
    reply: FastifyReply,
    form: { event: Event; what: Happening; input: NoticeInput },
    mistakes: readonly FieldError[],
  ) {
    const errors = sentencesOf(mistakes, translator(languageOf(request)));
    return this.visits.show(request, reply.code(HttpStatus.UNPROCESSABLE_ENTITY), NoticeFormPage, {
      ...form,
      errors,
    });
  }

  private async earlier(eventId: string) {
    const notices = await this.readers.noticesOf(eventId);
    const names = await this.accounts.namesOf(notices.map(({ actor }) => actor));
    return notices.map((notice) => ({ notice, by: names.get(notice.actor) }));
  }
}
