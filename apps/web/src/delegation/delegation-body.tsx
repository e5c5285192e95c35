import { moment } from '#language';
import { EventStrip } from '../event/event-strip.js';
import { StatusWord } from '../registration/status-word.js';
import { Alert, ButtonLink, Table, type Visit } from '../view/index.js';
import type { DelegationPageView, SeatLine } from './delegation-view.js';
import { seatName } from './seat-name.js';

interface PartProps {
  visit: Visit;
  view: DelegationPageView;
}

/** A delegation: what was just done, which seats want a name, and everybody in it. */
export function DelegationBody({ visit, view }: PartProps) {
  const { t } = visit;
  return (
    <div class="stack">
      <EventStrip visit={visit} event={view.event} />
      <Done visit={visit} view={view} />
      <NamesWanted visit={visit} view={view} />
      <Waiting visit={visit} view={view} />
      <Seats visit={visit} view={view} />
      {view.registerHref && (
        <div class="actions">
          <ButtonLink icon="add" text={t('delegation.register')} href={view.registerHref} />
        </div>
      )}
    </div>
  );
}

function Done({ visit, view: { done, seats } }: PartProps) {
  const { t } = visit;
  if (!done) return null;
  const count = (...statuses: string[]) => seats.filter(({ status }) => statuses.includes(status)).length;
  const [seated, waiting] = [count('confirmed', 'offered'), count('waitlisted')];
  if (done !== 'registered') {
    return (
      <div role="status">
        <Alert tone="success" title={t(`delegation.done.${done}`)} />
      </div>
    );
  }
  // Only seats are good news.
  const title =
    waiting > 0
      ? t('delegation.done.some', { seated, waiting })
      : t(count('requested', 'unverified') > 0 ? 'delegation.done.requested' : 'delegation.done.seated');
  return (
    <div role="status">
      <Alert tone={waiting > 0 ? 'warning' : 'success'} title={title}>
        <p class="kern-body">{t('delegation.done.text')}</p>
      </Alert>
    </div>
  );
}

function NamesWanted({ visit, view: { unnamed, nameBy } }: PartProps) {
  const { t, language } = visit;
  if (unnamed === 0 || !nameBy) return null;
  return (
    <Alert
      tone="warning"
      title={t('delegation.unnamed.alert', { count: unnamed, moment: moment(nameBy, language) })}
    >
      <p class="kern-body">{t('delegation.unnamed.alert.text', { count: unnamed })}</p>
    </Alert>
  );
}

function Waiting({ visit, view: { seats, heldBack } }: PartProps) {
  const waiting = seats.filter(({ status }) => status === 'waitlisted');
  if (waiting.length === 0) return null;
  const together = waiting.some((seat) => seat.together);
  const usual = visit.t(together ? 'delegation.together.waits' : 'delegation.waits');
  return <p class="kern-body">{heldBack ?? usual}</p>;
}

function Seats({ visit, view }: PartProps) {
  const { t } = visit;
  return (
    <Table
      caption={t('delegation.seats')}
      rows={view.seats}
      keyOf={({ id }) => id}
      empty={t('delegation.none')}
      columns={[
        { title: t('delegation.person'), heading: true, cell: (seat) => seatName(visit, seat) },
        { title: t('delegation.email'), cell: ({ named, email }) => (named ? email : '–') },
        {
          title: t('delegation.status'),
          cell: ({ status, position }) => <StatusWord visit={visit} status={status} position={position} />,
        },
        { title: t('delegation.action'), cell: (seat) => <Action visit={visit} seat={seat} /> },
      ]}
    />
  );
}

function Action({ visit, seat }: { visit: Visit; seat: SeatLine }) {
  const { t } = visit;
  if (!seat.href) return <>–</>;
  // Many links say the same; each says to whoever cannot see the row which seat it means.
  const label = seat.named
    ? t('delegation.change.name', { name: seatName(visit, seat) })
    : t('delegation.nameIt.nth', { reference: seat.reference });
  return (
    <a class="text-link text-link--short" href={seat.href} aria-label={label}>
      {t(seat.named ? 'delegation.change' : 'delegation.nameIt')}
    </a>
  );
}
