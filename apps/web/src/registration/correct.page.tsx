import { EventStrip } from '../event/event-strip.js';
import {
  Button,
  ButtonLink,
  Document,
  ErrorSummary,
  type FieldErrors,
  Form,
  Refused,
  type Visit,
} from '../view/index.js';
import { IDENTITY_FIELDS, type IdentityInput } from './identity.js';
import { IdentityFields } from './identity-fields.js';
import type { RegistrationView } from './registration-view.js';

/** The form that corrects name and address. */
export interface CorrectView {
  own: RegistrationView;
  typed: IdentityInput;
  errors: FieldErrors;
  /** What was refused as a whole, in a sentence. */
  refused?: string;
}

/** Name and address of the same person, to be corrected. */
export function CorrectPage({ visit, view }: { visit: Visit; view: CorrectView }) {
  const { t } = visit;
  const { own, typed, errors, refused } = view;
  const wrong = Object.keys(errors).length > 0 || refused;
  const title = `${t('change.identity')}${t('site.colon')} ${own.event.title.text}`;
  return (
    <Document
      visit={visit}
      title={wrong ? t('site.errors.title', { title }) : title}
      crumbs={[{ text: t('registration.title'), href: own.href }]}
      personal
    >
      <div class="narrow stack">
        <div class="page-head">
          <h1 class="kern-heading-x-large">{t('change.identity')}</h1>
          <EventStrip visit={visit} event={own.event} />
        </div>
        <Refused text={refused} />
        <ErrorSummary visit={visit} errors={errors} labelOf={(name) => labelOf(visit, name)} />
        <p class="kern-body">{t('change.identity.text')}</p>
        <p class="kern-body">{t('register.required')}</p>
        <Form action={`${own.href}/correct`}>
          <IdentityFields visit={visit} typed={typed} errors={errors} />
          <div class="actions">
            {/* The answer may be a page: a new address has a link of its own, and this one opens nothing then. */}
            <Button look="primary" text={t('change.identity.submit')} turbo={false} />
            <ButtonLink text={t('change.back')} href={own.href} />
          </div>
        </Form>
      </div>
    </Document>
  );
}

function labelOf({ t }: Visit, name: string): string {
  const field = IDENTITY_FIELDS.find((one) => one === name);
  return t(field ? `register.${field}` : 'change.identity');
}
