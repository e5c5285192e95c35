import type { RegistrationView } from '#registration';
import { Button, ButtonLink, type FieldErrors, Select } from '../../view/index.js';
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
  errors: FieldErrors;
  refused?: string;
}

/** Which other event somebody is moved to. */
export function MovePage({ visit, view }: { visit: OfficeVisit; view: MovePageView }) {
  const { t } = visit;
  const { input, events, errors, refused } = view;
  const title = t('desk.move.title', { name: nameOf(view, t) });
  return (
    <FormShell
      visit={visit}
      title={title}
      crumbs={crumbsOf(visit, view, { withPerson: true })}
      errors={errors}
      labelOf={(name) => t(name === 'event' ? 'desk.move.event' : 'office.reason')}
      refused={refused}
    >
      <p class="kern-body">{t('desk.move.text')}</p>
      <OwnForm visit={visit} action={`${hrefOf(view)}/move`}>
        <Select
          visit={visit}
          name="event"
          label={t('desk.move.event')}
          value={input.event}
          choices={events}
          empty={t('site.choose')}
          errors={errors}
        />
        <ActingFields visit={visit} input={input} errors={errors} />
        <div class="actions">
          <Button look="primary" text={t('desk.move.submit')} />
          <ButtonLink text={t('office.back')} href={hrefOf(view)} />
        </div>
      </OwnForm>
    </FormShell>
  );
}
