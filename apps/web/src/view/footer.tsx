import { langOf } from './shown.js';
import type { Visit } from './visit.js';

/** Who is responsible, and the pages that must be reachable from everywhere (rules P1 and P4). */
export function Footer({ visit }: { visit: Visit }) {
  const { site, t } = visit;
  return (
    <footer class="site-footer">
      <div class="page-width site-footer__row">
        <div class="site-footer__about">
          <p class="kern-body kern-body--small kern-body--bold" lang={langOf(site.name, visit)}>
            {site.name.text}
          </p>
          {site.postal?.map((line) => (
            <p class="kern-body kern-body--small" key={line}>
              {line}
            </p>
          ))}
          {site.email && (
            <p class="kern-body kern-body--small">
              <a class="text-link" href={`mailto:${site.email}`}>
                {site.email}
              </a>
            </p>
          )}
        </div>
        <nav class="site-footer__links" aria-label={t('site.footer')}>
          <ul>
            <FooterLink href="/my" text={t('my.title')} />
            <FooterLink href="/office" text={t('office.title')} />
            <FooterLink href="/imprint" text={t('site.imprint')} />
            <FooterLink href="/privacy" text={t('site.privacy')} />
            <FooterLink href="/accessibility" text={t('site.accessibility')} />
            <FooterLink href="/accessibility#report" text={t('site.barrier')} />
          </ul>
        </nav>
        <p class="site-footer__product kern-body kern-body--small kern-body--muted">{t('site.product')}</p>
      </div>
    </footer>
  );
}

function FooterLink({ href, text }: { href: string; text: string }) {
  return (
    <li>
      <a class="kern-link kern-link--small kern-link--no-visited-state" href={href}>
        {text}
      </a>
    </li>
  );
}
