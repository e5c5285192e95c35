import { type Event, timesOf } from '#event';
import { pick, span } from '#language';
import { dateIn, type Happening, itemIn, type Notice, noticeWords, type Scope } from '#notice';
import { langOf, Table, withQuery } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { inTable } from '../moment.js';
import { NoticeShell } from './notice-shell.js';
import { happeningWord } from './words.js';

export interface ChooseView {
  event: Event;
  happenings: readonly Happening[];
  /** What has happened, where that is known and only to what of it is not. */
  what?: Happening;
  scopes: readonly Scope[];
  earlier: readonly { notice: Notice; by?: string }[];
}

interface PartProps {
  visit: OfficeVisit;
  view: ChooseView;
}

/** Asks what has happened, or to which part of the event. */
export function ChoosePage({ visit, view }: PartProps) {
  const { t } = visit;
  const { event, happenings, what, earlier } = view;
  const title = what ? t(happeningWord(what, event)) : t('notice.title');
  return (
    <NoticeShell visit={visit} event={event} title={title} inside={what !== undefined}>
      {happenings.length === 0 && <p class="kern-body">{t('notice.none')}</p>}
      {happenings.length > 0 && (
        <section aria-labelledby="choices">
          <h2 class="kern-heading-medium" id="choices">
            {t(what ? 'notice.which' : 'notice.what')}
          </h2>
          <ul class="kern-list kern-list--bullet">
            {what ? (
              <Scopes visit={visit} view={view} what={what} />
            ) : (
              <Happenings visit={visit} view={view} />
            )}
          </ul>
        </section>
      )}
      {earlier.length > 0 && <Earlier visit={visit} view={view} />}
    </NoticeShell>
  );
}

function Happenings({ visit, view: { event, happenings } }: PartProps) {
  const { t } = visit;
  const choices = happenings.map((what) => {
    const word = happeningWord(what, event);
    return (
      <li key={what}>
        <a class="text-link" href={withQuery(`/office/events/${event.id}/notice`, { what })}>
          {t(word)}
        </a>
        <span class="choice-hint"> {t(`${word}.hint`)}</span>
      </li>
    );
  });
  return <>{choices}</>;
}

function Scopes({ visit, view: { event, scopes }, what }: PartProps & { what: Happening }) {
  const choices = scopes.map((scope) => (
    <li key={scope}>
      <a class="text-link" href={withQuery(`/office/events/${event.id}/notice`, { what, scope })}>
        <ScopeWord visit={visit} event={event} what={what} scope={scope} />
      </a>
    </li>
  ));
  return <>{choices}</>;
}

/** What of the event is meant, in words. */
export function ScopeWord({
  visit,
  event,
  what,
  scope,
}: {
  visit: OfficeVisit;
  event: Event;
  what: Happening;
  scope: string;
}) {
  const { t, language } = visit;
  const date = dateIn(event, scope as Scope);
  const item = itemIn(event, scope as Scope);
  if (date) {
    const { start, end } = timesOf(event, date);
    return <>{span(start, end, language)}</>;
  }
  if (item) {
    const title = pick(item.title, language, event.mainLanguage);
    return <span lang={langOf(title, visit)}>{title.text}</span>;
  }
  return <>{t(what === 'moved' ? 'notice.scope.allDates' : 'notice.scope.event')}</>;
}

function Earlier({ visit, view: { event, earlier } }: PartProps) {
  const { t, language } = visit;
  return (
    <section aria-labelledby="earlier">
      <h2 class="kern-heading-medium" id="earlier">
        {t('notice.earlier')}
      </h2>
      <Table
        caption={t('notice.earlier')}
        rows={earlier}
        keyOf={({ notice }) => notice.id}
        empty=""
        columns={[
          {
            title: t('notice.at'),
            heading: true,
            cell: ({ notice }) => (
              <a class="text-link" href={`/office/events/${event.id}/notice/${notice.id}`}>
                {inTable(notice.sentAt, language, event.timeZone)}
              </a>
            ),
          },
          { title: t('office.change'), cell: ({ notice }) => noticeWords(notice, t).subject },
          {
            title: t('notice.by'),
            cell: ({ by, notice }) => by ?? (notice.actor === 'desk' ? t('notice.by.desk') : '–'),
          },
        ]}
      />
    </section>
  );
}
