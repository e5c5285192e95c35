import { EventStrip } from '../event/event-strip.js';
import { type Crumb, langOf, type Visit } from '../view/index.js';
import { DelegationShell } from './delegation-shell.js';
import { PartyFields } from './party-fields.js';
import type { PartyView } from './party-view.js';

/** The page on which a coordinator registers people for an event. */
export function PartyPage({ visit, view, crumbs }: { visit: Visit; view: PartyView; crumbs: Crumb[] }) {
  const { t } = visit;
  const { event, errors, refused } = view;
  return (
    <DelegationShell
      visit={visit}
      title={t('delegation.toAll')}
      kind={view.memberName}
      crumbs={[...crumbs, { text: event.title.text, href: event.href, lang: langOf(event.title, visit) }]}
      wrong={Object.keys(errors).length > 0 || refused !== undefined}
    >
      <div class="narrow stack">
        <EventStrip visit={visit} event={event} />
        <PartyFields visit={visit} view={view} />
      </div>
    </DelegationShell>
  );
}
