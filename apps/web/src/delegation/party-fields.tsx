import { moment } from '#language';
import { wayIn } from '../event/event-brief.js';
import {
  Alert,
  Button,
  ErrorSummary,
  Field,
  Form,
  Radios,
  seatsSentence,
  type Visit,
} from '../view/index.js';
import { COLLEAGUE_FIELDS, type ColleagueField, fieldName, noColleague } from './party-form.js';
import type { PartyView } from './party-view.js';

interface PartProps {
  visit: Visit;
  view: PartyView;
}

/** The form for several people and seats without a name; it comes back with everything typed and what is wrong. */
export function PartyFields({ visit, view }: PartProps) {
  const { t } = visit;
  const { event, input, errors, refused } = view;
  const way = wayIn(event);
  const asks = way === 'request' || way === 'late';
  return (
    <>
      {refused && (
        <div role="alert">
          <Alert tone="danger" title={refused} />
        </div>
      )}
      <ErrorSummary visit={visit} errors={errors} labelOf={(name) => labelOf(visit, name)} />
      {asks && (
        <Alert tone="info" title={t(`register.${way}.title`)}>
          <p class="kern-body">{t(`register.${way}.text`)}</p>
        </Alert>
      )}
      {way === 'waiting' && (
        <Alert tone="warning" title={t('register.waiting')}>
          <p class="kern-body">{t('delegation.waits')}</p>
        </Alert>
      )}
      <Form action={view.action} hidden={{ ...view.hidden, submission: input.submission }}>
        {/* Enter presses a form's first button, and that must not be "remove". */}
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: out of the tab order, and in nobody's way */}
        <button class="kern-sr-only" type="submit" tabindex={-1} aria-hidden="true" />
        <Colleagues visit={visit} view={view} />
        {view.canAdd && (
          <Button text={t('delegation.party.add')} icon="add" name="add" value="1" turbo={false} />
        )}
        <Unnamed visit={visit} view={view} />
        <Attendances visit={visit} view={view} />
        <Radios
          name="together"
          legend={t('delegation.party.when')}
          value={input.together ? 'together' : 'many'}
          choices={(['many', 'together'] as const).map((value) => ({
            value,
            text: t(`delegation.party.${value}`),
          }))}
        />
        <p class="kern-body">{t('delegation.party.notice')}</p>
        <div class="actions">
          <Button
            look="primary"
            text={t(asks ? 'delegation.party.submit.request' : 'delegation.party.submit')}
          />
        </div>
      </Form>
    </>
  );
}

function Colleagues({ visit, view }: PartProps) {
  const { t } = visit;
  const people = view.input.people.length > 0 ? view.input.people : [noColleague()];
  return (
    <>
      {people.map((person, index) => {
        const common = (field: ColleagueField) => ({
          visit,
          name: fieldName(index, field),
          value: person[field],
          errors: view.errors,
        });
        return (
          <fieldset class="person" key={index}>
            <legend class="kern-heading-small person__legend">
              {t('delegation.party.nth', { number: index + 1 })}
            </legend>
            <div class="person__names">
              <Field
                {...common('firstName')}
                label={t('delegation.party.firstName')}
                focus={view.focus === index}
              />
              <Field {...common('lastName')} label={t('delegation.party.lastName')} />
            </div>
            <Field
              {...common('email')}
              type="email"
              label={t('delegation.email')}
              hint={t('delegation.party.email.hint', { address: view.coordinatorAddress })}
              optional
            />
            {people.length > 1 && (
              <Button
                look="tertiary"
                icon="delete"
                text={t('delegation.party.remove', { number: index + 1 })}
                name="remove"
                value={String(index)}
                turbo={false}
              />
            )}
          </fieldset>
        );
      })}
    </>
  );
}

function Unnamed({ visit, view: { nameBy, input, errors } }: PartProps) {
  const { t, language } = visit;
  if (!nameBy) {
    return (
      <>
        <p class="kern-body">{t('delegation.party.unnamed.over')}</p>
        <input type="hidden" name="unnamed" value="0" />
      </>
    );
  }
  return (
    <Field
      visit={visit}
      name="unnamed"
      label={t('delegation.party.unnamed')}
      hint={t('delegation.party.unnamed.hint', { moment: moment(nameBy, language) })}
      value={input.unnamed}
      errors={errors}
      optional
    />
  );
}

function Attendances({ visit, view: { attendances, event, input, errors } }: PartProps) {
  if (attendances.length < 2) return null;
  return (
    <Radios
      name="attendance"
      legend={visit.t('delegation.party.attendance')}
      value={input.attendance}
      choices={attendances.map((way) => {
        const seats = event.seats.find(({ attendance }) => attendance === way);
        return {
          value: way,
          text: visit.t(`register.attendance.${way}`),
          hint: seats && `(${seatsSentence(visit, seats)})`,
        };
      })}
      errors={errors}
    />
  );
}

/** "Person 2, last name", or the name of another field. */
function labelOf({ t }: Visit, name: string): string {
  const [people, index, given] = name.split('.');
  const field = COLLEAGUE_FIELDS.find((one) => one === given);
  if (people === 'people' && field) {
    const label = field === 'email' ? t('delegation.email') : t(`delegation.party.${field}`);
    return t('delegation.party.field', { number: Number(index) + 1, field: label });
  }
  return t(name === 'attendance' ? 'delegation.party.attendance' : 'delegation.party.unnamed');
}
