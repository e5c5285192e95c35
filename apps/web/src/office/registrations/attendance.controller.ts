import { Body, Get, HttpStatus, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type FieldError, fieldErrors, Refusal, statusOf, translator } from '#language';
import {
  attendanceSchema,
  choicesSchemaFor,
  offered,
  RegistrationService,
  type RegistrationView,
} from '#registration';
import { sentencesOf } from '../../door/sentences.js';
import { languageOf } from '../../door/visits.js';
import { toBeChecked } from '../../registration/event-choices.js';
import { refusedIn } from '../../registration/refused.js';
import { RegisterViews } from '../../registration/register-views.service.js';
import { readChoices } from '../../registration/registration-form.js';
import { OfficeController } from '../door/office-controller.js';
import { OfficeVisits } from '../door/office-visits.service.js';
import { fieldOf } from '../door/own-form.js';
import { idOf } from '../door/page-unknown.js';
import { actingOf, freshActing, readActing, reasonErrors } from './acting.js';
import { type AttendanceInput, AttendancePage, type AttendancePageView } from './attendance.page.js';
import { isAttendanceOpen, isChangeable } from './deeds.js';
import { hrefOf, nameOf } from './registration-view.js';

/** Another way of attending or other sessions, on behalf of somebody. */
@OfficeController('registrations/:id/change')
export class AttendanceController {
  constructor(
    private readonly registrations: RegistrationService,
    private readonly views: RegisterViews,
    private readonly visits: OfficeVisits,
  ) {}

  @Get()
  async open(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const found = await this.registrations.byId(idOf(id));
    if (!isChangeable(found.registration)) return this.visits.goTo(request, reply, hrefOf(found));
    const { registration, claims } = found;
    const input = {
      ...freshActing(),
      attendance: registration.attendance,
      sessions: claims.map((one) => one.id),
    };
    const view = await this.viewOf(found, input, request);
    if (!isAttendanceOpen(found, view.choices)) return this.visits.goTo(request, reply, hrefOf(found));
    return this.visits.show(request, reply, AttendancePage, view);
  }

  @Post()
  async change(
    @Param('id') id: string,
    @Body() body: Record<string, unknown> | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const found = await this.registrations.byId(idOf(id));
    const t = translator(languageOf(request));
    const { sessions } = readChoices(body ?? {});
    const input = { ...readActing(body), attendance: fieldOf(body, 'attendance'), sessions };
    const view = await this.viewOf(found, input, request);
    const errors = sentencesOf(this.errorsIn(view), t);
    if (Object.keys(errors).length > 0) {
      return this.visits.show(request, reply.code(HttpStatus.UNPROCESSABLE_ENTITY), AttendancePage, {
        ...view,
        errors,
      });
    }
    try {
      await this.perform(found, view, request);
      return this.visits.goTo(request, reply, hrefOf(found), {
        key: input.mail ? 'desk.change.done.mail' : 'desk.change.done',
        values: { name: nameOf(found, t) },
      });
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      const said = refusedIn({ t, language: languageOf(request) }, refusal, view.choices);
      return this.visits.show(request, reply.code(statusOf(refusal)), AttendancePage, { ...view, ...said });
    }
  }

  private async perform(
    found: RegistrationView,
    { input, ways, choices }: AttendancePageView,
    request: FastifyRequest,
  ) {
    const { registration, claims } = found;
    const { attendance: wish, sessions } = input;
    const attendance = ways.find((way) => way === wish);
    await this.registrations.change(registration.id, {
      ...actingOf(request, input),
      attendance,
      sessions: choices.sessions.length > 0 ? sessions : undefined,
      audited: {
        action: 'registration.change',
        before: { attendance: registration.attendance, claims: claims.map((one) => one.id) },
        after: { attendance: attendance ?? registration.attendance, sessions },
      },
    });
  }

  private errorsIn({ input, ways, choices }: AttendancePageView): FieldError[] {
    const { sessions } = choicesSchemaFor(toBeChecked(choices)).shape;
    const checked = sessions.safeParse(input.sessions);
    const wrong = checked.success ? [] : fieldErrors(checked.error);
    const way = ways.length > 1 ? attendanceSchema(ways).safeParse(input.attendance) : undefined;
    return [
      ...(way?.error ? fieldErrors(way.error).map((error) => ({ ...error, field: 'attendance' })) : []),
      ...wrong.map((error) => ({ ...error, field: 'sessions' })),
      ...reasonErrors(input, false),
    ];
  }

  private async viewOf(
    found: RegistrationView,
    input: AttendanceInput,
    request: FastifyRequest,
  ): Promise<AttendancePageView> {
    const language = languageOf(request);
    const { event } = found;
    const { brief } = await this.views.standing(event, language);
    return {
      ...found,
      ways: offered(event),
      seats: brief.seats,
      choices: await this.views.choicesOf(found, language),
      input,
      errors: {},
    };
  }
}
