import type { MessageKey } from '#language';
import { Paragraphs, type Visit } from '../view/index.js';
import type { RegistrationView } from './registration-view.js';
import type { RegistrationStatus } from './status.js';

/** Whether a registration has come to its end. */
export const hasEnded = (status: RegistrationStatus): boolean =>
  status === 'cancelled' || status === 'declined' || status === 'expired';

/** Why a registration has ended, kindly, and the way forward. */
export function Ending({ visit, view }: { visit: Visit; view: RegistrationView }) {
  const { t, language } = visit;
  const { status, message, canReturn, event } = view;
  const reason = reasonOf(view);
  return (
    <>
      {message && <Paragraphs visit={visit} text={{ text: message, language }} />}
      {reason && <p class="kern-body">{t(reason)}</p>}
      {canReturn && (
        <p class="kern-body">
          {t(returnOf(view))}{' '}
          <a class="text-link" href={`${event.href}/register`}>
            {t('event.register')}
          </a>
        </p>
      )}
      {!canReturn && status !== 'cancelled' && <AskOffice visit={visit} />}
    </>
  );
}

/** Whom to write to where one cannot help oneself. */
export function AskOffice({ visit: { t, site } }: { visit: Visit }) {
  return (
    <p class="kern-body">
      {t('registration.office')}{' '}
      {site.email && (
        <a class="text-link" href={`mailto:${site.email}`}>
          {site.email}
        </a>
      )}
    </p>
  );
}

// Whoever let an offer pass has lost the position as well.
function returnOf({ status, lapsedFrom }: RegistrationView): MessageKey {
  if (status === 'cancelled') return 'registration.again';
  return lapsedFrom === 'offered' ? 'registration.return.offered' : 'registration.return';
}

function reasonOf({ status, lapsedFrom }: RegistrationView): MessageKey | undefined {
  if (status === 'declined') return 'registration.declined.text';
  if (status !== 'expired') return undefined;
  return lapsedFrom === 'offered' || lapsedFrom === 'requested' || lapsedFrom === 'unverified'
    ? `registration.expired.${lapsedFrom}`
    : 'registration.expired.text';
}
