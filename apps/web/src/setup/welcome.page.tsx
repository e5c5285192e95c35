import { Button, Document, ErrorSummary, Field, type FieldErrors, Form, type Visit } from '../view/index.js';
import { AccountFields } from './account-fields.js';
import type { AccountInput } from './account-form.js';

/** What the one-time link opens. */
export interface WelcomeView {
  /** This page, where the form goes too. */
  href: string;
  input: AccountInput;
  errors?: FieldErrors;
}

/** The first step of the set-up: the account of whoever has the one-time link. */
export function WelcomePage({ visit, view }: { visit: Visit; view: WelcomeView }) {
  const { t } = visit;
  const { href, input, errors } = view;
  const title = t('setup.welcome');
  return (
    <Document visit={visit} title={errors ? t('site.errors.title', { title }) : title} personal>
      <div class="narrow stack">
        <div class="page-head">
          <p class="event-kind">{t('setup.title')}</p>
          <h1 class="kern-heading-x-large">{title}</h1>
        </div>
        <ErrorSummary visit={visit} errors={errors ?? {}} labelOf={(name) => t(labelOf(name))} />
        <p class="kern-body kern-body--large">{t('setup.welcome.text')}</p>
        <Form action={href}>
          <AccountFields visit={visit} input={input} errors={errors} own />
          <Field
            visit={visit}
            name="password"
            label={t('setup.account.password')}
            hint={t('setup.account.password.hint')}
            type="password"
            autocomplete="new-password"
            value=""
            errors={errors}
            optional
          />
          <Field
            visit={visit}
            name="repeat"
            label={t('setup.account.repeat')}
            type="password"
            autocomplete="new-password"
            value=""
            errors={errors}
            optional
          />
          <div class="actions">
            <Button look="primary" text={t('setup.account.submit')} turbo={false} />
          </div>
        </Form>
      </div>
    </Document>
  );
}

const LABELS = ['name', 'email', 'password', 'repeat'] as const;

const labelOf = (name: string) =>
  `setup.account.${LABELS.find((known) => known === name) ?? 'name'}` as const;
