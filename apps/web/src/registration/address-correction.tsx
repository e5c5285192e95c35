import { Button, Disclosure, Field, Form, type Visit } from '../view/index.js';
import type { Correction } from './outcome-view.js';

/** The element of a person's corrected address; several such forms stand on one page. */
export const correctionField = (index: number): string => `people.${index}.email`;

export interface AddressCorrectionProps {
  visit: Visit;
  name: string;
  index: number;
  correction: Correction;
}

/** A small form for a mistyped address; it posts the new one as `people.<index>.email`. */
export function AddressCorrection({ visit, name, index, correction }: AddressCorrectionProps) {
  const { t } = visit;
  const { action, hidden, typed, error } = correction;
  const field = correctionField(index);
  return (
    <Disclosure title={t('outcome.correct')} open={Boolean(error)}>
      <Form action={action} hidden={hidden}>
        <Field
          visit={visit}
          name={field}
          label={t('outcome.correct.label', { name })}
          type="email"
          value={typed ?? ''}
          errors={error ? { [field]: error } : {}}
        />
        <div class="actions">
          <Button text={t('outcome.correct.submit')} icon="mail" />
        </div>
      </Form>
    </Disclosure>
  );
}
