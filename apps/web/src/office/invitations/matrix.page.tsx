import { type MatrixCell, type MatrixLine, shortList } from '#invitation';
import {
  Button,
  ButtonLink,
  Checkboxes,
  Disclosure,
  FilterLinks,
  Form,
  Pagination,
  Table,
  withQuery,
} from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { OfficePage } from '../office-page.js';
import { OwnForm } from '../own-form.js';
import type { Later } from './later.js';
import { StateWord } from './state-word.js';

/** A column of the matrix. */
export interface MatrixEvent {
  id: string;
  /** Its title with the day, so that events of the same name can be told apart. */
  heading: string;
  /** How many a click would remind now. */
  due: number;
  /** Who cannot be reminded yet; of interest while nobody is due. */
  later?: Later;
}

export interface MatrixView {
  period: 'upcoming' | 'past';
  /** Ids asked for in the address; none means the default choice. */
  chosen: string[];
  /** What can be chosen. */
  choices: { value: string; text: string }[];
  events: MatrixEvent[];
  lines: MatrixLine[];
  page: number;
  pages: number;
}

interface PartProps {
  visit: OfficeVisit;
  view: MatrixView;
}

/** Members against events: who comes, who does not, who is silent. */
export function MatrixPage({ visit, view }: PartProps) {
  const { t } = visit;
  return (
    <OfficePage visit={visit} title={t('office.matrix')} room="matrix">
      <div class="page-head">
        <h1 class="kern-heading-x-large">{t('office.matrix')}</h1>
      </div>
      <FilterLinks
        look="tabs"
        label={t('office.events.period')}
        links={(['upcoming', 'past'] as const).map((period) => ({
          text: t(`office.events.${period}`),
          href: withQuery('/office/matrix', { period: period === 'past' ? period : undefined }),
          current: period === view.period,
        }))}
      />
      {view.choices.length > 1 && <Choice visit={visit} view={view} />}
      {view.events.length === 0 ? (
        <p class="kern-body">{t('office.matrix.none')}</p>
      ) : (
        <Grid visit={visit} view={view} />
      )}
    </OfficePage>
  );
}

function Choice({ visit, view: { period, choices, events } }: PartProps) {
  const { t } = visit;
  return (
    <Disclosure title={t('office.matrix.events')}>
      <Form method="get" action="/office/matrix" hidden={{ period }}>
        <Checkboxes
          name="event"
          legend={t('office.events')}
          choices={choices}
          checked={events.map(({ id }) => id)}
        />
        <div class="actions">
          <Button text={t('office.matrix.show')} />
        </div>
      </Form>
    </Disclosure>
  );
}

function Grid({ visit, view }: PartProps) {
  const { t } = visit;
  const { events, lines, page, pages } = view;
  return (
    <div class="stack">
      <Reminders visit={visit} view={view} />
      <div class="matrix">
        <Table<MatrixLine>
          caption={t('office.matrix')}
          rows={lines}
          keyOf={({ memberId }) => memberId}
          empty={t('office.matrix.noMembers')}
          columns={[
            { title: t('office.invitations.member'), heading: true, cell: ({ name }) => name },
            ...events.map(({ id, heading }, index) => ({
              title: heading,
              cell: ({ memberId, cells }: MatrixLine) => (
                <CellLink
                  visit={visit}
                  cell={cells[index]}
                  href={`/office/events/${id}/invitations?member=${memberId}`}
                />
              ),
            })),
          ]}
        />
      </div>
      <Pagination
        visit={visit}
        current={page}
        last={pages}
        href={(at) => hrefOf(view, '/office/matrix', { page: String(at) })}
      />
      <div class="actions">
        <ButtonLink
          download
          icon="download"
          text={t('office.attendees.excel')}
          href={hrefOf(view, '/office/matrix.csv', { dialect: 'excel', lang: visit.language })}
        />
        <ButtonLink
          download
          icon="download"
          look="tertiary"
          text={t('office.attendees.csv')}
          href={hrefOf(view, '/office/matrix.csv', { dialect: 'plain', lang: visit.language })}
        />
      </div>
    </div>
  );
}

function CellLink({ visit, cell, href }: { visit: OfficeVisit; cell: MatrixCell | undefined; href: string }) {
  if (!cell || cell.state === 'none') return <>–</>;
  const { t } = visit;
  const [names, substitutes] = [shortList(cell.names, t), shortList(cell.substitutes, t)];
  return (
    <>
      <a class="text-link" href={href}>
        <StateWord visit={visit} cell={cell} />
      </a>
      {names && <span class="office-note">{names}</span>}
      {substitutes && (
        <span class="office-note">{t('office.matrix.substitute', { names: substitutes })}</span>
      )}
    </>
  );
}

function Reminders({ visit, view }: PartProps) {
  const { t } = visit;
  const silent = view.events.filter(({ due, later }) => due > 0 || later);
  if (silent.length === 0) return null;
  return (
    <section class="actions" aria-label={t('office.matrix.remind')}>
      {silent.map(({ id, heading, due, later }) =>
        due > 0 ? (
          <OwnForm
            visit={visit}
            action={`/office/events/${id}/invitations/remind`}
            hidden={{ from: 'matrix', query: queryOf(view) }}
            key={id}
          >
            <Button icon="mail" text={t('office.matrix.remind.event', { title: heading, count: due })} />
          </OwnForm>
        ) : (
          later && (
            <p class="kern-body" key={id}>
              {t('office.matrix.later', { title: heading, waiting: t('office.invitations.later', later) })}
            </p>
          )
        ),
      )}
    </section>
  );
}

/** The same choice of events elsewhere; several events are several parameters of the same name. */
function hrefOf(view: MatrixView, path: string, more: Record<string, string>): string {
  return `${path}?${queryOf(view, more)}`;
}

function queryOf({ period, chosen, page }: MatrixView, more: Record<string, string> = { page: `${page}` }) {
  const parameters = new URLSearchParams({ period, ...more });
  for (const id of chosen) parameters.append('event', id);
  return parameters.toString();
}
