import { ButtonLink, Disclosure, type Visit } from '../view/index.js';

interface FeedAddressProps {
  visit: Visit;
  /** The feed's complete https address, without a language. */
  feed: string;
  title: string;
  text: string;
}

/** How a feed comes into one's own calendar and stays up to date there. */
export function FeedAddress({ visit, feed, title, text }: FeedAddressProps) {
  const { t, language } = visit;
  const url = new URL(feed);
  url.searchParams.set('lang', language);
  return (
    <div class="subscribe">
      <Disclosure title={title}>
        <p class="kern-body">{text}</p>
        <div class="kern-form-input">
          <label class="kern-label" for="feed">
            {t('feed.address')}
          </label>
          <input class="kern-form-input__input" id="feed" type="text" value={url.href} readOnly />
        </div>
        <div class="actions">
          <ButtonLink
            text={t('feed.open')}
            icon="calendar-today"
            href={url.href.replace(/^https?:/, 'webcal:')}
            download
          />
          <ButtonLink text={t('feed.download')} look="tertiary" icon="download" href={url.href} download />
        </div>
      </Disclosure>
    </div>
  );
}
