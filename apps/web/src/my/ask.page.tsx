import {
  Alert,
  Button,
  Document,
  ErrorSummary,
  Field,
  type FieldErrors,
  Form,
  Refused,
  type Visit,
} from '../view/index.js';

/** The door as it stands. */
export interface AskView {
  email: string;
  sent?: boolean;
  error?: string;
  /** Why nothing was sent. */
  refused?: string;
}

/** The door: the link comes by mail. What it answers does not depend on whether the address is known. */
export function AskPage({ visit, view }: { visit: Visit; view: AskView }) {
  const { t } = visit;
  const title = t('my.title');
  const errors: FieldErrors = view.error ? { email: view.error } : {};
  return (
    <Document
      visit={visit}
      title={view.error || view.refused ? t('site.errors.title', { title }) : title}
      personal
    >
      <div class="narrow stack">
        <div class="page-head">
          <h1 class="kern-heading-x-large">{title}</h1>
        </div>
        <Refused text={view.refused} />
        {view.sent && (
          <div role="status">
            <Alert tone="success" title={t('my.sent')}>
              <p class="kern-body">{t('my.sent.text')}</p>
            </Alert>
          </div>
        )}
        <ErrorSummary visit={visit} errors={errors} labelOf={() => t('my.email')} />
        <p class="kern-body kern-body--large">{t('my.ask.text')}</p>
        <Form action="/my">
          <Field
            visit={visit}
            name="email"
            label={t('my.email')}
            type="email"
            autocomplete="email"
            value={view.email}
            errors={errors}
          />
          <div class="actions">
            <Button look="primary" icon="mail" text={t('my.ask.submit')} />
          </div>
        </Form>
        <p class="kern-body">{t('my.ask.registered')}</p>
      </div>
    </Document>
  );
}
