import { Module, type NestModule } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { AccountModule } from '#account';
import { CalendarModule } from '#calendar';
import { EventModule } from '#event';
import { FormModule } from '#form';
import { RegistrationModule } from '#registration';
import { DocsController } from './docs/docs.controller.js';
import { EventsController } from './events/events.controller.js';
import { FeedsController } from './feeds/feeds.controller.js';
import { guardRoutes } from './http/guard-routes.js';
import { ProblemFilter } from './problem/problem.filter.js';
import { UnknownController } from './problem/unknown.controller.js';
import { AskedChoices } from './registrations/asked-choices.service.js';
import { RegistrationsController } from './registrations/registrations.controller.js';

/** The doors for programs: JSON under /api, feeds for calendar clients. Runs on Fastify only. */
@Module({
  imports: [AccountModule, CalendarModule, EventModule, FormModule, RegistrationModule],
  controllers: [
    DocsController,
    EventsController,
    FeedsController,
    RegistrationsController,
    UnknownController,
  ],
  providers: [AskedChoices, ProblemFilter],
})
export class ApiModule implements NestModule {
  constructor(
    private readonly host: HttpAdapterHost<FastifyAdapter>,
    private readonly problems: ProblemFilter,
  ) {}

  /** Nest calls this before it adds the routes, and only then can Fastify be told about them. */
  configure(): void {
    const { problems } = this;
    guardRoutes(this.host.httpAdapter.getInstance(), (...given) => problems.answer(...given));
  }
}
