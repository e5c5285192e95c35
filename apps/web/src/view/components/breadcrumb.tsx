import type { Visit } from '../visit.js';

export interface Crumb {
  text: string;
  href: string;
  lang?: string;
}

/** The way from the first page to here, without the page itself. */
export function Breadcrumb({ visit, crumbs }: { visit: Visit; crumbs: Crumb[] }) {
  return (
    <nav class="breadcrumb" aria-label={visit.t('site.breadcrumb')}>
      <ol>
        {crumbs.map(({ text, href, lang }) => (
          <li key={href}>
            <a class="kern-link kern-link--small kern-link--no-visited-state" href={href} lang={lang}>
              {text}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
