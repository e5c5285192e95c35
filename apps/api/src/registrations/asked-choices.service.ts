import { Injectable } from '@nestjs/common';
import { ProgrammeService } from '#event';
import { asksAnything, type Form, FormService } from '#form';
import { type Language, pick } from '#language';
import {
  ChoiceTaken,
  type ChoosableSession,
  choicesSchemaFor,
  type NewcomerInput,
  StandingService,
  sessionsOf,
  takenChoice,
} from '#registration';

/** Checks what a program chose for somebody against what the event asks. */
@Injectable()
export class AskedChoices {
  private readonly schemas = new WeakMap<Form, ReturnType<typeof choicesSchemaFor>>();

  constructor(
    private readonly programme: ProgrammeService,
    private readonly forms: FormService,
    private readonly standings: StandingService,
  ) {}

  /** The person with checked choices; throws EventUnknown, and a ZodError that names each wrong field. */
  async checked(slug: string, newcomer: NewcomerInput, language: Language): Promise<NewcomerInput> {
    const eventId = await this.programme.idOf(slug);
    const form = await this.forms.lately(eventId);
    const { sessions, answers, consents } = newcomer;
    // Nothing more to read where nothing is asked and nothing was said.
    if (!asksAnything(form) && !sessions && !answers && !consents) return newcomer;
    const schema = sessions?.length
      ? choicesSchemaFor({ form, sessions: await this.sessions(eventId, language) })
      : this.schemaOf(form);
    return { ...newcomer, ...schema.parse({ sessions, answers, consents }) };
  }

  /** The same refusal with the choice named that is taken, and the field in which it was chosen. */
  async named(taken: ChoiceTaken, slug: string, newcomer: NewcomerInput, language: Language) {
    const event = await this.programme.bySlug(slug);
    const asked = {
      form: await this.forms.of(event.id),
      sessions: await this.sessions(event.id, language),
    };
    const named = takenChoice(taken, asked, language, event.mainLanguage);
    const place = newcomer.sessions?.indexOf(taken.choice ?? '') ?? -1;
    const field = named?.field === 'sessions' && place >= 0 ? `sessions.${place}` : named?.field;
    return new ChoiceTaken(taken.choice, taken.person, named && field ? { ...named, field } : undefined);
  }

  // Made once for each version of a form: a hot event is asked for hundreds of times a second.
  private schemaOf(form: Form): ReturnType<typeof choicesSchemaFor> {
    const schema = this.schemas.get(form) ?? choicesSchemaFor({ form, sessions: [] });
    this.schemas.set(form, schema);
    return schema;
  }

  private async sessions(eventId: string, language: Language): Promise<ChoosableSession[]> {
    const event = await this.programme.byId(eventId);
    const allotments = await this.standings.allotments(eventId);
    return sessionsOf(event, allotments).map(({ id, item, start, end }) => ({
      id,
      start,
      end,
      title: pick(item.title, language, event.mainLanguage).text,
    }));
  }
}
