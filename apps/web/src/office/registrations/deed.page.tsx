import { contested, type RegistrationView } from '#registration';
import { Button, ButtonLink, Field, type FieldErrors } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { OwnForm } from '../own-form.js';
import type { ActingInput } from './acting.js';
import { ActingFields } from './acting-fields.js';
import { wordsOf } from './deed-words.js';
import { canBeTold, type Deed, needsReason, tellsReason } from './deeds.js';
import { FormShell } from './form-shell.js';
import { crumbsOf, hrefOf, nameOf } from './registration-view.js';

export interface DeedPageView extends RegistrationView {
  deed: Deed;
  input: ActingInput & { position: string };
  errors: FieldErrors;
  refused?: string;
}

interface PartProps {
  visit: OfficeVisit;
  view: DeedPageView;
}

/** Asks before something is done to a registration: what will happen, why, and whether the person is told. */
export function DeedPage({ visit, view }: PartProps) {
  const { t } = visit;
  const { deed, input, errors, refused } = view;
  const title = t(wordsOf(deed).title, { name: nameOf(view, t) });
  const href = hrefOf(view);
  return (
    <FormShell
      visit={visit}
      title={title}
      crumbs={crumbsOf(visit, view, { withPerson: true })}
      errors={errors}
      labelOf={(name) => labelOf(visit, deed, name)}
      refused={refused}
    >
      <p class="kern-body kern-body--large">{whatHappens(visit, view)}</p>
      <OwnForm visit={visit} action={`${href}/${deed}`}>
        {deed === 'line' && (
          <Field
            visit={visit}
            name="position"
            label={t('report.position')}
            hint={lineHint(visit, view)}
            value={input.position}
            errors={errors}
          />
        )}
        <ActingFields
          visit={visit}
          input={input}
          errors={errors}
          needsReason={needsReason(deed)}
          tellsReason={tellsReason(deed)}
          noMail={!canBeTold(deed)}
        />
        <div class="actions">
          <Button look="primary" text={t(wordsOf(deed).submit)} />
          <ButtonLink text={t('office.back')} href={href} />
        </div>
      </OwnForm>
    </FormShell>
  );
}

function whatHappens({ t }: OfficeVisit, { deed, registration, position }: DeedPageView): string {
  const name = `${registration.firstName} ${registration.lastName}`.trim() || t('desk.unnamed');
  if (deed === 'withdraw')
    return t(registration.holdsSeat ? 'office.withdraw.seat' : 'desk.withdraw.noSeat', { name });
  return t(`desk.${deed}.text`, { name, position: position ?? 0 });
}

// Whoever is moved in the line may still stand behind members without a seat: the position shown is not what is typed.
function lineHint({ t }: OfficeVisit, { rules, registration, event, position }: DeedPageView): string {
  const isFair = rules.lineOrder === 'fair' && registration.attendance === contested(event);
  return isFair ? t('desk.line.hint.fair') : t('desk.line.hint', { position: position ?? 1 });
}

function labelOf({ t }: OfficeVisit, deed: Deed, name: string): string {
  if (name === 'position') return t('report.position');
  return t(tellsReason(deed) ? 'desk.message' : 'office.reason');
}
