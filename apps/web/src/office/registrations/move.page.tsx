import type { Moved, RegistrationView } from '#registration';
import { Alert, Button, ButtonLink, type FieldErrors, Form, Select } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { OwnForm } from '../own-form.js';
import type { ActingInput } from './acting.js';
import { ActingFields } from './acting-fields.js';
import { FormShell } from './form-shell.js';
import { crumbsOf, hrefOf, nameOf } from './registration-view.js';

export interface MoveInput extends ActingInput {
  /** The id of the event chosen. */
  event: string;
}

export interface MovePageView extends RegistrationView {
  input: MoveInput;
  events: { value: string; text: string }[];
  /** What would come of it, once an event is chosen; or why it cannot be. */
  outcome?: Moved | { impossible: string };
  errors: FieldErrors;
  refused?: string;
}

interface PartProps {
  visit: OfficeVisit;
  view: MovePageView;
}

/** Which other event somebody is moved to, and what comes of it, before it is done. */
export function MovePage({ visit, view }: PartProps) {
  const { t } = visit;
  const { input, events, outcome, errors, refused } = view;
  const href = hrefOf(view);
  return (
    <FormShell
      visit={visit}
      title={t('desk.move.title', { name: nameOf(view, t) })}
      crumbs={crumbsOf(visit, view, { withPerson: true })}
      errors={errors}
      labelOf={(name) => t(name === 'event' ? 'desk.move.event' : 'office.reason')}
      refused={refused}
    >
      <p class="kern-body">{t('desk.move.text')}</p>
      {view.registration.delegationId && (
        <Alert tone="warning" title={t('desk.move.delegation')}>
          <p class="kern-body">{t('desk.move.delegation.text')}</p>
        </Alert>
      )}
      {outcome && <Outcome visit={visit} view={view} outcome={outcome} />}
      <Form method="get" action={`${href}/move`}>
        <Select
          visit={visit}
          name="event"
          label={t('desk.move.event')}
          value={input.event}
          choices={events}
          empty={t('site.choose')}
          errors={errors}
        />
        <div class="actions">
          <Button look={outcome ? undefined : 'primary'} text={t('desk.move.look')} />
          <ButtonLink text={t('office.back')} href={href} />
        </div>
      </Form>
    </FormShell>
  );
}

function Outcome({ visit, view, outcome }: PartProps & { outcome: NonNullable<MovePageView['outcome']> }) {
  const { t } = visit;
  const { input, errors, events } = view;
  const title = events.find(({ value }) => value === input.event)?.text ?? '';
  if ('impossible' in outcome) {
    return (
      <Alert tone="warning" title={t('desk.move.refused', { title })}>
        <p class="kern-body">{outcome.impossible}</p>
      </Alert>
    );
  }
  const { isWorse } = outcome;
  return (
    <section class="stack" aria-label={t('desk.move.outcome')}>
      <Alert tone={isWorse ? 'warning' : 'info'} title={whatComes(visit, view, outcome, title)}>
        {isWorse && <p class="kern-body">{whyWorse(visit, outcome)}</p>}
      </Alert>
      <OwnForm
        visit={visit}
        action={`${hrefOf(view)}/move`}
        hidden={{ event: input.event, ...(isWorse && { sure: '1' }) }}
      >
        <ActingFields visit={visit} input={input} errors={errors} />
        <div class="actions">
          <Button look="primary" text={t(isWorse ? 'desk.move.anyway' : 'desk.move.submit')} />
        </div>
      </OwnForm>
    </section>
  );
}

function whatComes({ t }: OfficeVisit, view: MovePageView, { position }: Moved, title: string): string {
  const name = nameOf(view, t);
  return position === undefined
    ? t('desk.move.seat', { name, title })
    : t('desk.move.waits', { name, title, position });
}

const whyWorse = ({ t }: OfficeVisit, { before }: Moved): string =>
  before === undefined ? t('desk.move.worse.seat') : t('desk.move.worse.line', { before });
