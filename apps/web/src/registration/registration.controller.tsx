import { Controller, Get, HttpStatus, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Clock } from '#config';
import { calendarEntry, heldDates, registrationWindow } from '#event';
import { calendarFile } from '#icalendar';
import {
  type RegistrationView as Found,
  RegistrationService,
  RegistrationUnknown,
  StandingService,
  withdrawalOver,
} from '#registration';
import { Visits } from '../door/visits.js';
import { toEventBrief } from '../event/to-event-view.js';
import { RegistrationPage } from './registration.page.js';
import type { RegistrationView } from './registration-view.js';
import { WithdrawPage } from './withdraw.page.js';

/** One's own registration behind the mailed link. A GET changes nothing: mail scanners follow links (rule M3). */
@Controller('registrations/:token')
export class RegistrationController {
  constructor(
    private readonly registrations: RegistrationService,
    private readonly standings: StandingService,
    private readonly visits: Visits,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(
    @Param('token') token: string,
    @Query('done') done: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const view = await this.view(token, request);
    const visit = this.visits.of(request);
    const shown = {
      ...view,
      done: done === 'withdrawn' && view.status === 'cancelled' ? done : undefined,
    } as const;
    return this.visits.send(request, reply, <RegistrationPage visit={visit} view={shown} />);
  }

  @Get('withdraw')
  async ask(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const view = await this.view(token, request);
    if (!view.canWithdraw) return reply.redirect(view.href, HttpStatus.SEE_OTHER);
    return this.visits.send(request, reply, <WithdrawPage visit={this.visits.of(request)} view={view} />);
  }

  @Post('withdraw')
  async withdraw(@Param('token') token: string, @Res() reply: FastifyReply) {
    await this.registrations.withdrawByLink(token);
    return reply.redirect(`/registrations/${token}?done=withdrawn`, HttpStatus.SEE_OTHER);
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

  private async view(token: string, request: FastifyRequest): Promise<RegistrationView> {
    const found = await this.registrations.byLink(token);
    const seats = (await this.standings.seats([found.event])).get(found.event.id);
    const now = this.clock.now();
    const { language } = this.visits.of(request);
    const confirmed = found.registration.status === 'confirmed';
    const event = toEventBrief({ event: found.event, seats, language, now, joining: confirmed });
    return { ...ownFacts(found, token, now), event };
  }
}

function ownFacts({ registration, event, position }: Found, token: string, now: Temporal.Instant) {
  const href = `/registrations/${token}`;
  const active = registration.status === 'confirmed' || registration.status === 'waitlisted';
  return {
    href,
    name: `${registration.firstName} ${registration.lastName}`,
    email: registration.email,
    organization: registration.organization ?? undefined,
    attendance: registration.attendance,
    reference: registration.reference,
    status: registration.status,
    position,
    appointment:
      registration.status === 'confirmed' && event.status === 'published' && heldDates(event).length > 0
        ? `${href}/appointment.ics`
        : undefined,
    canWithdraw: active && !withdrawalOver(event, now),
    canReturn: registration.status === 'cancelled' && registrationWindow(event, now).state === 'open',
  };
}
