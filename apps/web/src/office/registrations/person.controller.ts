import { Body, Get, HttpStatus, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal, statusOf, translator } from '#language';
import { SpellingService } from '#member';
import { RegistrationService, type RegistrationView } from '#registration';
import { sentencesOf } from '../../door/sentences.js';
import { languageOf } from '../../door/visits.js';
import { OfficeController } from '../door/office-controller.js';
import { OfficeVisits } from '../door/office-visits.service.js';
import { fieldOf } from '../door/own-form.js';
import { idOf } from '../door/page-unknown.js';
import { actingOf, freshActing, readActing, reasonErrors } from './acting.js';
import { isChangeable } from './deeds.js';
import { PersonPage, type PersonPageView } from './person.page.js';
import { checkPerson, personInput, readPerson } from './person-form.js';
import { hrefOf, nameOf } from './registration-view.js';

/** Somebody else in the same place, or the same person under a corrected name or address. */
@OfficeController('registrations/:id/person')
export class PersonController {
  constructor(
    private readonly registrations: RegistrationService,
    private readonly spellings: SpellingService,
    private readonly visits: OfficeVisits,
  ) {}

  @Get()
  async open(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const found = await this.registrations.byId(idOf(id));
    if (!isChangeable(found.registration)) return this.visits.goTo(request, reply, hrefOf(found));
    const input = { ...freshActing(), ...personInput(found.registration), wish: '' };
    return this.visits.show(request, reply, PersonPage, await this.viewOf(found, input));
  }

  @Post()
  async swap(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const found = await this.registrations.byId(idOf(id));
    const { registration } = found;
    const t = translator(languageOf(request));
    const input = { ...readActing(body), ...readPerson(body), wish: fieldOf(body, 'wish') };
    const view = await this.viewOf(found, input);
    const checked = checkPerson(input);
    // A seat without a name has nobody to be corrected.
    const wish = registration.named ? input.wish : 'swap';
    const errors = sentencesOf(
      [
        ...(wish === 'swap' || wish === 'correct' ? [] : [{ field: 'wish', key: 'field.required' } as const]),
        ...(checked.errors ?? []),
        ...reasonErrors(input, false),
      ],
      t,
    );
    if (!checked.value || Object.keys(errors).length > 0) {
      return this.visits.show(request, reply.code(HttpStatus.UNPROCESSABLE_ENTITY), PersonPage, {
        ...view,
        errors,
      });
    }
    try {
      await this.perform(found, checked.value, wish === 'correct', input, request);
      return this.visits.goTo(request, reply, hrefOf(found), {
        key: input.mail ? 'desk.person.done.mail' : 'desk.person.done',
        values: { name: `${checked.value.firstName} ${checked.value.lastName}`, before: nameOf(found, t) },
      });
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      const refused = t(refusal.key, refusal.values);
      return this.visits.show(request, reply.code(statusOf(refusal)), PersonPage, { ...view, refused });
    }
  }

  private async perform(
    { registration }: RegistrationView,
    person: NonNullable<ReturnType<typeof checkPerson>['value']>,
    corrects: boolean,
    input: PersonPageView['input'],
    request: FastifyRequest,
  ): Promise<void> {
    const audited = {
      action: corrects ? 'registration.correct' : 'registration.swap',
      before: personInput(registration),
      after: person,
    };
    await this.registrations.swap(
      registration.id,
      { ...person, language: person.language ?? registration.language },
      { ...actingOf(request, input), corrects, audited },
    );
  }

  private async viewOf(found: RegistrationView, input: PersonPageView['input']): Promise<PersonPageView> {
    return { ...found, input, organizations: await this.spellings.suggestions(), errors: {} };
  }
}
