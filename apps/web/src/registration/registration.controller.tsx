import { Controller, Get, HttpCode, HttpStatus, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { calendarEntry, heldDates } from '#event';
import { calendarFile } from '#icalendar';
import { Refusal, statusOf } from '#language';
import { RegistrationService, RegistrationUnknown } from '#registration';
import { Visits } from '../door/visits.js';
import { ConfirmPage } from './confirm.page.js';
import { OwnRegistrations } from './own-registrations.service.js';
import { RefusePage } from './refuse.page.js';
import { RegistrationPage } from './registration.page.js';
import { DEEDS, type Deed, type RegistrationView } from './registration-view.js';

/** One's own registration behind the mailed link. A GET changes nothing: mail scanners follow links (rule M3). */
@Controller('registrations/:token')
export class RegistrationController {
  constructor(
    private readonly registrations: RegistrationService,
    private readonly own: OwnRegistrations,
    private readonly visits: Visits,
  ) {}

  @Get()
  async show(
    @Param('token') token: string,
    @Query('done') done: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const view = await this.own.open(token, request);
    return this.page(request, reply, {
      ...view,
      done: DEEDS.find((deed) => deed === done && isSo(deed, view)),
    });
  }

  /** Where the mail leads; the button confirms, so that a scanner that follows links does not. */
  @Get('confirm')
  async ask(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const view = await this.own.open(token, request);
    if (view.status !== 'unverified') return reply.redirect(view.href, HttpStatus.SEE_OTHER);
    return this.visits.send(request, reply, <ConfirmPage visit={this.visits.of(request)} view={view} />);
  }

  @Post('confirm')
  @HttpCode(HttpStatus.OK)
  async confirm(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.decide(token, request, reply, 'confirmed', () => this.registrations.verifyByLink(token));
  }

  @Post('accept')
  @HttpCode(HttpStatus.OK)
  async accept(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.decide(token, request, reply, 'accepted', () => this.registrations.acceptByLink(token));
  }

  @Get('refuse')
  async whether(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const view = await this.own.open(token, request);
    if (view.status !== 'offered') return reply.redirect(view.href, HttpStatus.SEE_OTHER);
    return this.visits.send(request, reply, <RefusePage visit={this.visits.of(request)} view={view} />);
  }

  @Post('refuse')
  @HttpCode(HttpStatus.OK)
  async refuse(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.decide(token, request, reply, 'refused', () => this.registrations.refuseByLink(token));
  }

  @Get('appointment.ics')
  async appointment(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { registration, event } = await this.registrations.byLink(token);
    if (registration.status !== 'confirmed') throw new RegistrationUnknown();
    const { language } = this.visits.of(request);
    const publicUrl = this.visits.publicUrl;
    const entries = heldDates(event).map((date) => calendarEntry(event, date, { language, publicUrl }));
    return reply
      .type('text/calendar; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="${event.slug}.ics"`)
      .send(calendarFile(entries));
  }

  /** What was refused is said on the page itself, beside where the registration stands now. */
  private async decide(
    token: string,
    request: FastifyRequest,
    reply: FastifyReply,
    deed: Deed,
    decision: () => Promise<unknown>,
  ) {
    try {
      await decision();
    } catch (error) {
      if (!(error instanceof Refusal) || error instanceof RegistrationUnknown) throw error;
      const view = await this.own.open(token, request);
      const refused = this.visits.of(request).t(error.key, error.values);
      return this.page(request, reply.code(statusOf(error)), { ...view, refused });
    }
    return reply.redirect(`/registrations/${token}?done=${deed}`, HttpStatus.SEE_OTHER);
  }

  private page(request: FastifyRequest, reply: FastifyReply, view: RegistrationView) {
    return this.visits.send(request, reply, <RegistrationPage visit={this.visits.of(request)} view={view} />);
  }
}

/** Whether what an address says was done can be true: anybody can write an address. */
function isSo(deed: Deed, { status }: RegistrationView): boolean {
  if (deed === 'withdrawn' || deed === 'refused') return status === 'cancelled';
  if (deed === 'accepted') return status === 'confirmed';
  if (deed === 'confirmed') return status !== 'unverified' && status !== 'expired';
  return true;
}
