import type { EventKind } from '#event';
import type { Visit } from '../view/index.js';
import { FeedAddress } from './feed-address.js';

export interface SubscribeProps {
  visit: Visit;
  /** The feed's complete https address, without a language. */
  feed: string;
  kind?: EventKind;
}

/** How the programme comes into one's own calendar and stays up to date there. */
export function Subscribe({ visit, feed, kind }: SubscribeProps) {
  const { t } = visit;
  const title = kind ? t('feed.title.kind', { kind: t(`kind.${kind}`) }) : t('feed.title');
  return <FeedAddress visit={visit} feed={feed} title={title} text={t('feed.text')} />;
}
