import { Button, ButtonLink, Checkboxes, type FieldErrors, TextArea } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import type { ActingInput } from './acting.js';

export interface ActingFieldsProps {
  visit: OfficeVisit;
  input: ActingInput;
  errors: FieldErrors;
  needsReason?: boolean;
  /** The reason stands in the mail as well. */
  tellsReason?: boolean;
  /** Nobody is told anyway. */
  noMail?: boolean;
}

/** Why, and whether the person gets a mail about it. */
export function ActingFields({ visit, input, errors, needsReason, tellsReason, noMail }: ActingFieldsProps) {
  const { t } = visit;
  return (
    <>
      <TextArea
        visit={visit}
        name="reason"
        label={t(tellsReason ? 'desk.message' : 'office.reason')}
        hint={t(tellsReason ? 'desk.message.hint' : 'desk.reason.hint')}
        value={input.reason}
        rows={3}
        errors={errors}
        optional={!needsReason}
      />
      {!noMail && <MailBox visit={visit} input={input} />}
    </>
  );
}

/** How a form that changes somebody's registration ends: why, whether they are told, and the way back. */
export function ActingEnd({ back, ...acting }: ActingFieldsProps & { back: string }) {
  const { t } = acting.visit;
  return (
    <>
      <ActingFields {...acting} />
      <div class="actions">
        <Button look="primary" text={t('directory.save')} />
        <ButtonLink text={t('office.back')} href={back} />
      </div>
    </>
  );
}

/** Whether the person is told; ticked where nobody has said otherwise. */
export function MailBox({ visit: { t }, input }: Pick<ActingFieldsProps, 'visit' | 'input'>) {
  return (
    <Checkboxes
      name="mail"
      legend={t('desk.mail')}
      choices={[{ value: '1', text: t('desk.mail.send') }]}
      checked={input.mail ? ['1'] : []}
    />
  );
}
