import { ANSWERS, type Answer } from '#invitation';
import { labelOf as personLabel } from '../registration/field-label.js';
import { PersonFields } from '../registration/person-fields.js';
import { Terms } from '../registration/terms.js';
import { Button, Disclosure, ErrorSummary, Field, Form, Refused, type Visit } from '../view/index.js';
import type { ReplyView } from './reply-view.js';

interface PartProps {
  visit: Visit;
  view: ReplyView;
}

/** The three ways to reply, each behind its title; the one asked for is unfolded. */
export function ReplyForms({ visit, view }: PartProps) {
  const { t } = visit;
  const { errors, refused } = view.coming;
  return (
    <div class="stack">
      <Refused text={refused} />
      <ErrorSummary visit={visit} errors={errors} labelOf={(name) => labelOf(visit, view, name)} />
      {ANSWERS.map((answer) => {
        const Fields = FORMS[answer];
        return (
          <Disclosure title={t(`invitation.reply.${answer}`)} open={view.open === answer} key={answer}>
            <Form action={`${view.action}/${answer}`} hidden={hiddenOf(answer, view)}>
              <Fields visit={visit} view={view} />
            </Form>
          </Disclosure>
        );
      })}
    </div>
  );
}

function Coming({ visit, view: { coming } }: PartProps) {
  const { t } = visit;
  return (
    <>
      {/* Enter presses a form's first button, and that must not be "remove". */}
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: out of the tab order, and in nobody's way */}
      <button class="kern-sr-only" type="submit" tabindex={-1} aria-hidden="true" />
      <Terms visit={visit} event={coming.event} />
      <p class="kern-body">{t('register.required')}</p>
      {coming.people.map((person, index) => (
        <PersonFields visit={visit} view={coming} person={person} index={index} key={index} />
      ))}
      {coming.canAdd && <Button text={t('register.add')} icon="add" name="add" value="1" turbo={false} />}
      <Field
        visit={visit}
        name="copyTo"
        label={t('register.copyTo')}
        hint={t('register.copyTo.hint')}
        type="email"
        value={coming.copyTo}
        errors={coming.errors}
        optional
      />
      <div class="actions">
        <Button look="primary" text={t('register.submit', { count: coming.people.length })} />
      </div>
    </>
  );
}

function Declined({ visit, view }: PartProps) {
  const { t } = visit;
  return (
    <>
      <Field
        visit={visit}
        name="word"
        label={t('invitation.word')}
        value={view.word}
        errors={view.coming.errors}
        optional
      />
      <div class="actions">
        <Button look="primary" text={t('invitation.reply.declined.submit')} />
      </div>
    </>
  );
}

function Substitute({ visit, view: { substitute, coming } }: PartProps) {
  const { t } = visit;
  const common = (field: 'firstName' | 'lastName' | 'email') => ({
    visit,
    name: `substitute.${field}`,
    label: t(`register.${field}`),
    value: substitute[field],
    errors: coming.errors,
  });
  return (
    <>
      <p class="kern-body">{t('invitation.reply.substitute.text')}</p>
      <div class="person__names">
        <Field {...common('firstName')} optional />
        <Field {...common('lastName')} />
      </div>
      <Field {...common('email')} type="email" />
      <Field
        visit={visit}
        name="substitute.word"
        label={t('invitation.word')}
        value={substitute.word}
        errors={coming.errors}
        optional
      />
      <div class="actions">
        <Button look="primary" text={t('invitation.reply.substitute.submit')} />
      </div>
    </>
  );
}

const FORMS = { coming: Coming, declined: Declined, substitute: Substitute };

const hiddenOf = (answer: Answer, { hidden, coming }: ReplyView) =>
  answer === 'coming' ? { ...hidden, submission: coming.submission } : hidden;

/** "Person 2, last name", or the substitute's field. */
function labelOf(visit: Visit, { coming }: ReplyView, name: string): string {
  const { t } = visit;
  if (name === 'word' || name === 'substitute.word') return t('invitation.word');
  const own = /^substitute\.(firstName|lastName|email)$/.exec(name)?.[1];
  return own ? t(`register.${own as 'email'}`) : personLabel(visit, coming, name);
}
