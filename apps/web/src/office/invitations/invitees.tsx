import { Button, Disclosure } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { OwnForm } from '../own-form.js';

interface InviteesProps {
  visit: OfficeVisit;
  invitees: readonly { email: string; firstName: string; lastName: string }[];
  /** Where the form is sent, and what it carries along. */
  action: string;
  hidden: Record<string, string>;
}

/** Those who would get an invitation, and the button that sends it; nothing where there is nobody. */
export function Invitees({ visit, invitees, action, hidden }: InviteesProps) {
  const { t } = visit;
  if (invitees.length === 0) return null;
  return (
    <>
      <OwnForm visit={visit} action={action} hidden={hidden}>
        <div class="actions">
          <Button look="primary" icon="mail" text={t('office.invite.submit', { count: invitees.length })} />
        </div>
      </OwnForm>
      <Disclosure title={t('office.invite.list')}>
        <ul class="kern-list kern-list--bullet">
          {invitees.map((one) => (
            <li key={`${one.email} ${one.lastName}`}>
              {one.firstName} {one.lastName}, <span class="address">{one.email}</span>
            </li>
          ))}
        </ul>
      </Disclosure>
    </>
  );
}
