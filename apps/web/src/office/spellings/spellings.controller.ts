import { Body, Get, HttpStatus, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#account';
import { cleanLine } from '#database';
import { translator } from '#language';
import { SpellingService } from '#member';
import { Origins } from '#report';
import { languageOf } from '../../door/visits.js';
import { accountOf } from '../door/office.guard.js';
import { OfficeController } from '../door/office-controller.js';
import { OfficeVisits } from '../door/office-visits.service.js';
import { fieldOf } from '../door/own-form.js';
import { SpellingsPage } from './spellings.page.js';

const LONGEST_NAME = 200;

/** What people typed as their organization, and what the office says it means. */
@OfficeController('spellings')
export class SpellingsController {
  constructor(
    private readonly spellings: SpellingService,
    private readonly origins: Origins,
    private readonly visits: OfficeVisits,
  ) {}

  @Get()
  show(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.page(request, reply);
  }

  @Post()
  async merge(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const chosen = spellingsOf(body);
    const target = cleanLine(fieldOf(body, 'target')).slice(0, LONGEST_NAME);
    if (chosen.length === 0 || !target) {
      const refused = translator(languageOf(request))('spelling.nothing');
      return this.page(request, reply.code(HttpStatus.UNPROCESSABLE_ENTITY), refused);
    }
    const name = await this.spellings.merge(chosen, target, actorOf(accountOf(request)));
    return this.visits.goTo(request, reply, '/office/spellings', {
      key: 'spelling.merged',
      values: { count: chosen.length, name },
    });
  }

  private async page(request: FastifyRequest, reply: FastifyReply, refused?: string) {
    return this.visits.show(request, reply, SpellingsPage, {
      unknown: await this.origins.unknown(),
      suggestions: await this.spellings.suggestions(),
      refused,
    });
  }
}

function spellingsOf(body: unknown): string[] {
  const given: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'spelling') : [];
  return [given ?? []]
    .flat()
    .map((one) => cleanLine(String(one)).slice(0, LONGEST_NAME))
    .filter(Boolean);
}
