import type { InvitationPreview } from '#invitation';
import { Button, ButtonLink, type FieldErrors, Form, Select } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { Invitees } from '../invitations/invitees.js';
import { FormShell } from './form-shell.js';
import { type EventPart, eventCrumbs } from './registration-view.js';

export interface InterestView extends EventPart {
  /** Events to choose from. */
  events: { value: string; text: string }[];
  /** The id of the follow-up event, where one is chosen. */
  chosen: string;
  /** Who got no seat. */
  people: { firstName: string; lastName: string; email: string }[];
  /** Who would get a mail, once the event is chosen. */
  preview?: InvitationPreview;
  errors: FieldErrors;
  refused?: string;
}

interface PartProps {
  visit: OfficeVisit;
  view: InterestView;
}

/** Carries the interest of those who got no seat over to a follow-up event. */
export function InterestPage({ visit, view }: PartProps) {
  const { t } = visit;
  const { href, brief, people, refused, errors } = view;
  return (
    <FormShell
      visit={visit}
      title={t('desk.interest')}
      crumbs={eventCrumbs(visit, view)}
      brief={brief}
      errors={errors}
      labelOf={() => t('desk.interest.event')}
      refused={refused}
    >
      <p class="kern-body">{t('desk.interest.text', { count: people.length })}</p>
      <Chosen visit={visit} view={view} />
      <Form method="get" action={`${href}/interest`}>
        <Select
          visit={visit}
          name="event"
          label={t('desk.interest.event')}
          value={view.chosen}
          choices={view.events}
          empty={t('site.choose')}
          errors={errors}
        />
        <div class="actions">
          <Button text={t('desk.interest.look')} />
          <ButtonLink text={t('office.back')} href={href} />
        </div>
      </Form>
    </FormShell>
  );
}

function Chosen({ visit, view }: PartProps) {
  const { t } = visit;
  const { href, chosen, people, preview } = view;
  if (!chosen) return null;
  const invitees = preview?.invitees ?? [];
  const already = people.length - invitees.length;
  return (
    <section class="parts" aria-labelledby="preview">
      <h2 class="kern-heading-medium" id="preview">
        {view.events.find(({ value }) => value === chosen)?.text}
      </h2>
      <p class="kern-body">{t('desk.interest.count', { count: invitees.length, already })}</p>
      <Invitees visit={visit} invitees={invitees} action={`${href}/interest`} hidden={{ event: chosen }} />
    </section>
  );
}
