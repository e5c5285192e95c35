import { Alert, Button, Document, Field } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { OwnForm } from '../own-form.js';

/** What the door shows. */
export interface SignInView {
  /** Where to go then. */
  next: string;
  email: string;
  /** Why it did not work. */
  refused?: string;
  /** What brought somebody here: they wanted a page, or just left. */
  arrival?: 'needed' | 'left';
}

/** The door of the office. */
export function SignInPage({ visit, view }: { visit: OfficeVisit; view: SignInView }) {
  const { t } = visit;
  const title = t('office.signIn.title');
  return (
    <Document visit={visit} title={view.refused ? t('site.errors.title', { title }) : title} personal>
      <div class="narrow stack">
        <div class="page-head">
          <p class="event-kind">{t('office.title')}</p>
          <h1 class="kern-heading-x-large">{title}</h1>
        </div>
        <Reason visit={visit} view={view} />
        <OwnForm visit={visit} action="/office/sign-in" hidden={{ next: view.next }}>
          <Field
            visit={visit}
            name="email"
            label={t('office.signIn.email')}
            type="email"
            autocomplete="username"
            value={view.email}
          />
          <Field
            visit={visit}
            name="password"
            label={t('office.signIn.password')}
            type="password"
            autocomplete="current-password"
            value=""
            focus={Boolean(view.refused)}
          />
          <div class="actions">
            <Button look="primary" text={t('office.signIn.submit')} />
          </div>
        </OwnForm>
        <p class="kern-body">{t('office.signIn.forgotten')}</p>
      </div>
    </Document>
  );
}

function Reason({ visit, view }: { visit: OfficeVisit; view: SignInView }) {
  const { t } = visit;
  if (view.refused) {
    return (
      <div role="alert">
        <Alert tone="danger" title={view.refused} />
      </div>
    );
  }
  if (view.arrival === 'left') return <Alert tone="success" title={t('office.signIn.left')} />;
  if (view.arrival === 'needed') return <Alert tone="info" title={t('error.signInNeeded')} />;
  return null;
}
