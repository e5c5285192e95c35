import type { Option, Question } from '#form';
import { type Language, pick } from '#language';
import { conditionText } from '../../form/index.js';
import { Badge, Button, ButtonLink, Disclosure, langOf } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { OwnForm } from '../own-form.js';
import type { FormFile } from './form-desk.service.js';
import { formPath, versionOf } from './form-shell.js';

interface ListProps {
  visit: OfficeVisit;
  file: FormFile;
}

/** The questions in their order, each with what can be done about it. */
export function QuestionList({ visit, file }: ListProps) {
  const { t } = visit;
  const { questions } = file.form;
  if (questions.length === 0) return <p class="kern-body">{t('form.questions.none')}</p>;
  return (
    <ol class="outcomes">
      {questions.map((question, index) => (
        <li class="outcome" key={question.id}>
          <Head visit={visit} file={file} question={question} />
          <OwnForm
            visit={visit}
            action={`${formPath(file)}/arrange`}
            hidden={{ ...versionOf(file), question: question.id }}
          >
            <div class="actions">
              <ButtonLink
                icon="edit"
                text={t('form.question.editOne')}
                href={`${formPath(file)}/questions/${question.id}`}
              />
              {index > 0 && <Deed text={t('form.question.up')} value="up" />}
              {index < questions.length - 1 && <Deed text={t('form.question.down')} value="down" />}
              <Deed text={t('form.question.retire')} value="retire" />
            </div>
          </OwnForm>
        </li>
      ))}
    </ol>
  );
}

/** The questions that are no longer asked; they can be asked again. */
export function RetiredList({ visit, file }: ListProps) {
  const { t } = visit;
  if (file.form.retired.length === 0) return null;
  return (
    <Disclosure title={t('form.retired')}>
      <ul class="outcomes">
        {file.form.retired.map((question) => (
          <li class="outcome" key={question.id}>
            <Head visit={visit} file={file} question={question} />
            <OwnForm
              visit={visit}
              action={`${formPath(file)}/arrange`}
              hidden={{ ...versionOf(file), question: question.id }}
            >
              <div class="actions">
                <Deed text={t('form.question.restore')} value="restore" />
              </div>
            </OwnForm>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

function Deed({ text, value }: { text: string; value: string }) {
  return <Button look="tertiary" text={text} name="deed" value={value} turbo={false} />;
}

function Head({ visit, file, question }: ListProps & { question: Question }) {
  const { t, language } = visit;
  const main = file.event.mainLanguage;
  const label = pick(question.label, language, main);
  const condition = conditionText({ visit, form: file.form, question, main });
  const offered = question.options.filter(({ retired }) => !retired);
  return (
    <>
      <h3 class="kern-title" lang={langOf(label, visit)}>
        {label.text}
      </h3>
      <p class="kern-body">
        {t(`form.kind.${question.kind}`)}{' '}
        {question.required && <Badge tone="info">{t('form.required')}</Badge>}
        {question.sensitive && <Badge tone="warning">{t('form.sensitive')}</Badge>}
      </p>
      {offered.length > 0 && (
        <p class="kern-body">{offered.map((option) => optionText(visit, option, main)).join(' · ')}</p>
      )}
      {condition && <p class="kern-body">{condition}</p>}
    </>
  );
}

function optionText({ t, language }: OfficeVisit, { label, limit }: Option, main: Language): string {
  const { text } = pick(label, language, main);
  return limit === null ? text : t('form.option.limited', { label: text, limit });
}
