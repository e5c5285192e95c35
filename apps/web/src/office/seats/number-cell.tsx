import { errorId, FieldError } from '../../view/components/field.js';
import type { FieldErrors } from '../../view/index.js';

export interface NumberCellProps {
  name: string;
  /** Says to whoever cannot see the table which number it is. */
  label: string;
  value: string;
  errors: FieldErrors;
}

/** A number to fill in within a table: row and column say what it is. */
export function NumberCell({ name, label, value, errors }: NumberCellProps) {
  const wrong = Boolean(errors[name]);
  return (
    <div class={`kern-form-input${wrong ? ' kern-form-input--error' : ''}`}>
      <input
        class={`kern-form-input__input${wrong ? ' kern-form-input__input--error' : ''}`}
        id={name}
        name={name}
        type="text"
        inputmode="numeric"
        value={value}
        autocomplete="off"
        size={6}
        aria-label={label}
        aria-invalid={wrong ? 'true' : undefined}
        aria-describedby={wrong ? errorId(name) : undefined}
      />
      <FieldError name={name} errors={errors} />
    </div>
  );
}
