import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Visits } from '../door/visits.js';
import type { Site } from '../view/index.js';
import { defaultAccessibility } from './accessibility.js';
import { defaultImprint } from './imprint.js';
import { defaultPrivacy } from './privacy.js';
import { type SiteText, TextPage } from './text.page.js';

/** The pages every site must have. */
@Controller()
export class SiteController {
  constructor(private readonly visits: Visits) {}

  @Get('imprint')
  imprint(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.text(request, reply, defaultImprint);
  }

  @Get('privacy')
  privacy(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.text(request, reply, defaultPrivacy);
  }

  @Get('accessibility')
  accessibility(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.text(request, reply, defaultAccessibility);
  }

  private text(request: FastifyRequest, reply: FastifyReply, text: (site: Site) => SiteText) {
    const visit = this.visits.of(request);
    return this.visits.send(request, reply, <TextPage visit={visit} text={text(visit.site)} />, 'public');
  }
}
