import { Controller, Get, Param, Query, Req, Res, UseFilters } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FeedService, PersonalFeeds } from '#calendar';
import { feedKinds, feedLanguage } from './feed-query.js';
import { PlainTextFilter } from './plain-text.filter.js';
import { sendFeed, sendPersonalFeed } from './send-feed.js';

/** Calendars for clients that poll them for years: what these addresses mean must not change. */
@Controller()
@UseFilters(PlainTextFilter)
export class FeedsController {
  constructor(
    private readonly feeds: FeedService,
    private readonly personalFeeds: PersonalFeeds,
  ) {}

  @Get('calendar.ics')
  async programme(@Query() query: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const kinds = feedKinds(query);
    const language = feedLanguage(query);
    const version = await this.feeds.version();
    const choice = [language, ...kinds].join('.');
    const text = () => this.feeds.programmeFeed(version, { kinds, language });
    await sendFeed({ version, choice, text }, request, reply);
  }

  @Get('calendar/:token.ics')
  async personal(
    @Param('token') token: string,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const language = feedLanguage(query);
    await sendPersonalFeed(await this.personalFeeds.byToken(token, language), language, request, reply);
  }

  @Get('events/:slug.ics')
  async event(
    @Param('slug') slug: string,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const language = feedLanguage(query);
    const version = await this.feeds.versionOf(slug);
    const text = () => this.feeds.eventFile(version, slug, language);
    await sendFeed({ version, choice: `${language}.${slug}`, text }, request, reply);
  }
}
