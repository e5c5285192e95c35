import type { ComponentChildren } from 'preact';
import type { EventBrief } from '../../event/event-brief.js';
import { EventStrip } from '../../event/event-strip.js';
import { Alert, type Crumb, ErrorSummary, type FieldErrors } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { OfficePage } from '../office-page.js';

export interface FormShellProps {
  visit: OfficeVisit;
  title: string;
  crumbs: Crumb[];
  /** The event it is about, where the page is about nothing smaller. */
  brief?: EventBrief;
  errors?: FieldErrors;
  /** What a field is called in the error summary. */
  labelOf?: (name: string) => string;
  /** Why it was refused. */
  refused?: string;
  children: ComponentChildren;
}

/** A page with one form: what it is about, why it was refused, what must be corrected. */
export function FormShell({
  visit,
  title,
  crumbs,
  brief,
  errors,
  labelOf,
  refused,
  children,
}: FormShellProps) {
  return (
    <OfficePage visit={visit} title={title} room="events" crumbs={crumbs}>
      <div class="narrow stack">
        <div class="page-head">
          <h1 class="kern-heading-x-large">{title}</h1>
          {brief && <EventStrip visit={visit} event={brief} />}
        </div>
        {refused && (
          <div role="alert">
            <Alert tone="danger" title={refused} />
          </div>
        )}
        <ErrorSummary visit={visit} errors={errors ?? {}} labelOf={labelOf ?? (() => title)} />
        {children}
      </div>
    </OfficePage>
  );
}
