import { setTimeout as pause } from 'node:timers/promises';
import { Body, Controller, Get, HttpStatus, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RateLimits, TooMany } from '#account';
import { Clock, SETTINGS, type Settings } from '#config';
import { addressSchema } from '#database';
import { OwnInvitations, OwnPlaces } from '#invitation';
import { type Language, statusOf } from '#language';
import { type PersonalPage, PersonalPages } from '#member';
import { DelegationLines } from '../delegation/delegation-lines.service.js';
import { Visits } from '../door/visits.js';
import { toEventBrief } from '../event/to-event-view.js';
import type { Visit } from '../view/index.js';
import { AskPage } from './ask.page.js';
import { MyPage } from './my.page.js';
import { DEEDS, type MyView } from './my-view.js';

/** In milliseconds: longer than a mail takes to be written, so that the time does not tell who is known either. */
const ANSWERED_AFTER = 150;

/** The page of a contact behind a mailed link, and the door where one asks for it. */
@Controller('my')
export class MyController {
  constructor(
    private readonly pages: PersonalPages,
    private readonly places: OwnPlaces,
    private readonly invitations: OwnInvitations,
    private readonly delegations: DelegationLines,
    private readonly limits: RateLimits,
    private readonly visits: Visits,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  ask(@Query('sent') sent: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const visit = this.visits.of(request);
    const view = { email: '', sent: sent !== undefined };
    return this.visits.send(request, reply, <AskPage visit={visit} view={view} />);
  }

  @Post()
  async send(@Body('email') email: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const visit = this.visits.of(request);
    const address = addressSchema.safeParse(email);
    const typed = typeof email === 'string' ? email : '';
    if (!address.success) {
      const error = visit.t(typed.trim() ? 'field.email' : 'field.required');
      const page = <AskPage visit={visit} view={{ email: typed, error }} />;
      return this.visits.send(request, reply.code(HttpStatus.UNPROCESSABLE_ENTITY), page);
    }
    try {
      await this.limits.consume('my.network', request.ip);
      await this.limits.consume('my.address', address.data);
    } catch (refusal) {
      if (!(refusal instanceof TooMany)) throw refusal;
      const page = (
        <AskPage visit={visit} view={{ email: typed, refused: visit.t(refusal.key, refusal.values) }} />
      );
      reply.header('retry-after', refusal.retryAfter);
      return this.visits.send(request, reply.code(statusOf(refusal)), page);
    }
    await Promise.all([this.pages.request(address.data), pause(ANSWERED_AFTER)]);
    return reply.redirect('/my?sent=1', HttpStatus.SEE_OTHER);
  }

  @Get(':token')
  async show(
    @Param('token') token: string,
    @Query('done') done: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const page = await this.pages.open(token);
    const visit = this.visits.of(request);
    const view: MyView = {
      href: `/my/${token}`,
      done: DEEDS.find((deed) => deed === done),
      ownId: page.contact.id,
      name: `${page.contact.firstName} ${page.contact.lastName}`.trim(),
      member: page.member?.name,
      places: await this.placesOf(page, visit),
      invitations: await this.invitationsOf(page, visit.language),
      feed: `${this.settings.publicUrl}/calendar/${this.pages.feedToken(page)}.ics`,
      people: page.coordinates ? await this.pages.colleagues(page) : undefined,
      delegations: page.coordinates ? await this.delegationsOf(page, token, visit.language) : undefined,
    };
    return this.visits.send(request, reply, <MyPage visit={visit} view={view} />);
  }

  private async delegationsOf({ member }: PersonalPage, token: string, language: Language) {
    const home = `/delegation/${token}`;
    return { href: home, lines: member ? await this.delegations.of(member.id, { home, language }) : [] };
  }

  private async placesOf(page: PersonalPage, { language, t }: Visit): Promise<MyView['places']> {
    const now = this.clock.now();
    return (await this.places.of(page)).map(({ event, token, ...place }) => ({
      ...place,
      // A seat of a delegation may have no name yet.
      name: place.name || t('delegation.name.none'),
      event: toEventBrief({ event, language, now }),
      href: token && `/registrations/${token}`,
    }));
  }

  private async invitationsOf(page: PersonalPage, language: Language): Promise<MyView['invitations']> {
    const now = this.clock.now();
    return (await this.invitations.of(page)).map(({ event, token, ...invitation }) => ({
      ...invitation,
      event: toEventBrief({ event, language, now }),
      href: token && `/invitations/${token}`,
    }));
  }
}
