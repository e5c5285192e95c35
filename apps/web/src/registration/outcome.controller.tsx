import { Body, Controller, Get, HttpCode, HttpStatus, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { RateLimits } from '#account';
import { Clock } from '#config';
import type { Event } from '#event';
import { fieldErrors, type Language } from '#language';
import {
  type AnsweredPerson,
  addressSchema,
  contested,
  type DeskRules,
  DeskRulesService,
  type Outcome,
  offersPlaces,
  releaseOf,
  StandingService,
  SubmissionService,
  waitingWords,
} from '#registration';
import { sentencesOf } from '../door/sentences.js';
import { Visits } from '../door/visits.js';
import { toEventBrief } from '../event/to-event-view.js';
import { correctionField } from './address-correction.js';
import { OutcomePage } from './outcome.page.js';
import type { Correction } from './outcome-view.js';

/** The page after the form, and the correction of a mistyped address. */
@Controller('events/:slug/registered/:token')
export class OutcomeController {
  constructor(
    private readonly submissions: SubmissionService,
    private readonly standings: StandingService,
    private readonly rules: DeskRulesService,
    private readonly limits: RateLimits,
    private readonly visits: Visits,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(
    @Param('token') token: string,
    @Query('corrected') corrected: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const outcome = await this.submissions.outcome(token);
    return this.page(request, reply, outcome, (index) => (String(index) === corrected ? { done: true } : {}));
  }

  @Post()
  @HttpCode(HttpStatus.OK)
  async correct(
    @Param('token') token: string,
    @Body() body: Record<string, unknown> | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const index = Number(body?.person);
    const field = correctionField(index);
    const address = z.strictObject({ [field]: addressSchema }).safeParse({ [field]: body?.[field] });
    const outcome = await this.submissions.outcome(token);
    if (!address.success) {
      const error = sentencesOf(fieldErrors(address.error), this.visits.of(request).t)[field];
      const typed = typeof body?.[field] === 'string' ? body[field] : '';
      return this.page(request, reply.code(HttpStatus.UNPROCESSABLE_ENTITY), outcome, (at) =>
        at === index ? { typed, error } : {},
      );
    }
    await this.limits.consume('correction.network', request.ip);
    await this.limits.consume('correction.submission', outcome.submission.id);
    await this.submissions.correctAddress(token, index, address.data[field] as string);
    return reply.redirect(
      `/events/${outcome.event.slug}/registered/${token}?corrected=${index}`,
      HttpStatus.SEE_OTHER,
    );
  }

  private async page(
    request: FastifyRequest,
    reply: FastifyReply,
    { submission, event, correctable }: Outcome,
    corrected: (index: number) => Partial<Correction>,
  ) {
    const visit = this.visits.of(request);
    const seats = (await this.standings.seats([event])).get(event.id);
    const now = this.clock.now();
    const brief = toEventBrief({ event, seats, language: visit.language, now });
    const rules = await this.rules.of(event.id);
    const { verifyMinutes, lineOrder } = rules;
    const isFair = (person: AnsweredPerson) =>
      lineOrder === 'fair' && person.answer.status === 'waitlisted' && person.attendance === contested(event);
    const [action = ''] = request.url.split('?');
    const people = submission.answer.people.map((person, index) => ({
      name: `${person.firstName} ${person.lastName}`,
      email: person.email,
      status: person.answer.status,
      position: isFair(person) ? undefined : positionOf(person),
      correction: correctable
        ? { action, hidden: { person: String(index) }, ...corrected(index) }
        : undefined,
    }));
    const confirmUntil =
      verifyMinutes === null
        ? undefined
        : submission.createdAt.add({ minutes: verifyMinutes }).toZonedDateTimeISO(event.timeZone);
    const view = {
      event: brief,
      people,
      copyTo: submission.answer.copyTo,
      confirmUntil,
      waiting: waitingOf(submission.answer.people, { event, rules, now, language: visit.language }),
      isFair: submission.answer.people.some(isFair),
    };
    return this.visits.send(request, reply, <OutcomePage visit={visit} view={view} />);
  }
}

/** Each reason once; why a newcomer waits was found by the desk, and is the same for who is on the list already. */
function waitingOf(
  people: readonly AnsweredPerson[],
  {
    event,
    rules,
    now,
    language,
  }: { event: Event; rules: DeskRules; now: Temporal.Instant; language: Language },
): string[] {
  const byOffer = offersPlaces(rules, event, now);
  const until = releaseOf(rules, event);
  const waiting = people.filter(({ answer }) => answer.status === 'waitlisted');
  const reasons = waiting.map(({ heldBack }) =>
    waitingWords({ byOffer, heldBack: heldBack && { ...heldBack, until } }, event.timeZone, language),
  );
  return [...new Set(reasons)];
}

const positionOf = ({ answer }: AnsweredPerson): number | undefined =>
  answer.status === 'waitlisted' ? answer.position : undefined;
