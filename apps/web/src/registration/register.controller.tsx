import { createHash, randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, HttpStatus, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RateLimits } from '#account';
import { Clock } from '#config';
import { type Event, ProgrammeService } from '#event';
import { fieldErrors, Refusal, statusOf } from '#language';
import { MemberService, SpellingService } from '#member';
import {
  MOST_PEOPLE_AT_ONCE,
  offered,
  type PartyInput,
  partySchemaFor,
  RegistrationService,
  StandingService,
  SubmissionService,
} from '#registration';
import { sentencesOf } from '../door/sentences.js';
import { languageOf, Visits } from '../door/visits.js';
import { toEventBrief } from '../event/to-event-view.js';
import { RegisterPage } from './register.page.js';
import type { RegisterView } from './register-view.js';
import { nobody, type RegistrationInput, readRegistrationForm } from './registration-form.js';

/** The form that registers one person or several. */
@Controller('events/:slug/register')
export class RegisterController {
  constructor(
    private readonly programme: ProgrammeService,
    private readonly standings: StandingService,
    private readonly members: MemberService,
    private readonly spellings: SpellingService,
    private readonly registrations: RegistrationService,
    private readonly submissions: SubmissionService,
    private readonly limits: RateLimits,
    private readonly visits: Visits,
    private readonly clock: Clock,
  ) {}

  @Get()
  async open(@Param('slug') slug: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const event = await this.programme.bySlug(slug);
    this.registrations.assertOpen(event);
    const input = { submission: randomUUID(), people: [nobody()], copyTo: '' };
    return this.form(request, reply, event, input, {});
  }

  @Post()
  @HttpCode(HttpStatus.OK)
  async send(
    @Param('slug') slug: string,
    @Body() body: Record<string, unknown> | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const event = await this.programme.bySlug(slug);
    const input = readRegistrationForm(body ?? {});
    if (input.wish !== 'register') return this.form(request, reply, event, input, { focus: focusOf(input) });
    const schema = partySchemaFor(offered(event), await this.membersOf(event));
    const party = schema.safeParse({ people: input.people, copyTo: input.copyTo });
    if (!party.success) {
      const errors = sentencesOf(fieldErrors(party.error), this.visits.of(request).t);
      return this.form(request, reply.code(HttpStatus.UNPROCESSABLE_ENTITY), event, input, { errors });
    }
    try {
      await this.limits.consume('registration.network', request.ip);
      for (const { email } of party.data.people) await this.limits.consume('registration.address', email);
      const { submissionId } = await this.registrations.register(slug, party.data, {
        actor: 'participant',
        language: languageOf(request),
        idempotency: { client: 'page', key: keyOf(input, party.data) },
      });
      const outcome = `/events/${event.slug}/registered/${this.submissions.tokenOf(submissionId as string)}`;
      return reply.redirect(outcome, HttpStatus.SEE_OTHER);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const refused = this.visits.of(request).t(error.key, error.values);
      return this.form(request, reply.code(statusOf(error)), event, input, { refused });
    }
  }

  private async form(
    request: FastifyRequest,
    reply: FastifyReply,
    event: Event,
    { submission, people, copyTo }: Pick<RegistrationInput, 'submission' | 'people' | 'copyTo'>,
    shown: Partial<Pick<RegisterView, 'errors' | 'refused' | 'focus'>>,
  ) {
    const visit = this.visits.of(request);
    const now = this.clock.now();
    const seats = (await this.standings.seats([event])).get(event.id);
    const members = await this.membersOf(event);
    const view: RegisterView = {
      event: toEventBrief({ event, seats, language: visit.language, now }),
      submission,
      people,
      copyTo,
      attendances: offered(event),
      members,
      organizations: members ? undefined : await this.spellings.suggestions(),
      canAdd: people.length < MOST_PEOPLE_AT_ONCE,
      errors: {},
      ...shown,
    };
    return this.visits.send(request, reply, <RegisterPage visit={visit} view={view} />);
  }

  /** Whose people may come, where the event is for members only. */
  private async membersOf(event: Event): Promise<string[] | undefined> {
    if (event.audience !== 'members') return undefined;
    const today = this.clock.now().toZonedDateTimeISO(event.timeZone).toPlainDate();
    return this.members.namesOn(today.toString());
  }
}

// Sent again it is the same submission; gone back to and changed, it is another.
const keyOf = ({ submission }: RegistrationInput, party: PartyInput): string =>
  createHash('sha256')
    .update(`${submission}\n${JSON.stringify(party)}`)
    .digest('base64url');

const focusOf = ({ wish, people }: RegistrationInput): number | undefined =>
  wish === 'add' ? people.length - 1 : undefined;
