import type { Crumb, Visit } from '../view/index.js';
import { DelegationBody } from './delegation-body.js';
import { DelegationShell } from './delegation-shell.js';
import type { DelegationPageView } from './delegation-view.js';

/** A delegation as its coordinator sees it. */
export function DelegationPage({
  visit,
  view,
  crumbs,
}: {
  visit: Visit;
  view: DelegationPageView;
  crumbs: Crumb[];
}) {
  const title = visit.t('delegation.to', { title: view.event.title.text });
  return (
    <DelegationShell
      visit={visit}
      title={title}
      heading={visit.t('delegation.title')}
      kind={view.memberName}
      crumbs={crumbs}
    >
      <DelegationBody visit={visit} view={view} />
    </DelegationShell>
  );
}
