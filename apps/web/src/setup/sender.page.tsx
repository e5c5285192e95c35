import type { Association } from '#association';
import type { MessageLine } from '#mail';
import type { OfficeVisit } from '../office/door/office-visits.service.js';
import { OwnForm } from '../office/own-form.js';
import { Alert, Button, DescriptionList, Fact, Field, type FieldErrors } from '../view/index.js';
import { SETUP } from './setup-controller.js';
import { StepPage } from './step-page.js';

/** The form as typed. */
export interface SenderInput {
  name: string;
  address: string;
  to: string;
}

export interface SenderView {
  inUse: Association['sender'];
  input: SenderInput;
  errors?: FieldErrors;
  /** The latest test mail, if there was one. */
  test?: { to: string; confirmed: boolean; message?: MessageLine };
  /** Whether there is a mail server to send it. */
  hasServer: boolean;
}

const LABELS = ['name', 'address', 'to'] as const;

/** The step that tries the sender of all mails. */
export function SenderPage({ visit, view }: { visit: OfficeVisit; view: SenderView }) {
  const { t } = visit;
  const { inUse, input, errors } = view;
  const fieldProps = (name: (typeof LABELS)[number]) => ({
    visit,
    name,
    label: t(`setup.sender.${name}`),
    value: input[name],
    errors,
  });
  return (
    <StepPage
      visit={visit}
      step="sender"
      errors={errors}
      labelOf={(name) => t(`setup.sender.${LABELS.find((known) => known === name) ?? 'name'}`)}
    >
      <p class="kern-body kern-body--large">{t('setup.sender.text')}</p>
      <TestState visit={visit} view={view} />
      <DescriptionList>
        <Fact term={t('setup.sender.inUse')}>{`${inUse.name} <${inUse.address}>`}</Fact>
      </DescriptionList>
      <OwnForm visit={visit} action={`${SETUP}/sender`}>
        <Field {...fieldProps('name')} hint={t('setup.sender.name.hint')} />
        <Field {...fieldProps('address')} type="email" />
        <Field {...fieldProps('to')} type="email" hint={t('setup.sender.to.hint')} />
        <div class="actions">
          <Button look="primary" text={t('setup.sender.submit')} />
        </div>
      </OwnForm>
    </StepPage>
  );
}

function TestState({ visit, view: { test, hasServer } }: { visit: OfficeVisit; view: SenderView }) {
  const { t } = visit;
  if (test?.confirmed) return <Alert tone="success" title={t('setup.sender.confirmed')} />;
  if (!hasServer) {
    return (
      <Alert tone="danger" title={t('setup.sender.held')}>
        <p class="kern-body">{t('setup.sender.held.text')}</p>
      </Alert>
    );
  }
  if (!test) return null;
  const { to: address, message } = test;
  if (message?.status === 'failed') {
    return (
      <Alert tone="danger" title={t('setup.sender.failed', { address })}>
        <p class="kern-body">{message.answer}</p>
      </Alert>
    );
  }
  return (
    <Alert tone="info" title={t('setup.sender.waiting', { address })}>
      <p class="kern-body">{t('setup.sender.waiting.text')}</p>
      {message?.answer && <p class="kern-body">{message.answer}</p>}
    </Alert>
  );
}
