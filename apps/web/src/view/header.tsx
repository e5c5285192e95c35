import { LANGUAGES } from '#language';
import { inLanguage } from './address.js';
import { langOf } from './shown.js';
import type { Visit } from './visit.js';

/** The part of the pages that the main navigation marks as the current one. */
export type Section = 'programme' | 'month';

/** The association's name, the main navigation and the choice of language. */
export function Header({ visit, section }: { visit: Visit; section?: Section }) {
  const { site, t } = visit;
  return (
    <header class="site-header">
      {visit.demo && <p class="demo-banner kern-body kern-body--small">{t('site.demo')}</p>}
      <div class="page-width site-header__row">
        <a class="site-name" href="/">
          <span class="site-name__short">{site.shortName}</span>
          <span class="site-name__long" lang={langOf(site.name, visit)}>
            {site.name.text}
          </span>
        </a>
        <LanguageSwitch visit={visit} />
        <nav class="site-nav" aria-label={t('site.nav')}>
          <ul>
            <NavLink href="/" text={t('site.programme')} current={section === 'programme'} />
            <NavLink href="/?view=month" text={t('site.calendar')} current={section === 'month'} />
          </ul>
        </nav>
      </div>
    </header>
  );
}

function NavLink({ href, text, current }: { href: string; text: string; current: boolean }) {
  return (
    <li>
      <a class="site-nav__link" href={href} aria-current={current ? 'page' : undefined}>
        {text}
      </a>
    </li>
  );
}

function LanguageSwitch({ visit }: { visit: Visit }) {
  return (
    <nav class="language-switch" aria-label={visit.t('site.language')}>
      <ul>
        {LANGUAGES.map((language) => (
          <li key={language}>
            <a
              class="language-switch__link"
              href={inLanguage(visit.address, language)}
              lang={language}
              hreflang={language}
              aria-current={language === visit.language ? 'true' : undefined}
            >
              {visit.t(`language.${language}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
