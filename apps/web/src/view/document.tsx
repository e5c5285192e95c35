import type { ComponentChildren } from 'preact';
import { assetUrl, fontUrl } from './assets.js';
import { Breadcrumb, type Crumb } from './components/breadcrumb.js';
import { Footer } from './footer.js';
import { Header, type Section } from './header.js';
import type { Visit } from './visit.js';

export interface DocumentProps {
  visit: Visit;
  /** What this page is, for the browser's tab; the association's name is added. */
  title: string;
  section?: Section;
  crumbs?: Crumb[];
  /** For pages behind a secret link or with somebody's input: not for search engines, nor for Turbo's memory. */
  personal?: boolean;
  /** Stands above the main part: who is signed in, for example. */
  bar?: ComponentChildren;
  children: ComponentChildren;
}

/** The shell of every page: head, skip link, header, one main part, footer. */
export function Document({ visit, title, section, crumbs, personal, bar, children }: DocumentProps) {
  return (
    <html lang={visit.language}>
      <Head visit={visit} title={title} personal={personal} />
      <body class="page">
        <a class="skip-link" href="#main">
          {visit.t('site.skip')}
        </a>
        <Header visit={visit} section={section} />
        <div class="page-width page-body">
          {bar}
          {crumbs && <Breadcrumb visit={visit} crumbs={crumbs} />}
          <main id="main" tabindex={-1}>
            {children}
          </main>
        </div>
        <Footer visit={visit} />
      </body>
    </html>
  );
}

function Head({ visit, title, personal }: Pick<DocumentProps, 'visit' | 'title' | 'personal'>) {
  return (
    <head>
      <meta charset="utf-8" />
      <title>{`${title} – ${visit.site.shortName}`}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      {/* Following a link with the pointer is not a wish to open it. */}
      <meta name="turbo-prefetch" content="false" />
      {personal && <meta name="turbo-cache-control" content="no-cache" />}
      {personal && <meta name="robots" content="noindex" />}
      <link
        rel="preload"
        href={fontUrl('FiraSans-Regular.woff2')}
        as="font"
        type="font/woff2"
        crossorigin="anonymous"
      />
      <link
        rel="preload"
        href={fontUrl('FiraSans-SemiBold.woff2')}
        as="font"
        type="font/woff2"
        crossorigin="anonymous"
      />
      <link rel="stylesheet" href={assetUrl('kern.css')} data-turbo-track="reload" />
      <link rel="stylesheet" href={assetUrl('plenum.css')} data-turbo-track="reload" />
      <link rel="icon" href={assetUrl('icon.svg')} type="image/svg+xml" />
      <script type="module" src={assetUrl('plenum.js')} data-turbo-track="reload" />
    </head>
  );
}
