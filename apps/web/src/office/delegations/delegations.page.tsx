import { When } from '../../event/when.js';
import { Button, Form, langOf, Select, Table } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { inTable } from '../moment.js';
import { OfficePage } from '../office-page.js';
import type { EventDelegationsView } from './delegations-view.js';

interface PartProps {
  visit: OfficeVisit;
  view: EventDelegationsView;
}

/** The delegations to an event: which member sends how many, and what is still without a name. */
export function EventDelegationsPage({ visit, view }: PartProps) {
  const { t } = visit;
  const { brief } = view;
  return (
    <OfficePage
      visit={visit}
      title={t('delegation.all')}
      room="events"
      crumbs={[
        { text: t('office.events'), href: '/office' },
        { text: brief.title.text, href: view.eventHref, lang: langOf(brief.title, visit) },
      ]}
    >
      <div class="page-head">
        <p class="event-kind">{t('delegation.all')}</p>
        <h1 class="kern-heading-x-large" lang={langOf(brief.title, visit)}>
          {brief.title.text}
        </h1>
        <p class="kern-body">
          <When visit={visit} event={brief} />
        </p>
      </div>
      <section class="office-list" aria-label={t('delegation.all')}>
        <Delegations visit={visit} view={view} />
      </section>
      <section class="programme-group" aria-labelledby="choose">
        <h2 class="kern-heading-medium" id="choose">
          {t('delegation.office.choose')}
        </h2>
        <Choose visit={visit} view={view} />
      </section>
    </OfficePage>
  );
}

function Delegations({ visit, view }: PartProps) {
  const { t, language } = visit;
  return (
    <Table
      caption={t('delegation.all')}
      rows={view.lines}
      keyOf={({ id }) => id}
      empty={t('delegation.office.none')}
      columns={[
        {
          title: t('delegation.member'),
          heading: true,
          cell: ({ id, memberName }) => (
            <a class="text-link" href={`/office/delegations/${id}`}>
              {memberName}
            </a>
          ),
        },
        { title: t('delegation.coordinator'), cell: ({ coordinatorName }) => coordinatorName },
        { title: t('delegation.named'), numeric: true, cell: ({ named }) => named },
        { title: t('delegation.unnamed'), numeric: true, cell: ({ unnamed }) => unnamed },
        { title: t('delegation.waiting'), numeric: true, cell: ({ waiting }) => waiting },
        {
          title: t('delegation.nameBy'),
          cell: ({ nameBy, event }) => (nameBy ? inTable(nameBy.toInstant(), language, event.timeZone) : '–'),
        },
      ]}
    />
  );
}

function Choose({ visit, view }: PartProps) {
  const { t } = visit;
  if (view.coordinators.length === 0) {
    return <p class="kern-body">{t('delegation.office.coordinators.none')}</p>;
  }
  return (
    <Form action={`${view.href}/new`} method="get">
      <Select
        visit={visit}
        name="coordinator"
        label={t('delegation.coordinator')}
        value=""
        choices={view.coordinators}
        empty={t('delegation.office.coordinator.none')}
      />
      <div class="actions">
        <Button text={t('delegation.toAll')} />
      </div>
    </Form>
  );
}
