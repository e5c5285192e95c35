import type { Crumb, Visit } from '../view/index.js';
import { DelegationShell } from './delegation-shell.js';
import type { SeatPageView } from './delegation-view.js';
import { SeatForms } from './seat-forms.js';

/** One seat of a delegation as its coordinator sees it. */
export function SeatPage({ visit, view, crumbs }: { visit: Visit; view: SeatPageView; crumbs: Crumb[] }) {
  const { t } = visit;
  const { event, seat, back, errors, refused } = view;
  return (
    <DelegationShell
      visit={visit}
      title={t('delegation.seat', { reference: seat.reference })}
      crumbs={[...crumbs, { text: t('delegation.to', { title: event.title.text }), href: back }]}
      wrong={Object.keys(errors).length > 0 || refused !== undefined}
    >
      <div class="narrow">
        <SeatForms visit={visit} view={view} />
      </div>
    </DelegationShell>
  );
}
