import type { RegistrationView } from '#registration';
import { type FieldErrors, Radios } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { OwnForm } from '../own-form.js';
import type { ActingInput } from './acting.js';
import { ActingEnd } from './acting-fields.js';
import { FormShell } from './form-shell.js';
import { PersonFields } from './person-fields.js';
import { PERSON_FIELDS, type PersonInput } from './person-form.js';
import { crumbsOf, hrefOf, nameOf } from './registration-view.js';

export interface PersonPageView extends RegistrationView {
  input: ActingInput & PersonInput & { wish: string };
  organizations: string[];
  errors: FieldErrors;
  refused?: string;
}

/** Who sits on this seat: corrected, or somebody else. */
export function PersonPage({ visit, view }: { visit: OfficeVisit; view: PersonPageView }) {
  const { t } = visit;
  const { registration, input, errors, refused } = view;
  const title = registration.named
    ? t('desk.person.title', { name: nameOf(view, t) })
    : t('desk.person.name');
  return (
    <FormShell
      visit={visit}
      title={title}
      crumbs={crumbsOf(visit, view, { withPerson: true })}
      errors={errors}
      labelOf={(name) => labelOf(visit, name)}
      refused={refused}
    >
      <OwnForm visit={visit} action={`${hrefOf(view)}/person`}>
        {registration.named && (
          <Radios
            name="wish"
            legend={t('desk.person.wish')}
            value={input.wish}
            choices={(['correct', 'swap'] as const).map((wish) => ({
              value: wish,
              text: t(`desk.person.${wish}`),
              hint: t(`desk.person.${wish}.hint`),
            }))}
            errors={errors}
          />
        )}
        <PersonFields visit={visit} input={input} errors={errors} organizations={view.organizations} />
        <ActingEnd visit={visit} input={input} errors={errors} back={hrefOf(view)} />
      </OwnForm>
    </FormShell>
  );
}

function labelOf({ t }: OfficeVisit, name: string): string {
  const field = PERSON_FIELDS.find((one) => one === name);
  if (field) return t(`report.${field}`);
  return t(name === 'wish' ? 'desk.person.wish' : 'office.reason');
}
