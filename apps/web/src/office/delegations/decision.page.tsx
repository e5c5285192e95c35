import type { DelegationView, Verdict } from '#delegation';
import { pick } from '#language';
import { Button, ButtonLink, type FieldErrors, langOf } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { OwnForm } from '../own-form.js';
import type { ActingInput } from '../registrations/acting.js';
import { ActingFields } from '../registrations/acting-fields.js';
import { FormShell } from '../registrations/form-shell.js';
import { requestsOf } from './delegations-view.js';

export interface DecisionView {
  delegation: DelegationView;
  verdict: Verdict;
  input: ActingInput;
  errors: FieldErrors;
  refused?: string;
}

/** Asks before all requests of a delegation are decided: what will happen, why, and whether people are told. */
export function DecisionPage({ visit, view }: { visit: OfficeVisit; view: DecisionView }) {
  const { t, language } = visit;
  const { delegation, verdict, input, errors, refused } = view;
  const { id, event, memberName } = delegation;
  const count = requestsOf(delegation);
  const title = pick(event.title, language, event.mainLanguage);
  const href = `/office/delegations/${id}`;
  const tellsReason = verdict === 'decline';
  return (
    <FormShell
      visit={visit}
      title={t(`delegation.${verdict}.title`, { member: memberName, count })}
      crumbs={[
        { text: t('office.events'), href: '/office' },
        { text: title.text, href: `/office/events/${event.id}`, lang: langOf(title, visit) },
        { text: t('delegation.all'), href: `/office/events/${event.id}/delegations` },
        { text: memberName, href },
      ]}
      errors={errors}
      labelOf={() => t(tellsReason ? 'desk.message' : 'office.reason')}
      refused={refused}
    >
      <p class="kern-body kern-body--large">{t(`delegation.${verdict}.text`, { count })}</p>
      <OwnForm visit={visit} action={`${href}/${verdict}`}>
        <ActingFields visit={visit} input={input} errors={errors} tellsReason={tellsReason} />
        <div class="actions">
          <Button look="primary" text={t(`delegation.${verdict}`, { count })} />
          <ButtonLink text={t('office.back')} href={href} />
        </div>
      </OwnForm>
    </FormShell>
  );
}
