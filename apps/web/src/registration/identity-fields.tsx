import { Field, type FieldErrors, type Visit } from '../view/index.js';
import type { IdentityInput } from './identity.js';

export interface IdentityFieldsProps {
  visit: Visit;
  typed: IdentityInput;
  errors: FieldErrors;
  /** Somebody else's: then the browser must not fill in one's own. */
  others?: boolean;
}

/** Who comes: name, address and organization of one person. */
export function IdentityFields({ visit, typed, errors, others }: IdentityFieldsProps) {
  const { t } = visit;
  const common = (name: keyof IdentityInput, autocomplete: string) => ({
    visit,
    name,
    label: t(`register.${name}`),
    value: typed[name],
    errors,
    autocomplete: others ? undefined : autocomplete,
  });
  return (
    <>
      <div class="person__names">
        <Field {...common('firstName', 'given-name')} />
        <Field {...common('lastName', 'family-name')} />
      </div>
      <Field {...common('email', 'email')} type="email" />
      <Field {...common('organization', 'organization')} optional />
    </>
  );
}
