import { Body, Get, HttpCode, HttpStatus, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#account';
import { Clock } from '#config';
import { type Event, ProgrammeService } from '#event';
import { type FieldError, type MessageKey, Refusal, translator } from '#language';
import {
  contested,
  DeskRulesService,
  offered,
  type Resized,
  RulesContradict,
  releaseOf,
  StandingService,
} from '#registration';
import { sentencesOf } from '../../door/sentences.js';
import { languageOf } from '../../door/visits.js';
import { toEventBrief } from '../../event/to-event-view.js';
import type { FieldErrors } from '../../view/index.js';
import type { Notice } from '../door/notice.js';
import { accountOf } from '../door/office.guard.js';
import { OfficeController } from '../door/office-controller.js';
import { OfficeVisits } from '../door/office-visits.service.js';
import { fieldOf } from '../door/own-form.js';
import { idOf, PageUnknown } from '../door/page-unknown.js';
import { atContingentFields, contingentsIn, readContingents, typedContingents } from './contingents-form.js';
import { PARTS, type Part, partsIn, type SentParts, unsavedIn } from './parts.js';
import { readRules, rulesIn, typedRules } from './rules-form.js';
import { SeatsPage } from './seats.page.js';
import { type SeatsView, seatsHref } from './seats-view.js';
import { atSessionFields, readSessions, sessionsIn, typedSessions } from './sessions-form.js';
import { type Shrinking, ShrinkPage } from './shrink.page.js';
import { numberIn, readTyped, type Typed } from './typed.js';

/** A form as sent: what was typed, and how it is saved. */
interface Sent {
  part: Part;
  body: unknown;
  typed: Typed;
  save(): Promise<void>;
  done: MessageKey;
  /** What is said instead where more has happened. */
  more?(): Notice | undefined;
  /** The form's own fields for those that the rules name. */
  atFields?(errors: readonly FieldError[]): FieldError[];
}

/** An event's seats, and the rules by which they are given. */
@OfficeController('events/:id/seats')
export class SeatsController {
  constructor(
    private readonly programme: ProgrammeService,
    private readonly standings: StandingService,
    private readonly rules: DeskRulesService,
    private readonly visits: OfficeVisits,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const event = await this.programme.byId(idOf(id));
    return this.visits.show(request, reply, SeatsPage, await this.view(request, event));
  }

  /** Whoever reloads the answer to a form comes back to the page. */
  @Get(':part')
  back(
    @Param('id') id: string,
    @Param('part') part: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    if (!Object.hasOwn(PARTS, part)) throw new PageUnknown();
    return this.visits.goTo(request, reply, seatsHref(idOf(id)));
  }

  /** Asks first whether it is meant where there would be fewer seats than are taken. */
  @Post()
  @HttpCode(HttpStatus.OK)
  async resize(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const event = await this.programme.byId(idOf(id));
    const ways = offered(event);
    const typed = readTyped(body, ways);
    const shrinking = await this.shrinking(event, typed);
    if (shrinking.length > 0 && !fieldOf(body, 'confirmed')) {
      return this.visits.show(request, reply, ShrinkPage, {
        event,
        typed: Object.assign({}, typed, ...Object.values(await this.sentParts(body, event))),
        shrinking,
      });
    }
    const wish = Object.fromEntries(ways.map((way) => [way, numberIn(typed[way])]));
    let more: Notice | undefined;
    const save = async () => {
      more = movedUp(await this.rules.resize(event.id, wish, actorOf(accountOf(request))));
    };
    const done = 'rules.seats.saved';
    return this.saved(request, reply, event, { part: 'seats', body, typed, save, done, more: () => more });
  }

  @Post('rules')
  @HttpCode(HttpStatus.OK)
  async saveRules(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const event = await this.programme.byId(idOf(id));
    const typed = readRules(body);
    const wish = rulesIn(typed, event.timeZone);
    const save = () => this.rules.save(event.id, wish, actorOf(accountOf(request)));
    return this.saved(request, reply, event, { part: 'rules', body, typed, save, done: 'rules.rules.saved' });
  }

  @Post('contingents')
  @HttpCode(HttpStatus.OK)
  async saveContingents(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const event = await this.programme.byId(idOf(id));
    const members = (await this.rules.contingentMembers(event)).map((member) => member.id);
    const typed = readContingents(body, members);
    const wish = contingentsIn(typed, members, event.timeZone);
    const save = () => this.rules.saveContingents(event.id, wish, actorOf(accountOf(request)));
    const done = 'rules.contingents.saved';
    return this.saved(request, reply, event, {
      part: 'contingents',
      body,
      typed,
      save,
      done,
      atFields: atContingentFields,
    });
  }

  @Post('sessions')
  @HttpCode(HttpStatus.OK)
  async saveSessions(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const event = await this.programme.byId(idOf(id));
    const typed = readSessions(body, event);
    const save = () => this.rules.saveSessions(event.id, sessionsIn(typed), actorOf(accountOf(request)));
    const atFields = (errors: readonly FieldError[]) => atSessionFields(typed, errors);
    return this.saved(request, reply, event, {
      part: 'sessions',
      body,
      typed,
      save,
      done: 'rules.sessions.saved',
      atFields,
    });
  }

  // What is refused comes back to the page with everything typed.
  private async saved(
    request: FastifyRequest,
    reply: FastifyReply,
    event: Event,
    { part, body, typed, save, done, more, atFields = (errors) => [...errors] }: Sent,
  ) {
    const sent = await this.sentParts(body, event);
    try {
      await save();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const t = translator(languageOf(request));
      const view = await this.view(request, event);
      const said =
        error instanceof RulesContradict
          ? { errors: sentencesOf(atFields(error.errors), t) }
          : { refused: t(error.key, error.values) };
      const all: Typed = Object.assign({}, view.typed, ...Object.values(sent), typed);
      const again = { ...view, ...said, typed: all };
      return this.visits.show(request, reply.code(HttpStatus.UNPROCESSABLE_ENTITY), SeatsPage, again);
    }
    const notice = more?.() ?? { key: done };
    const view = await this.view(request, event);
    const unsaved = unsavedIn(sent, view.typed, part);
    if (unsaved.length === 0) return this.visits.goTo(request, reply, seatsHref(event.id), notice);
    request.session.notice = notice;
    const kept: Typed = Object.assign({}, view.typed, ...unsaved.map((one) => sent[one]));
    return this.visits.show(request, reply, SeatsPage, { ...view, typed: kept, unsaved });
  }

  private async sentParts(body: unknown, event: Event): Promise<SentParts> {
    const members = await this.rules.contingentMembers(event);
    return partsIn(
      body,
      event,
      members.map(({ id }) => id),
    );
  }

  private async shrinking(event: Event, typed: Typed): Promise<Shrinking[]> {
    const seats = (await this.standings.seats([event])).get(event.id);
    return offered(event).flatMap((attendance) => {
      const { taken = 0, capacity: before = null } = seats?.[attendance] ?? {};
      const capacity = numberIn(typed[attendance]);
      const shrinks = capacity !== null && capacity < taken && capacity !== before;
      return shrinks ? [{ attendance, taken, capacity }] : [];
    });
  }

  private async view(request: FastifyRequest, event: Event): Promise<SeatsView> {
    const now = this.clock.now();
    const seats = (await this.standings.seats([event])).get(event.id);
    if (!seats) throw new PageUnknown();
    const rules = await this.rules.of(event.id);
    const contingents = await this.rules.contingents(event.id);
    const taken = new Map(contingents.map((one) => [one.memberId, one.taken]));
    const members = event.kind === 'assembly' ? [] : await this.rules.contingentMembers(event);
    const sessions = await this.rules.sessions(event.id);
    const release = contingents.length > 0 ? releaseOf(rules, event) : undefined;
    const errors: FieldErrors = {};
    return {
      event,
      brief: toEventBrief({ event, seats, language: languageOf(request), now }),
      seats: offered(event).flatMap((attendance) => {
        const own = seats[attendance];
        return own ? [{ attendance, ...own }] : [];
      }),
      contested: contested(event),
      members: members.map(({ id, name }) => ({ id, name, taken: taken.get(id) })),
      release: release && { at: release, isOver: Temporal.Instant.compare(release, now) <= 0 },
      chosen: new Map(sessions.map((session) => [session.id, session.taken])),
      typed: {
        ...Object.fromEntries(offered(event).map((way) => [way, String(seats[way]?.capacity ?? '')])),
        ...typedRules(rules, event.timeZone),
        ...typedContingents(rules, contingents, event.timeZone),
        ...typedSessions(sessions),
      },
      errors,
      unsaved: [],
    };
  }
}

function movedUp({ promoted, offered }: Resized): Notice | undefined {
  return promoted + offered > 0 ? { key: 'rules.seats.moved', values: { promoted, offered } } : undefined;
}
