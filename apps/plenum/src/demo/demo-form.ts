import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { type Form, FormService } from '#form';
import type { PartyInput } from '#registration';
import { DEMO_ACTOR } from './demo-actor.js';
import type { DemoEvent } from './demo-file.js';

/** What the n-th person says to everything that an event asks. */
export type Sayings = (n: number) => Pick<PartyInput['people'][number], 'answers' | 'consents'>;

/** Has an event ask its form; answers what people will say to it. */
export async function askForm(
  app: INestApplicationContext,
  eventId: string,
  { form }: DemoEvent,
): Promise<Sayings> {
  if (!form) return () => ({});
  const questions = form.questions.map(({ said: _, help = {}, ...question }) => ({
    ...question,
    id: randomUUID(),
    help,
    options: question.options.map(({ label, limit = null }) => ({ label, limit })),
    shownWhen: null,
    least: null,
    most: null,
  }));
  const draft = { version: null, questions, consents: form.consents };
  const asked = await app.get(FormService, { strict: false }).save(eventId, draft, DEMO_ACTOR);
  return (n) => ({ answers: answersOf(n, form, asked), consents: consentsOf(n, form, asked) });
}

type DemoForm = NonNullable<DemoEvent['form']>;

function answersOf(n: number, form: DemoForm, { questions }: Form): Record<string, unknown> {
  const answers = questions.flatMap(({ id, options }, index) => {
    const said = inTurn(form.questions[index]?.said ?? [], n) ?? null;
    return said === null ? [] : [[id, typeof said === 'number' ? options[said]?.id : said]];
  });
  return Object.fromEntries(answers);
}

const consentsOf = (n: number, { agreedInTurn }: DemoForm, { consents }: Form) =>
  Object.fromEntries(consents.map(({ id }) => [id, inTurn(agreedInTurn, n) ?? false]));

const inTurn = <T>(sayings: readonly T[], n: number): T | undefined => sayings[n % sayings.length];
