import { Body, Get, HttpCode, HttpStatus, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AccountService, actorOf } from '#account';
import { AuditService } from '#audit';
import { cleanText } from '#database';
import { AnswerSheets, FormService } from '#form';
import { translator } from '#language';
import { MailLog } from '#mail';
import { Namesakes, OfficeDesk, RegistrationService, type RegistrationView } from '#registration';
import { AttendeeList, Doubles, RegistrationHistory } from '#report';
import { languageOf } from '../../door/visits.js';
import { RegisterViews } from '../../registration/register-views.service.js';
import { accountOf } from '../door/office.guard.js';
import { OfficeController } from '../door/office-controller.js';
import { OfficeVisits } from '../door/office-visits.service.js';
import { fieldOf } from '../door/own-form.js';
import { idOf } from '../door/page-unknown.js';
import { LOOK_AT_ALL } from './kitchen.controller.js';
import { RegistrationPage } from './registration.page.js';
import type { RegistrationPageView } from './registration-page-view.js';
import { hrefOf, nameOf } from './registration-view.js';
import { SensitivePage } from './sensitive.page.js';

const LONGEST_NOTE = 2000;

/** How the audit names a look at sensitive answers. */
export const LOOK = 'registration.lookSensitive';

/** One registration in the office's hands: all that is known of it. */
@OfficeController('registrations/:id')
export class RegistrationsController {
  constructor(
    private readonly registrations: RegistrationService,
    private readonly desk: OfficeDesk,
    private readonly namesakes: Namesakes,
    private readonly attendees: AttendeeList,
    private readonly doubles: Doubles,
    private readonly history: RegistrationHistory,
    private readonly forms: FormService,
    private readonly sheets: AnswerSheets,
    private readonly choices: RegisterViews,
    private readonly mails: MailLog,
    private readonly accounts: AccountService,
    private readonly audit: AuditService,
    private readonly visits: OfficeVisits,
  ) {}

  @Get()
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const found = await this.registrations.byId(idOf(id));
    return this.visits.show(request, reply, RegistrationPage, await this.viewOf(found, request));
  }

  /** A note of the office, for the office. */
  @Post('note')
  async annotate(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const found = await this.registrations.byId(idOf(id));
    const note = cleanText(fieldOf(body, 'note'));
    if (note.length > LONGEST_NOTE) {
      const view = { ...(await this.viewOf(found, request)), note, noteTooLong: LONGEST_NOTE };
      return this.visits.show(request, reply.code(HttpStatus.UNPROCESSABLE_ENTITY), RegistrationPage, view);
    }
    await this.desk.annotate(found.registration.id, note || null, actorOf(accountOf(request)));
    return this.visits.goTo(request, reply, `/office/registrations/${found.registration.id}`, {
      key: 'desk.note.saved',
    });
  }

  /** Two people who look like one are two. */
  @Post('apart')
  async tellApart(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const found = await this.registrations.byId(idOf(id));
    const other = await this.registrations.byId(idOf(fieldOf(body, 'other')));
    const actor = actorOf(accountOf(request));
    await this.namesakes.tellApart(found.registration.id, other.registration.id, { actor });
    const t = translator(languageOf(request));
    return this.visits.goTo(request, reply, hrefOf(found), {
      key: 'desk.apart.done',
      values: { other: `${nameOf(other, t)}, ${other.registration.email}` },
    });
  }

  /** What few may see, to whoever asks for it; that they asked is written down first. */
  @Post('sensitive')
  @HttpCode(HttpStatus.OK)
  async look(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const found = await this.registrations.byId(idOf(id));
    const { registration, event } = found;
    await this.audit.note({
      actor: actorOf(accountOf(request)),
      action: LOOK,
      subject: { type: 'registration', id: registration.id },
    });
    const sheets = await this.sheets.of([registration.id], { sensitive: true });
    const form = await this.forms.of(event.id);
    return this.visits.show(request, reply, SensitivePage, {
      ...found,
      form,
      sheet: sheets.get(registration.id),
    });
  }

  private async viewOf(found: RegistrationView, request: FastifyRequest): Promise<RegistrationPageView> {
    const { registration, event } = found;
    const { id } = registration;
    const sheets = await this.sheets.of([id], { sensitive: false });
    const consents = await this.sheets.consentsGiven([id]);
    return {
      ...found,
      marks: await this.attendees.byId(event.id, id),
      doubles: (await this.doubles.of(event.id, [id])).get(id) ?? [],
      choices: await this.choices.choices(event, languageOf(request)),
      sheet: sheets.get(id),
      consents: consents.get(id) ?? [],
      note: registration.note ?? '',
      history: await this.history.of(id),
      looks: await this.looksAt(found),
      messages: (await this.mails.page({ subjectId: id })).items,
    };
  }

  /** Who looked at the sensitive answers, alone or with those of the whole event, the latest first. */
  private async looksAt({ registration, event }: RegistrationView): Promise<RegistrationPageView['looks']> {
    const deeds = [
      ...(await this.audit.of({ type: 'registration', id: registration.id })),
      ...(await this.audit.of({ type: 'event', id: event.id })),
    ];
    const looks = deeds
      .filter(({ action, at }) => {
        const known = Temporal.Instant.compare(at, registration.createdAt) >= 0;
        return action === LOOK || (action === LOOK_AT_ALL && known);
      })
      .sort((a, b) => Temporal.Instant.compare(b.at, a.at));
    const names = await this.accounts.namesOf(looks.map(({ actor }) => actor));
    return looks.map(({ at, actor }) => ({ at, name: names.get(actor) }));
  }
}
