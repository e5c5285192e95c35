import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { AnswerSheets, type Answers, consentsOf, type Form, FormService, sheetOf, visible } from '#form';
import type { GivenSheet } from './desk/desk-request.js';
import type { PartyInput } from './newcomer.schema.js';
import type { Registration } from './registration.entity.js';

/** What somebody answers and agrees to, as pages and programs send it; checked at the door. */
export type Given = Pick<PartyInput['people'][number], 'answers' | 'consents'>;

/** Makes the sheets that the desk keeps of what people answer to the form of an event. */
@Injectable()
export class GivenSheets {
  constructor(
    private readonly forms: FormService,
    private readonly sheets: AnswerSheets,
  ) {}

  /** What each of these people answers for the first time, in their order. */
  async ofNewcomers(eventId: string, people: readonly Given[]): Promise<(GivenSheet | undefined)[]> {
    if (!people.some(({ answers }) => answers)) return people.map(() => undefined);
    const form = await this.forms.lately(eventId);
    return people.map((given) => sheetFrom(form, given));
  }

  /**
   * What somebody answers instead of what they answered before. To who changes it for them and does not see all, what
   * they answered in confidence is not shown, so that stays as long as it is still asked.
   */
  async ofChange(
    { id, eventId }: Pick<Registration, 'id' | 'eventId'>,
    given: Given,
    seesAll: boolean,
  ): Promise<GivenSheet | undefined> {
    if (!given.answers) return undefined;
    const form = await this.forms.of(eventId);
    if (seesAll) return sheetFrom(form, given);
    const before = (await this.sheets.of([id], { sensitive: true })).get(id)?.sensitive;
    const answers: Record<string, unknown> = { ...before, ...given.answers };
    const asked = visible(form, answers).filter((question) => answers[question.id] !== undefined);
    return sheetFrom(form, {
      ...given,
      answers: Object.fromEntries(asked.map((question) => [question.id, answers[question.id]])),
    });
  }

  /** Whether this is what somebody has answered and agreed to already. */
  async isKept({ id, eventId }: Pick<Registration, 'id' | 'eventId'>, sheet: GivenSheet): Promise<boolean> {
    const { questions } = await this.forms.of(eventId);
    const before = (await this.sheets.of([id], { sensitive: true })).get(id);
    const given = { ...sheet.answers, ...sheet.sensitive };
    const kept = { ...before?.answers, ...before?.sensitive };
    if (!questions.every((question) => isDeepStrictEqual(given[question.id], kept[question.id])))
      return false;
    const decided = (await this.sheets.consentsGiven([id])).get(id) ?? [];
    const agreed = new Set(decided.filter((one) => one.given).map((one) => one.consentId));
    return (sheet.consents ?? []).every((consent) => consent.given === agreed.has(consent.consentId));
  }
}

function sheetFrom(form: Form, { answers, consents }: Given): GivenSheet | undefined {
  if (form.version === null || !answers) return undefined;
  const given = Object.entries(consents ?? {}).flatMap(([id, yes]) => (yes ? [id] : []));
  return {
    ...sheetOf(form, answers as Answers),
    formVersion: form.version,
    consents: consents && consentsOf(form, given),
  };
}
