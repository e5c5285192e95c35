import { shortDay } from '#language';
import type { EventBrief } from '../event/event-brief.js';
import { When } from '../event/when.js';
import { langOf, Table, type Visit } from '../view/index.js';
import { DelegationShell } from './delegation-shell.js';

/** A delegation in the coordinator's list. */
export interface DelegationsLine {
  id: string;
  href: string;
  event: EventBrief;
  named: number;
  unnamed: number;
  waiting: number;
  nameBy?: Temporal.ZonedDateTime;
}

export interface DelegationsView {
  /** The coordinator's own page. */
  my: string;
  memberName: string;
  delegations: DelegationsLine[];
  /** Events for which people can be registered now, with the way there. */
  open: { href: string; event: EventBrief }[];
}

interface PartProps {
  visit: Visit;
  view: DelegationsView;
}

/** A member's delegations, and the events to which there can be one. */
export function DelegationsPage({ visit, view }: PartProps) {
  const { t } = visit;
  return (
    <DelegationShell
      visit={visit}
      title={t('delegation.all')}
      kind={view.memberName}
      crumbs={[{ text: t('my.title'), href: view.my }]}
    >
      <p class="kern-body kern-body--large">{t('delegation.all.text', { member: view.memberName })}</p>
      <Delegations visit={visit} delegations={view.delegations} />
      <section class="programme-group" aria-labelledby="open">
        <h2 class="kern-heading-medium" id="open">
          {t('delegation.open')}
        </h2>
        <Table
          caption={t('delegation.open')}
          rows={view.open}
          keyOf={({ href }) => href}
          empty={t('delegation.open.none')}
          columns={[
            {
              title: t('delegation.event'),
              heading: true,
              cell: ({ event }) => <Title visit={visit} event={event} />,
            },
            { title: t('event.when'), cell: ({ event }) => <When visit={visit} event={event} /> },
            {
              title: t('delegation.action'),
              cell: ({ href, event }) => (
                <a
                  class="text-link text-link--short"
                  href={href}
                  aria-label={t('delegation.register.to', { title: event.title.text })}
                >
                  {t('delegation.register')}
                </a>
              ),
            },
          ]}
        />
      </section>
    </DelegationShell>
  );
}

/** The delegations there are, as this page and the coordinator's own page show them. */
export function Delegations({
  visit,
  delegations,
}: {
  visit: Visit;
  delegations: readonly DelegationsLine[];
}) {
  const { t, language } = visit;
  return (
    <Table
      caption={t('delegation.all')}
      rows={delegations}
      keyOf={({ id }) => id}
      empty={t('delegation.none')}
      columns={[
        {
          title: t('delegation.event'),
          heading: true,
          cell: ({ event }) => <Title visit={visit} event={event} />,
        },
        {
          title: t('delegation.seats'),
          cell: ({ named, unnamed, waiting }) => t('delegation.seats.count', { named, unnamed, waiting }),
        },
        { title: t('delegation.nameBy'), cell: ({ nameBy }) => (nameBy ? shortDay(nameBy, language) : '–') },
        {
          title: t('delegation.action'),
          cell: ({ href, event }) => (
            <a
              class="text-link text-link--short"
              href={href}
              aria-label={t('delegation.show.to', { title: event.title.text })}
            >
              {t('delegation.show')}
            </a>
          ),
        },
      ]}
    />
  );
}

function Title({ visit, event }: { visit: Visit; event: EventBrief }) {
  return (
    <a class="text-link" href={event.href} lang={langOf(event.title, visit)}>
      {event.title.text}
    </a>
  );
}
