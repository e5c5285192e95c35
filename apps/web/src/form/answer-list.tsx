import { Fragment } from 'preact';
import { type Answers, answerText, type ConsentDecision, type Form } from '#form';
import { type Language, pick, type Shown, shortDay } from '#language';
import { DescriptionList, langOf, type Visit } from '../view/index.js';

export interface AnswerListProps {
  visit: Visit;
  form: Form;
  /** `sensitive` is missing where the reader may not see it. */
  sheet: { answers: Answers; sensitive?: Answers | null; sensitiveDeletedAt?: Temporal.Instant | null };
  consents?: readonly ConsentDecision[];
  /** The event's main language and zone. */
  main: Language;
  timeZone: string;
}

/** What somebody answered, in the form's order, and last what was answered to questions no longer asked. */
export function AnswerList({ visit, form, sheet, consents, main, timeZone }: AnswerListProps) {
  const { t, language } = visit;
  const answers = { ...sheet.answers, ...sheet.sensitive };
  const retired = new Set(form.retired.map(({ id }) => id));
  const answered = [...form.questions, ...form.retired].filter(({ id }) => id in answers);
  const decided = consents ?? [];
  const deletedOn = sheet.sensitiveDeletedAt?.toZonedDateTimeISO(timeZone);
  return (
    <>
      {answered.length + decided.length === 0 && <p class="kern-body">{t('form.answers.none')}</p>}
      {answered.length + decided.length > 0 && (
        <DescriptionList stacked>
          {answered.map((question) => (
            <Answered
              visit={visit}
              term={pick(question.label, language, main)}
              note={retired.has(question.id) ? t('form.retired.mark') : undefined}
              text={answerText(question, answers[question.id]!, language, main)}
              key={question.id}
            />
          ))}
          {decided.map((decision) => (
            <Decided visit={visit} form={form} decision={decision} main={main} key={decision.consentId} />
          ))}
        </DescriptionList>
      )}
      {deletedOn && (
        <p class="kern-body">{t('form.answers.deleted', { day: shortDay(deletedOn, language) })}</p>
      )}
    </>
  );
}

interface DecidedProps extends Pick<AnswerListProps, 'visit' | 'form' | 'main'> {
  decision: ConsentDecision;
}

function Decided({ visit, form, decision: { consentId, given }, main }: DecidedProps) {
  const consent = [...form.consents, ...form.retiredConsents].find(({ id }) => id === consentId);
  if (!consent) return null;
  return (
    <Answered
      visit={visit}
      term={pick(consent.text, visit.language, main)}
      text={visit.t(given ? 'form.consent.given' : 'form.consent.refused')}
    />
  );
}

interface AnsweredProps {
  visit: Visit;
  term: Shown;
  note?: string;
  text: string;
}

function Answered({ visit, term, note, text }: AnsweredProps) {
  return (
    <div class="kern-description-list-item">
      <dt class="kern-description-list-item__key">
        <span lang={langOf(term, visit)}>{term.text}</span>
        {note && <span class="choice-hint"> ({note})</span>}
      </dt>
      <dd class="kern-description-list-item__value">
        {text.split('\n').map((line, index) => (
          <Fragment key={index}>
            {index > 0 && <br />}
            {line}
          </Fragment>
        ))}
      </dd>
    </div>
  );
}
