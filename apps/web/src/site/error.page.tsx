import type { MessageKey } from '#language';
import { ButtonLink, Document, type Visit } from '../view/index.js';

/** What went wrong, for people. */
export interface ErrorView {
  /** The HTTP status of the answer. */
  status: number;
  /** The sentence of what was refused, where there is one. */
  message?: string;
}

/** One page for everything that cannot be shown: what happened, and where to go from here. */
export function ErrorPage({ visit, view }: { visit: Visit; view: ErrorView }) {
  const { t, site } = visit;
  const title = t(titleOf(view.status));
  const [before, after] = t('site.error.help', { contact: '|' }).split('|');
  return (
    <Document visit={visit} title={title} personal>
      <div class="narrow stack">
        <div class="page-head">
          <p class="event-kind">{t('site.error.code', { status: view.status })}</p>
          <h1 class="kern-heading-x-large">{title}</h1>
          {view.message && <p class="kern-body kern-body--large">{view.message}</p>}
        </div>
        {site.email && (
          <p class="kern-body">
            {before}
            <a class="text-link" href={`mailto:${site.email}`}>
              {site.email}
            </a>
            {after}
          </p>
        )}
        <div class="actions">
          <ButtonLink look="primary" text={t('site.toProgramme')} href="/" />
        </div>
      </div>
    </Document>
  );
}

const TITLES = [400, 401, 403, 404, 409, 410, 413, 422, 429, 500, 503] as const;

/** The title of a status; one without its own is called by its hundred. */
function titleOf(status: number): MessageKey {
  const known = TITLES.find((title) => title === status);
  return `site.error.${known ?? (status < 500 ? 400 : 500)}`;
}
