import { Body, Controller, Get, HttpCode, HttpStatus, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type FieldError, fieldErrors, Refusal, statusOf } from '#language';
import { RegistrationService, RegistrationUnknown } from '#registration';
import { sentencesOf } from '../door/sentences.js';
import { Visits } from '../door/visits.js';
import { ChangePage, type ChangeView } from './change.page.js';
import { changeSchemaFor, choicesBefore } from './change-form.js';
import { chosen, toBeChecked } from './event-choices.js';
import { OwnRegistrations } from './own-registrations.service.js';
import { refusedIn } from './refused.js';
import { readChoices } from './registration-form.js';
import type { RegistrationView } from './registration-view.js';

/** Changes what somebody chose. */
@Controller('registrations/:token')
export class ChangeController {
  constructor(
    private readonly registrations: RegistrationService,
    private readonly own: OwnRegistrations,
    private readonly visits: Visits,
  ) {}

  @Get('change')
  async open(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const own = await this.own.open(token, request);
    if (!own.canChoose) return reply.redirect(own.href, HttpStatus.SEE_OTHER);
    return this.page(request, reply, own, {});
  }

  @Post('change')
  @HttpCode(HttpStatus.OK)
  async change(
    @Param('token') token: string,
    @Body() body: Record<string, unknown> | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const own = await this.own.open(token, request);
    const input = readChoices(body ?? {});
    const attendance = own.ways.length > 1 ? String(body?.attendance ?? '') : own.attendance;
    const typed = { choices: input, attendance };
    const before = { ...own.sheet?.answers, ...own.sheet?.sensitive };
    const schema = changeSchemaFor(own.ways, toBeChecked(own.choices), before);
    const wish = schema.safeParse({ attendance, ...chosen(own.choices, input) });
    if (!wish.success) return this.returned(request, reply, own, typed, fieldErrors(wish.error));
    return this.attempt(request, reply, own, typed, async () => {
      await this.registrations.changeByLink(token, wish.data);
      return reply.redirect(`${own.href}?done=changed`, HttpStatus.SEE_OTHER);
    });
  }

  /** Does it, or says on the form why not. */
  private async attempt(
    request: FastifyRequest,
    reply: FastifyReply,
    own: RegistrationView,
    typed: ChangeView['typed'],
    deed: () => Promise<FastifyReply>,
  ) {
    try {
      return await deed();
    } catch (error) {
      if (!(error instanceof Refusal) || error instanceof RegistrationUnknown) throw error;
      if (error.retryAfter !== undefined) reply.header('retry-after', error.retryAfter);
      const said = refusedIn(this.visits.of(request), error, own.choices);
      return this.page(request, reply.code(statusOf(error)), own, { typed, ...said });
    }
  }

  private returned(
    request: FastifyRequest,
    reply: FastifyReply,
    own: RegistrationView,
    typed: ChangeView['typed'],
    complaints: readonly FieldError[],
  ) {
    const errors = sentencesOf(complaints, this.visits.of(request).t);
    return this.page(request, reply.code(HttpStatus.UNPROCESSABLE_ENTITY), own, { typed, errors });
  }

  private page(
    request: FastifyRequest,
    reply: FastifyReply,
    own: RegistrationView,
    {
      typed = { choices: choicesBefore(own), attendance: own.attendance },
      ...said
    }: Partial<Pick<ChangeView, 'typed' | 'errors' | 'refused'>>,
  ) {
    const view = { own, typed, errors: {}, ...said };
    return this.visits.send(request, reply, <ChangePage visit={this.visits.of(request)} view={view} />);
  }
}
