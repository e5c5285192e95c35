import type { SeenWorker } from '#jobs';
import type { MessageStatus } from '#mail';
import { Alert } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { inTable } from '../moment.js';

/** How the house is doing. */
export interface BoardView {
  workers: SeenWorker[];
  mails: Record<MessageStatus, number>;
  /** Whether who reads this should be reminded of the set-up. */
  setupOpen: boolean;
}

/** Says whether mail moves, and what the office must look at. */
export function Board({ visit, view }: { visit: OfficeVisit; view: BoardView }) {
  const { t, language } = visit;
  const { workers, mails, setupOpen } = view;
  const [latest] = workers;
  const waiting = mails.queued + mails.sending;
  const alive = workers.some((worker) => worker.alive);
  return (
    <section class="office-board" aria-label={t('office.board')}>
      {alive && visit.heldMails === undefined && (
        <p class="kern-body">
          {t('office.board.alive')}{' '}
          <Mails status="queued" text={t('office.board.waiting', { count: waiting })} />
        </p>
      )}
      {!alive && (
        <Alert tone="danger" title={t('office.board.stopped', { count: waiting })}>
          <p class="kern-body">
            {latest
              ? t('office.board.seen', { moment: inTable(latest.seenAt, language) })
              : t('office.board.never')}
          </p>
        </Alert>
      )}
      {setupOpen && (
        <Alert tone="warning" title={t('setup.unfinished')}>
          <p class="kern-body">
            <a class="text-link" href="/office/setup">
              {t('setup.continue')}
            </a>
          </p>
        </Alert>
      )}
      {/* Where no mail server is set, every page says so already. */}
      {mails.held > 0 && visit.heldMails === undefined && (
        <Alert tone="danger" title={t('office.board.held', { count: mails.held })}>
          <p class="kern-body">
            <Mails status="held" text={t('office.board.look')} />
          </p>
        </Alert>
      )}
      {mails.failed > 0 && (
        <Alert tone="warning" title={t('office.board.failed', { count: mails.failed })}>
          <p class="kern-body">
            <Mails status="failed" text={t('office.board.look')} />
          </p>
        </Alert>
      )}
    </section>
  );
}

function Mails({ status, text }: { status: MessageStatus; text: string }) {
  return (
    <a class="text-link" href={`/office/messages?status=${status}`}>
      {text}
    </a>
  );
}
