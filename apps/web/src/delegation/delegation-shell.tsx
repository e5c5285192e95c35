import type { ComponentChildren } from 'preact';
import { type Crumb, Document, type Visit } from '../view/index.js';

export interface ShellProps {
  visit: Visit;
  title: string;
  /** The heading, where it is not the title. */
  kind?: string;
  crumbs: Crumb[];
  /** Something typed was wrong. */
  wrong?: boolean;
  children: ComponentChildren;
}

/** A coordinator's page. */
export function DelegationShell({ visit, title, kind, crumbs, wrong, children }: ShellProps) {
  return (
    <Document
      visit={visit}
      title={wrong ? visit.t('site.errors.title', { title }) : title}
      crumbs={crumbs}
      personal
    >
      <div class="page-head">
        {kind && <p class="event-kind">{kind}</p>}
        <h1 class="kern-heading-x-large">{title}</h1>
      </div>
      {children}
    </Document>
  );
}
