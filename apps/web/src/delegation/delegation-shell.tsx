import type { ComponentChildren } from 'preact';
import { type Crumb, Document, type Visit } from '../view/index.js';

export interface ShellProps {
  visit: Visit;
  title: string;
  /** Above the heading. */
  kind?: string;
  /** Where it is not the title. */
  heading?: string;
  crumbs: Crumb[];
  /** Something typed was wrong. */
  wrong?: boolean;
  children: ComponentChildren;
}

/** A coordinator's page. */
export function DelegationShell({ visit, title, kind, heading, crumbs, wrong, children }: ShellProps) {
  return (
    <Document
      visit={visit}
      title={wrong ? visit.t('site.errors.title', { title }) : title}
      crumbs={crumbs}
      personal
    >
      <div class="page-head">
        {kind && <p class="event-kind">{kind}</p>}
        <h1 class="kern-heading-x-large">{heading ?? title}</h1>
      </div>
      {children}
    </Document>
  );
}
