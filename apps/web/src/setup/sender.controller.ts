import { Body, Get, HttpStatus, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '#account';
import { type Association, AssociationService, SenderService, senderSchema } from '#association';
import { SETTINGS, type Settings } from '#config';
import { fieldErrors, pick, translator } from '#language';
import { MailLog } from '#mail';
import { sentencesOf } from '../door/sentences.js';
import { languageOf } from '../door/visits.js';
import { accountOf } from '../office/door/office.guard.js';
import { OfficeVisits } from '../office/door/office-visits.service.js';
import { fieldOf } from '../office/door/own-form.js';
import { type SenderInput, SenderPage, type SenderView } from './sender.page.js';
import { SETUP, SetupController } from './setup-controller.js';

/** From whom all mails come; tried with a mail before it counts. */
@SetupController('sender')
export class SenderController {
  constructor(
    private readonly association: AssociationService,
    private readonly sender: SenderService,
    private readonly mails: MailLog,
    private readonly visits: OfficeVisits,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  async open(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const latest = await this.sender.latest();
    const { name, address } = latest ?? (await this.suggestion());
    const to = latest?.toAddress ?? accountOf(request).email;
    return this.form(request, reply, { input: { name, address, to } });
  }

  @Post()
  async test(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const text = (name: keyof SenderInput) => fieldOf(body, name);
    const input = { name: text('name'), address: text('address'), to: text('to') };
    const language = languageOf(request);
    const given = senderSchema.safeParse(input);
    if (!given.success) {
      const errors = sentencesOf(fieldErrors(given.error), translator(language));
      return this.form(request, reply.code(HttpStatus.UNPROCESSABLE_ENTITY), { input, errors });
    }
    const account = accountOf(request);
    await this.sender.test(given.data, { actor: actorOf(account), language, toName: account.name });
    const key = this.settings.smtpUrl ? 'setup.sender.sent' : 'setup.sender.written';
    return this.visits.goTo(request, reply, `${SETUP}/sender`, { key });
  }

  // What was said of the association a step ago is a better guess than the settings.
  private async suggestion(): Promise<Association['sender']> {
    const entered = await this.association.entered();
    if (!entered) return this.association.current().sender;
    return { name: pick(entered.name, 'de').text, address: entered.email };
  }

  private async form(
    request: FastifyRequest,
    reply: FastifyReply,
    view: Pick<SenderView, 'input' | 'errors'>,
  ) {
    return this.visits.show(request, reply, SenderPage, {
      ...view,
      inUse: this.association.current().sender,
      test: await this.latestTest(),
      hasServer: this.settings.smtpUrl !== undefined,
    });
  }

  private async latestTest(): Promise<SenderView['test']> {
    const test = await this.sender.latest();
    if (!test) return undefined;
    const { items } = await this.mails.page({ subjectId: test.id });
    return { to: test.toAddress, confirmed: test.confirmedAt !== null, message: items[0] };
  }
}
