import type { ComponentChildren } from 'preact';
import { ErrorSummary } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { OfficePage } from '../office-page.js';
import { personLabel } from './people-fields.js';
import { type PlanFormView, planLabel } from './plan-fields.js';
import type { PlanField } from './plan-form.js';

export interface PlanShellProps {
  visit: OfficeVisit;
  title: string;
  form: PlanFormView;
  crumbs?: { text: string; href: string; lang?: string }[];
  children: ComponentChildren;
}

/** A page with one of the planning forms; what is wrong with it is said first. */
export function PlanShell({ visit, title, form, crumbs, children }: PlanShellProps) {
  const { t } = visit;
  const wrong = Object.keys(form.errors).length > 0;
  return (
    <OfficePage
      visit={visit}
      title={wrong ? t('site.errors.title', { title }) : title}
      room="events"
      crumbs={[{ text: t('office.events'), href: '/office' }, ...(crumbs ?? [])]}
    >
      <div class="narrow stack">
        <div class="page-head">
          <h1 class="kern-heading-x-large">{title}</h1>
        </div>
        <ErrorSummary
          visit={visit}
          errors={form.errors}
          labelOf={(name) => personLabel(visit, name) ?? planLabel(visit, name as PlanField)}
        />
        {children}
      </div>
    </OfficePage>
  );
}
