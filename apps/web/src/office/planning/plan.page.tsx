import { type Event, heldDates } from '#event';
import type { InvitationPreview } from '#invitation';
import { Alert, Button, ButtonLink, withQuery } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { OwnForm } from '../own-form.js';
import { eventCrumb } from '../registrations/registration-view.js';
import { PeopleFields } from './people-fields.js';
import type { PeopleInput } from './people-form.js';
import {
  AccessFields,
  FreeKindField,
  type PlanFormView,
  TextFields,
  TimeFields,
  TitleFields,
  WindowFields,
} from './plan-fields.js';
import { PlanShell } from './plan-shell.js';

export interface PlanView extends PlanFormView {
  event: Event;
  people: PeopleInput;
  /** Which members an invitation would reach; missing where nobody can be invited. */
  invitable?: InvitationPreview;
  /** How many of those who come were not told of the time, place or meeting point as it is now. */
  untold: number;
}

interface PartProps {
  visit: OfficeVisit;
  view: PlanView;
}

/** An event's plan: what is next to be done about it, and its facts to change. */
export function PlanPage({ visit, view }: PartProps) {
  const { t } = visit;
  const { event } = view;
  const others = heldDates(event).length - 1;
  return (
    <PlanShell visit={visit} title={t('planning.plan')} form={view} crumbs={[eventCrumb(visit, event)]}>
      <Untold visit={visit} view={view} />
      <NextStep visit={visit} view={view} />
      <Elsewhere visit={visit} event={event} />
      <OwnForm visit={visit} action={`/office/events/${event.id}/plan`}>
        {event.status !== 'draft' && (
          <p class="kern-body">
            {t('planning.visible')}{' '}
            <a class="text-link" href={`/office/events/${event.id}/notice`}>
              {t('planning.tell')}
            </a>
          </p>
        )}
        <FreeKindField visit={visit} form={view} event={event} />
        <TitleFields visit={visit} form={view} main={event.mainLanguage} />
        <TimeFields visit={visit} form={view} />
        {others > 0 && <p class="kern-body">{t('planning.series', { count: others })}</p>}
        <AccessFields visit={visit} form={view} />
        {event.kind !== 'listing' && <WindowFields visit={visit} form={view} event={event} />}
        <TextFields visit={visit} form={view} main={event.mainLanguage} />
        <PeopleFields visit={visit} people={view.people} errors={view.errors} main={event.mainLanguage} />
        <div class="actions">
          <Button text={t('planning.save')} />
        </div>
      </OwnForm>
    </PlanShell>
  );
}

/** Nobody hears of what is changed here: says who has not, and where they can be told. */
function Untold({ visit: { t }, view: { event, untold } }: PartProps) {
  if (untold === 0) return null;
  return (
    <Alert tone="warning" title={t('planning.untold', { count: untold })}>
      <div class="actions">
        <ButtonLink
          icon="mail"
          text={t('planning.untold.tell')}
          href={withQuery(`/office/events/${event.id}/notice`, { what: 'moved' })}
        />
      </div>
    </Alert>
  );
}

/** What else belongs to planning, on pages of its own. */
function Elsewhere({ visit: { t }, event }: { visit: OfficeVisit; event: Event }) {
  const href = `/office/events/${event.id}`;
  const takesPeople = event.kind !== 'listing';
  return (
    <nav class="actions" aria-label={t('planning.more')}>
      {takesPeople && <ButtonLink text={t('planning.items.edit')} href={`${href}/items`} />}
      {takesPeople && <ButtonLink text={t('rules.title')} href={`${href}/seats`} />}
      <ButtonLink text={t('form.title')} href={`${href}/form`} />
      {event.status !== 'draft' && (
        <ButtonLink text={t('office.event.public')} href={`/events/${event.slug}`} />
      )}
    </nav>
  );
}

// Whoever is to come somewhere must be told where.
const lacksPlace = (event: Event): boolean =>
  (event.format === 'onsite' || event.format === 'hybrid') &&
  heldDates(event).some(({ place }) => Object.keys(place).length === 0);

function NextStep({ visit, view }: PartProps) {
  const { t } = visit;
  const { event } = view;
  if (event.status !== 'draft' && event.status !== 'announced') return <Inviting visit={visit} view={view} />;
  const placeless = lacksPlace(event);
  return (
    <Alert
      tone={placeless ? 'warning' : 'info'}
      title={t(event.status === 'draft' ? 'planning.draft' : 'event.announced')}
    >
      {placeless && <p class="kern-body">{t('planning.publish.placeless')}</p>}
      <OwnForm visit={visit} action={`/office/events/${event.id}/publish`}>
        <div class="actions">
          <Button look="primary" text={t(placeless ? 'planning.publish.anyway' : 'planning.publish')} />
        </div>
      </OwnForm>
    </Alert>
  );
}

function Inviting({ visit, view: { event, invitable } }: PartProps) {
  const { t } = visit;
  if (!invitable) return null;
  const { invitees, already, unreachable } = invitable;
  const href = `/office/events/${event.id}`;
  const all = { circle: 'all', wish: 'invite' };
  return (
    <Alert tone="info" title={t('planning.invite.title')}>
      {already > 0 && <p class="kern-body">{t('planning.invite.already', { count: already })}</p>}
      {unreachable.length > 0 && (
        <p class="kern-body">{t('planning.invite.unreachable', { names: unreachable.join(', ') })}</p>
      )}
      <OwnForm visit={visit} action={`${href}/invite`} hidden={all}>
        <div class="actions">
          {invitees.length > 0 && (
            <Button look="primary" icon="mail" text={t('planning.invite', { count: invitees.length })} />
          )}
          <ButtonLink text={t('planning.invite.some')} href={`${href}/invite`} />
        </div>
      </OwnForm>
    </Alert>
  );
}
