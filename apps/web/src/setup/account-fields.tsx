import { Field, type FieldErrors, type Visit } from '../view/index.js';
import type { AccountInput } from './account-form.js';

/** Name and address of somebody who gets an account. */
export function AccountFields({
  visit,
  input,
  errors,
  own,
}: {
  visit: Visit;
  input: AccountInput;
  errors?: FieldErrors;
  /** Whether it is the account of who fills in the form; then the browser may help. */
  own?: boolean;
}) {
  const { t } = visit;
  return (
    <>
      <Field
        visit={visit}
        name="name"
        label={t('setup.account.name')}
        autocomplete={own ? 'name' : undefined}
        value={input.name}
        errors={errors}
      />
      <Field
        visit={visit}
        name="email"
        label={t('setup.account.email')}
        type="email"
        autocomplete={own ? 'username' : undefined}
        value={input.email}
        errors={errors}
      />
    </>
  );
}
