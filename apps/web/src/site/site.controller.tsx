import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AssociationService } from '#association';
import { Visits } from '../door/visits.js';
import type { Site } from '../view/index.js';
import { defaultAccessibility } from './accessibility.js';
import { defaultImprint } from './imprint.js';
import { defaultPrivacy } from './privacy.js';
import { type SiteText, TextPage } from './text.page.js';

/** The pages every site must have. */
@Controller()
export class SiteController {
  constructor(
    private readonly visits: Visits,
    private readonly association: AssociationService,
  ) {}

  @Get('imprint')
  imprint(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.text(request, reply, defaultImprint, 'imprint');
  }

  @Get('privacy')
  privacy(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.text(request, reply, defaultPrivacy, 'privacy');
  }

  @Get('accessibility')
  accessibility(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.text(request, reply, defaultAccessibility);
  }

  private text(
    request: FastifyRequest,
    reply: FastifyReply,
    standard: (site: Site) => SiteText,
    name?: 'imprint' | 'privacy',
  ) {
    const visit = this.visits.of(request);
    const { title, sections } = standard(visit.site);
    const own = name && this.association.current()[name];
    const text = { title, sections: own ? [{ text: own }] : sections };
    return this.visits.send(request, reply, <TextPage visit={visit} text={text} />, 'public');
  }
}
