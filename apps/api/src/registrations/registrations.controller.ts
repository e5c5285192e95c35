import { Body, Controller, Header, Param, Post, Query, Req, UseFilters, UsePipes } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { RateLimits } from '#account';
import { ChoiceTaken, type NewcomerInput, RegistrationService } from '#registration';
import { eventQuery } from '../events/programme-query.schema.js';
import { languageOf } from '../http/language.js';
import { validated } from '../http/validated.js';
import { ProblemFilter } from '../problem/problem.filter.js';
import { AskedChoices } from './asked-choices.service.js';
import { newcomerBody, type RegisteredBody, registrationHeaders } from './registration.schema.js';

/** Registers people on behalf of a program, such as the website of an association or an intranet. */
@Controller('api/v1/events/:slug/registrations')
@UseFilters(ProblemFilter)
@UsePipes(validated)
export class RegistrationsController {
  constructor(
    private readonly registrations: RegistrationService,
    private readonly choices: AskedChoices,
    private readonly limits: RateLimits,
  ) {}

  /** Neither the reference nor the link is in the answer: they go to the address alone, which proves it. */
  @Post()
  @Header('cache-control', 'no-store')
  async register(
    @Param('slug') slug: string,
    @Query({ schema: eventQuery }) _query: unknown,
    @Body({ schema: newcomerBody }) newcomer: NewcomerInput,
    @Req() request: FastifyRequest,
  ): Promise<RegisteredBody> {
    const key = keyOf(request);
    await this.limits.consume('registration.network', request.ip);
    await this.limits.consume('registration.address', newcomer.email);
    const language = languageOf(request);
    const person = await this.choices.checked(slug, newcomer, language);
    const asking = {
      actor: 'participant',
      language,
      idempotency: key === undefined ? undefined : { client: 'public', key },
    };
    try {
      const { people } = await this.registrations.register(slug, { people: [person] }, asking);
      return people[0]!.answer;
    } catch (error) {
      if (!(error instanceof ChoiceTaken)) throw error;
      throw await this.choices.named(error, slug, person, language);
    }
  }
}

function keyOf({ headers }: FastifyRequest): string | undefined {
  if (headers['idempotency-key'] === undefined) return undefined;
  return registrationHeaders.parse({ 'Idempotency-Key': headers['idempotency-key'] })['Idempotency-Key'];
}
