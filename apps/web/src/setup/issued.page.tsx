import type { Issued } from '#account';
import { Alert, ButtonLink, DescriptionList, Document, Fact, type Visit } from '../view/index.js';

/** An account whose password was made up, and where to go from here. */
export interface IssuedView {
  issued: Issued;
  next: { text: string; href: string };
}

/** Says a password, this once. */
export function IssuedPage({ visit, view }: { visit: Visit; view: IssuedView }) {
  const { t } = visit;
  const { issued, next } = view;
  return (
    <Document visit={visit} title={t('setup.issued')} personal>
      <div class="narrow stack">
        <div class="page-head">
          <p class="event-kind">{t('setup.title')}</p>
          <h1 class="kern-heading-x-large">{t('setup.issued')}</h1>
        </div>
        <Alert tone="warning" title={t('setup.issued.once')} />
        <DescriptionList>
          <Fact term={t('setup.account.name')}>{issued.account.name}</Fact>
          <Fact term={t('setup.account.email')}>{issued.account.email}</Fact>
          <Fact term={t('setup.account.password')}>
            <code>{issued.password}</code>
          </Fact>
        </DescriptionList>
        <div class="actions">
          <ButtonLink look="primary" text={next.text} href={next.href} />
        </div>
      </div>
    </Document>
  );
}
