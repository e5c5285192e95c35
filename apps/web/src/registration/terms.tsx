import { dividedSentences } from '../event/divided.js';
import { type EventBrief, wayIn } from '../event/event-brief.js';
import { Alert, type Visit } from '../view/index.js';

/** What comes of registering now, where that is not simply a seat. */
export function Terms({ visit, event }: { visit: Visit; event: EventBrief }) {
  const { t } = visit;
  const way = wayIn(event);
  return (
    <>
      {way === 'waiting' && (
        <Alert tone="warning" title={t('register.waiting')}>
          <p class="kern-body">
            {t(event.entry?.offers ? 'register.waiting.offer' : 'register.waiting.text')}
          </p>
        </Alert>
      )}
      {(way === 'request' || way === 'late') && (
        <Alert tone="info" title={t(`register.${way}.title`)}>
          <p class="kern-body">{t(`register.${way}.text`)}</p>
        </Alert>
      )}
      {dividedSentences(visit, event).map((sentence) => (
        <p class="kern-body" key={sentence}>
          {sentence}
        </p>
      ))}
      {event.entry?.confirmsAddress && (
        <Alert tone="info" title={t('register.confirms')}>
          <p class="kern-body">{t('register.confirms.text')}</p>
        </Alert>
      )}
    </>
  );
}
