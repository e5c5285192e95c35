import { Alert, ErrorSummary, langOf } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { OfficePage } from '../office-page.js';
import { OwnForm } from '../own-form.js';
import { eventCrumb } from '../registrations/registration-view.js';
import { CapacitySection } from './capacity-section.js';
import { ContingentsSection } from './contingents-section.js';
import { labelOf } from './labels.js';
import { PARTS } from './parts.js';
import { RulesSection } from './rules-section.js';
import { type PartProps, seatsHref } from './seats-view.js';
import { SessionsSection } from './sessions-section.js';

/** An event's seats, and the rules by which they are given; each part is saved by itself and keeps what is typed in the others. */
export function SeatsPage({ visit, view }: PartProps<OfficeVisit>) {
  const { t } = visit;
  const { event, brief, errors, refused, unsaved } = view;
  const wrong = refused !== undefined || Object.keys(errors).length > 0;
  const title = t('rules.title');
  const part = { visit, view };
  return (
    <OfficePage
      visit={visit}
      title={wrong ? t('site.errors.title', { title }) : title}
      room="events"
      crumbs={[{ text: t('office.events'), href: '/office' }, eventCrumb(visit, event)]}
    >
      <div class="narrow stack">
        <div class="page-head">
          <p class="event-kind" lang={langOf(brief.title, visit)}>
            {brief.title.text}
          </p>
          <h1 class="kern-heading-x-large">{title}</h1>
        </div>
        {refused && <Alert tone="danger" title={refused} />}
        <ErrorSummary visit={visit} errors={errors} labelOf={(name) => labelOf(visit, view, name)} />
        {unsaved.length > 0 && (
          <Alert
            tone="warning"
            title={t('office.seats.unsaved', { parts: unsaved.map((one) => t(PARTS[one])).join(', ') })}
          />
        )}
        <OwnForm visit={visit} action={seatsHref(event.id)}>
          <div class="stack">
            {event.kind === 'assembly' ? (
              <Alert tone="info" title={t('rules.assembly')} />
            ) : (
              <>
                <CapacitySection {...part} />
                <RulesSection {...part} />
                <ContingentsSection {...part} />
              </>
            )}
            <SessionsSection {...part} />
          </div>
        </OwnForm>
      </div>
    </OfficePage>
  );
}
