import type { ComponentChildren } from 'preact';
import { answerText, type Form, type Question } from '#form';
import { type Language, pick } from '#language';
import { ShownText, type Visit } from '../view/index.js';

export interface HintsProps {
  visit: Visit;
  form: Form;
  question: Question;
  /** The event's main language. */
  main: Language;
}

/** What stands below a question, line by line: the office's help, when it is asked, which numbers fit, why it is asked. */
export function hintsOf({ visit, form, question, main }: HintsProps): ComponentChildren[] {
  const { t, language } = visit;
  const help = pick(question.help, language, main);
  const range = rangeOf(visit, question);
  return [
    help.text && <ShownText text={help} visit={visit} />,
    conditionText({ visit, form, question, main }),
    range,
    question.sensitive && t(isFirstSensitive(form, question) ? 'form.sensitive.why' : 'form.sensitive.short'),
  ].filter(Boolean);
}

/** "Nur, wenn „Übernachten Sie?“ mit „Ja“ beantwortet ist."; undefined for what is always asked. */
export function conditionText({ visit, form, question, main }: HintsProps): string | undefined {
  const { shownWhen } = question;
  const asked = [...form.questions, ...form.retired].find(({ id }) => id === shownWhen?.question);
  if (!shownWhen || !asked) return undefined;
  return visit.t('form.only', {
    question: pick(asked.label, visit.language, main).text,
    answer: answerText(asked, shownWhen.is, visit.language, main),
  });
}

// The whole explanation once; who has read it need not hear it with every question.
const isFirstSensitive = (form: Form, question: Question): boolean =>
  form.questions.find(({ sensitive }) => sensitive)?.id === question.id;

function rangeOf({ t }: Visit, { least, most }: Question): string | undefined {
  const figure = (number: number) => t('form.figure', { number });
  if (least !== null && most !== null) {
    return t('form.between', { least: figure(least), most: figure(most) });
  }
  if (least !== null) return t('form.atLeast', { least: figure(least) });
  return most === null ? undefined : t('form.atMost', { most: figure(most) });
}
