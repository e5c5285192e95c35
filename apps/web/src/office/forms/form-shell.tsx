import type { ComponentChildren } from 'preact';
import { Alert, type Crumb, ErrorSummary, type FieldErrors } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { OfficePage } from '../office-page.js';
import { eventCrumb } from '../registrations/registration-view.js';
import type { FormFile } from './form-desk.service.js';

export interface FormShellProps {
  visit: OfficeVisit;
  file: FormFile;
  title: string;
  crumbs?: Crumb[];
  errors: FieldErrors;
  refused?: string;
  labelOf: (field: string) => string;
  children: ComponentChildren;
}

/** A page about an event's form: what is wrong comes first, then that people have answered already. */
export function FormShell(props: FormShellProps) {
  const { visit, file, title, crumbs, errors, refused, labelOf, children } = props;
  const { t } = visit;
  const wrong = Object.keys(errors).length > 0 || refused;
  return (
    <OfficePage
      visit={visit}
      title={wrong ? t('site.errors.title', { title }) : title}
      room="events"
      crumbs={[
        { text: t('office.events'), href: '/office' },
        eventCrumb(visit, file.event),
        ...(crumbs ?? []),
      ]}
    >
      <div class="narrow stack">
        <div class="page-head">
          <h1 class="kern-heading-x-large">{title}</h1>
        </div>
        {refused && (
          <div role="alert">
            <Alert tone="danger" title={refused} />
          </div>
        )}
        <ErrorSummary visit={visit} errors={errors} labelOf={labelOf} />
        {file.answered > 0 && (
          <Alert tone="warning" title={t('form.answered', { count: file.answered })}>
            <p class="kern-body">{t('form.answered.text')}</p>
          </Alert>
        )}
        {children}
      </div>
    </OfficePage>
  );
}

/** The page of an event's form. */
export const formPath = ({ event }: Pick<FormFile, 'event'>): string => `/office/events/${event.id}/form`;

/** What every form about a form carries: the version it was made from. */
export const versionOf = ({ form }: Pick<FormFile, 'form'>): { version: string } => ({
  version: String(form.version ?? ''),
});
