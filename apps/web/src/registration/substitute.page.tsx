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

/** The form that names who comes instead. */
export interface SubstituteView {
  own: RegistrationView;
  typed: IdentityInput;
  errors: FieldErrors;
  /** What was refused as a whole, in a sentence. */
  refused?: string;
}

/** Asks who comes instead; the place, be it in the line, goes to that person. */
export function SubstitutePage({ visit, view }: { visit: Visit; view: SubstituteView }) {
  const { t } = visit;
  const { own, typed, errors, refused } = view;
  const wrong = Object.keys(errors).length > 0 || refused;
  const waits = own.status === 'waitlisted';
  const name = t(waits ? 'substitute.title.waiting' : 'substitute.title');
  const title = `${name}${t('site.colon')} ${own.event.title.text}`;
  return (
    <Document
      visit={visit}
      title={wrong ? t('site.errors.title', { title }) : title}
      crumbs={[{ text: t('registration.title'), href: own.href }]}
      personal
    >
      <div class="narrow stack">
        <div class="page-head">
          <h1 class="kern-heading-x-large">{name}</h1>
          <EventStrip visit={visit} event={own.event} />
        </div>
        <Refused text={refused} />
        <ErrorSummary visit={visit} errors={errors} labelOf={(name) => labelOf(visit, name)} />
        <p class="kern-body">
          {t(waits ? 'substitute.text.waiting' : 'substitute.text', { name: own.name })}
        </p>
        <p class="kern-body">{t('register.required')}</p>
        <Form action={`${own.href}/substitute`}>
          <IdentityFields visit={visit} typed={typed} errors={errors} others />
          <div class="actions">
            {/* The answer is a page: the link that leads here opens nothing afterwards. */}
            <Button look="primary" text={name} turbo={false} />
            <ButtonLink text={t('change.back')} href={own.href} />
          </div>
        </Form>
      </div>
    </Document>
  );
}

function labelOf({ t }: Visit, name: string): string {
  const field = IDENTITY_FIELDS.find((one) => one === name);
  return t(field ? `register.${field}` : 'substitute.title');
}
