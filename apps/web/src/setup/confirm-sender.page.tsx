import { Alert, Button, Document, Form, type Visit } from '../view/index.js';

/** What the link in a test mail is about. */
export interface ConfirmSenderView {
  href: string;
  /** Name and address, as in a mail. */
  sender: string;
  confirmed: boolean;
}

/** Asks whether the test mail arrived; opening it changes nothing (rule M3), only its button does. */
export function ConfirmSenderPage({ visit, view }: { visit: Visit; view: ConfirmSenderView }) {
  const { t } = visit;
  const title = t('setup.confirm.title');
  return (
    <Document visit={visit} title={title} personal>
      <div class="narrow stack">
        <h1 class="kern-heading-x-large">{title}</h1>
        {view.confirmed && <Alert tone="success" title={t('setup.sender.confirmed')} />}
        <p class="kern-body kern-body--large">{t('setup.confirm.text', { sender: view.sender })}</p>
        {!view.confirmed && (
          <Form action={view.href}>
            <div class="actions">
              <Button look="primary" text={t('setup.confirm.submit')} />
            </div>
          </Form>
        )}
      </div>
    </Document>
  );
}
