import { MEMBER_KINDS, type MemberFilter, type MemberLine, type MemberPage } from '#member';
import {
  Button,
  ButtonLink,
  Field,
  FilterLinks,
  Form,
  Pagination,
  Table,
  withQuery,
} from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { OfficePage } from '../office-page.js';
import { dayText } from './day.js';

export interface MembersView {
  filter: Omit<MemberFilter, 'page'>;
  list: MemberPage;
  page: number;
}

interface PartProps {
  visit: OfficeVisit;
  view: MembersView;
}

/** All members: search, kind, current and former. */
export function MembersPage({ visit, view }: PartProps) {
  const { t } = visit;
  const { list, page } = view;
  return (
    <OfficePage visit={visit} title={t('directory.title')} room="members">
      <div class="page-head">
        <h1 class="kern-heading-x-large">{t('directory.title')}</h1>
        <div class="actions">
          <ButtonLink icon="add" text={t('directory.add')} href="/office/members/new" />
          <ButtonLink text={t('directory.import')} href="/office/members/import" />
          <ButtonLink look="tertiary" text={t('directory.others')} href="/office/contacts" />
          <ButtonLink look="tertiary" text={t('spelling.title')} href="/office/spellings" />
        </div>
      </div>
      <Search visit={visit} view={view} />
      <Filters visit={visit} view={view} />
      <p class="kern-body">{t('directory.count', { count: list.total })}</p>
      <Members visit={visit} members={list.members} />
      <Pagination
        visit={visit}
        current={page}
        last={list.pages}
        href={(at) => hrefOf(view, { page: at > 1 ? String(at) : undefined })}
      />
      <div class="actions">
        {(['xlsx', 'csv'] as const).map((format) => (
          <ButtonLink
            download
            icon="download"
            look={format === 'csv' ? 'tertiary' : undefined}
            text={t(`directory.export.${format}`)}
            href={withQuery(`/office/members/export.${format}`, { lang: visit.language })}
            key={format}
          />
        ))}
      </div>
    </OfficePage>
  );
}

function Search({ visit, view: { filter } }: PartProps) {
  const { t } = visit;
  const { state, kind } = filter;
  return (
    <search>
      <Form
        method="get"
        action="/office/members"
        hidden={{ ...(state && { state }), ...(kind && { kind }) }}
        isRow
      >
        <Field
          visit={visit}
          name="search"
          label={t('directory.search')}
          type="search"
          value={filter.search ?? ''}
          optional
        />
        <Button icon="search" text={t('office.attendees.search.submit')} />
      </Form>
    </search>
  );
}

function Filters({ visit, view }: PartProps) {
  const { t } = visit;
  const { state, kind } = view.filter;
  return (
    <>
      <FilterLinks
        label={t('directory.filter.state')}
        links={([undefined, 'current', 'former'] as const).map((choice) => ({
          text: t(`directory.state.${choice ?? 'all'}`),
          href: hrefOf(view, { state: choice }),
          current: choice === state,
        }))}
      />
      <FilterLinks
        label={t('directory.filter.kind')}
        links={[undefined, ...MEMBER_KINDS].map((choice) => ({
          text: choice ? t(`member.kind.${choice}`) : t('directory.kind.all'),
          href: hrefOf(view, { kind: choice }),
          current: choice === kind,
        }))}
      />
    </>
  );
}

function Members({ visit, members }: { visit: OfficeVisit; members: readonly MemberLine[] }) {
  const { t, language } = visit;
  return (
    <Table
      caption={t('directory.title')}
      rows={members}
      keyOf={({ id }) => id}
      empty={t('directory.none')}
      columns={[
        {
          title: t('directory.member'),
          heading: true,
          cell: ({ id, name }) => (
            <a class="text-link" href={`/office/members/${id}`}>
              {name}
            </a>
          ),
        },
        { title: t('directory.column.kind'), cell: ({ kind }) => t(`member.kind.${kind}`) },
        {
          title: t('directory.column.since'),
          cell: ({ since }) => (since ? dayText(since, language) : '–'),
        },
        {
          title: t('directory.column.until'),
          cell: ({ until }) => (until ? dayText(until, language) : '–'),
        },
        { title: t('directory.contacts'), numeric: true, cell: ({ contacts }) => contacts },
      ]}
    />
  );
}

const hrefOf = ({ filter }: MembersView, changes: { state?: string; kind?: string; page?: string }): string =>
  withQuery('/office/members', { ...filter, ...changes });
