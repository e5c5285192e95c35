import type { Form, Question } from '#form';
import { LANGUAGES, type Language, pick } from '#language';
import {
  Button,
  ButtonLink,
  Disclosure,
  Field,
  type FieldErrors,
  Select,
  TextArea,
} from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { OwnForm } from '../own-form.js';
import type { FormFile } from './form-desk.service.js';
import { FormShell, formPath, versionOf } from './form-shell.js';
import { Marks } from './marks.js';
import { OptionLines } from './option-lines.js';
import { conditionValue, type QuestionInput, type QuestionTextField } from './question-form.js';

export interface QuestionView {
  file: FormFile;
  /** The question that is changed; missing for a new one. */
  question?: Question;
  input: QuestionInput;
  errors: FieldErrors;
  refused?: string;
}

interface PartProps {
  visit: OfficeVisit;
  view: QuestionView;
}

/** The form for one question; it asks only what its kind of answer needs. */
export function QuestionPage({ visit, view }: PartProps) {
  const { t } = visit;
  const { file, question, input, errors, refused } = view;
  const path = formPath(file);
  const action = question ? `${path}/questions/${question.id}` : `${path}/questions/new`;
  return (
    <FormShell
      visit={visit}
      file={file}
      title={t(question ? 'form.question.edit' : 'form.question.add')}
      crumbs={[{ text: t('form.title'), href: path }]}
      errors={errors}
      refused={refused}
      labelOf={(name) => labelOf(visit, name)}
    >
      <OwnForm visit={visit} action={action} hidden={{ ...versionOf(file), kind: input.kind }}>
        {/* Enter presses a form's first button, and that must not be the one for more lines. */}
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: out of the tab order, and in nobody's way */}
        <button class="kern-sr-only" type="submit" tabindex={-1} aria-hidden="true" />
        <p class="kern-body">
          {t('form.question.kind')}: {t(`form.kind.${input.kind}`)}
        </p>
        {LANGUAGES.map((language) => (
          <Field
            {...common(visit, view, `label.${language}`)}
            optional={language !== file.event.mainLanguage}
            key={language}
          />
        ))}
        <Helps visit={visit} view={view} />
        {(input.kind === 'single' || input.kind === 'multiple') && (
          <OptionLines visit={visit} options={input.options} errors={errors} main={file.event.mainLanguage} />
        )}
        {input.kind === 'number' && (
          <div class="field-row">
            <Field {...common(visit, view, 'least')} optional />
            <Field {...common(visit, view, 'most')} optional />
          </div>
        )}
        <Marks visit={visit} marks={input.marks} errors={errors} isKnown={Boolean(question)} />
        <WhenToAsk visit={visit} view={view} />
        <div class="actions">
          <Button look="primary" text={t('form.question.save')} />
          <ButtonLink text={t('office.back')} href={path} />
        </div>
      </OwnForm>
    </FormShell>
  );
}

function Helps({ visit, view }: PartProps) {
  const names = LANGUAGES.map((language) => `help.${language}` as const);
  const open = names.some((name) => view.input[name] || view.errors[name]);
  return (
    <div class="field-row">
      <Disclosure title={visit.t('form.help')} open={open}>
        <div class="form">
          {names.map((name) => (
            <TextArea {...common(visit, view, name)} rows={2} optional key={name} />
          ))}
        </div>
      </Disclosure>
    </div>
  );
}

function WhenToAsk({ visit, view }: PartProps) {
  const { t } = visit;
  const { file, question, input } = view;
  const choices = conditions(visit, file.form, file.event.mainLanguage, question);
  if (choices.length === 0 && !input.shownWhen) return null;
  return (
    <Select
      {...common(visit, view, 'shownWhen')}
      choices={choices}
      empty={t('form.shownWhen.always')}
      optional
    />
  );
}

/** Every answer to an earlier question that this one can hang on. */
function conditions({ t, language }: OfficeVisit, { questions }: Form, main: Language, question?: Question) {
  const place = questions.findIndex(({ id }) => id === question?.id);
  const earlier = place < 0 ? questions : questions.slice(0, place);
  return earlier.flatMap(({ id, kind, label, options }) => {
    const answers =
      kind === 'yesNo'
        ? ([true, false] as const).map((is) => ({ is, text: t(is ? 'form.yes' : 'form.no') }))
        : options
            .filter(({ retired }) => !retired)
            .map((option) => ({ is: option.id, text: pick(option.label, language, main).text }));
    return answers.map(({ is, text }) => ({
      value: conditionValue({ question: id, is }),
      text: t('form.shownWhen.choice', { question: pick(label, language, main).text, answer: text }),
    }));
  });
}

const common = (visit: OfficeVisit, { input, errors }: QuestionView, name: QuestionTextField) => ({
  visit,
  name,
  label: labelOf(visit, name),
  value: input[name],
  errors,
});

function labelOf({ t }: OfficeVisit, name: string): string {
  const [, line, field] = /^options\.(\d+)\.(\w+)$/.exec(name) ?? [];
  if (line !== undefined) {
    const what = field === 'limit' ? t('form.option.limit') : t(`form.option.${field as Language}`);
    return `${t('form.option.nth', { number: Number(line) + 1 })}, ${what}`;
  }
  return t(`form.${name as QuestionTextField | 'options' | 'marks'}`);
}
