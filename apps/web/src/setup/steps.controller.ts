import { Get, HttpStatus, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SetupService, TICKABLE } from '#association';
import { SETTINGS, type Settings } from '#config';
import { OfficeVisits } from '../office/door/office-visits.service.js';
import { PageUnknown } from '../office/door/page-unknown.js';
import { BackupPage } from './backup.page.js';
import { MembersPage } from './members.page.js';
import { OverviewPage } from './overview.page.js';
import { SETUP, SetupController } from './setup-controller.js';
import { SetupProgress } from './setup-progress.service.js';

/** The steps of the set-up, and those of them that are only ticked off. */
@SetupController()
export class StepsController {
  constructor(
    private readonly progress: SetupProgress,
    private readonly setup: SetupService,
    private readonly visits: OfficeVisits,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  async overview(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.visits.show(request, reply, OverviewPage, { done: await this.progress.steps() });
  }

  @Get('members')
  async members(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.visits.show(request, reply, MembersPage, { count: await this.progress.countMembers() });
  }

  @Get('backup')
  backup(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.visits.show(request, reply, BackupPage, this.settings);
  }

  @Post(':step/tick-off')
  async tickOff(@Param('step') name: string, @Res() reply: FastifyReply) {
    const step = TICKABLE.find((one) => one === name);
    if (!step) throw new PageUnknown();
    await this.setup.tickOff(step);
    return reply.redirect(SETUP, HttpStatus.SEE_OTHER);
  }
}
