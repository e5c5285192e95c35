import { createHash, randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, HttpStatus, Logger, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RateLimits } from '#account';
import { type Event, ProgrammeService } from '#event';
import { fieldErrors, Refusal, statusOf } from '#language';
import {
  offered,
  type PartyInput,
  partySchemaFor,
  RegistrationService,
  SubmissionService,
  waitingWords,
} from '#registration';
import { sentencesOf } from '../door/sentences.js';
import { languageOf, Visits } from '../door/visits.js';
import { chosen, toBeChecked } from './event-choices.js';
import { OutcomePage } from './outcome.page.js';
import { newcomersOutcome } from './outcome-view.js';
import { inParty, refusedIn } from './refused.js';
import { RegisterPage } from './register.page.js';
import type { RegisterView } from './register-view.js';
import { RegisterViews } from './register-views.service.js';
import { nobody, type RegistrationInput, readRegistrationForm } from './registration-form.js';

/** The form that registers one person or several. */
@Controller('events/:slug/register')
export class RegisterController {
  private readonly log = new Logger('register');

  constructor(
    private readonly programme: ProgrammeService,
    private readonly registrations: RegistrationService,
    private readonly submissions: SubmissionService,
    private readonly views: RegisterViews,
    private readonly limits: RateLimits,
    private readonly visits: Visits,
  ) {}

  @Get()
  async open(@Param('slug') slug: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const event = await this.programme.bySlug(slug);
    await this.registrations.assertOpen(event);
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
    const party = await this.checked(event, input, request);
    if (!party.success) {
      const errors = sentencesOf(fieldErrors(party.error), this.visits.of(request).t);
      return this.form(request, reply.code(HttpStatus.UNPROCESSABLE_ENTITY), event, input, { errors });
    }
    try {
      await this.limits.consume('registration.network', request.ip);
      for (const address of mailboxes(party.data)) await this.limits.consume('registration.address', address);
      if (input.trap) return await this.pretend(request, reply, event, party.data);
      const { submissionId } = await this.registrations.register(slug, party.data, {
        actor: 'participant',
        language: languageOf(request),
        idempotency: { client: 'page', key: keyOf(input, party.data) },
      });
      const outcome = `/events/${event.slug}/registered/${this.submissions.tokenOf(submissionId as string)}`;
      return reply.redirect(outcome, HttpStatus.SEE_OTHER);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.retryAfter !== undefined) reply.header('retry-after', error.retryAfter);
      const visit = this.visits.of(request);
      const choices = await this.views.choices(event, visit.language);
      const said = refusedIn(visit, error, choices, inParty);
      return this.form(request, reply.code(statusOf(error)), event, input, said);
    }
  }

  private async checked(event: Event, { people, copyTo }: RegistrationInput, request: FastifyRequest) {
    const choices = await this.views.choices(event, languageOf(request));
    const schema = partySchemaFor(offered(event), await this.views.membersOf(event), toBeChecked(choices));
    return schema.safeParse({
      people: people.map((person) => ({ ...person, ...chosen(choices, person) })),
      copyTo,
    });
  }

  /** Answers a program that filled in what people never see as if it had registered somebody. */
  private async pretend(request: FastifyRequest, reply: FastifyReply, event: Event, party: PartyInput) {
    this.log.warn(`A form for ${event.slug} was filled in by a program, and nobody was registered`);
    await this.registrations.assertOpen(event);
    const visit = this.visits.of(request);
    const { brief } = await this.views.standing(event, visit.language);
    const byOffer = brief.entry?.offers;
    const waiting = waitingWords({ byOffer }, event.timeZone, visit.language);
    const view = newcomersOutcome(brief, party, waiting);
    return this.visits.send(request, reply, <OutcomePage visit={visit} view={view} />);
  }

  private async form(
    request: FastifyRequest,
    reply: FastifyReply,
    event: Event,
    input: Pick<RegistrationInput, 'submission' | 'people' | 'copyTo'>,
    returned: Partial<Pick<RegisterView, 'errors' | 'refused' | 'focus'>>,
  ) {
    const visit = this.visits.of(request);
    const { submission, people, copyTo } = input;
    const view = await this.views.form(event, { submission, people, copyTo }, returned, visit.language);
    return this.visits.send(request, reply, <RegisterPage visit={visit} view={view} />);
  }
}

// Of each person there is a mail, and a copy of it: anybody's address can be typed as the one for copies.
const mailboxes = ({ people, copyTo }: PartyInput): string[] =>
  people.flatMap(({ email }) => (copyTo ? [email, copyTo] : [email]));

// Sent again it is the same submission; gone back to and changed, it is another.
const keyOf = ({ submission }: RegistrationInput, party: PartyInput): string =>
  createHash('sha256')
    .update(`${submission}\n${JSON.stringify(party)}`)
    .digest('base64url');

const focusOf = ({ wish, people }: RegistrationInput): number | undefined =>
  wish === 'add' ? people.length - 1 : undefined;
