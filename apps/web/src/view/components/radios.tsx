import { errorId, FieldError, type FieldErrors } from './field.js';

export interface RadiosProps {
  /** The first choice carries it as its id, so that an error summary can link to it. */
  name: string;
  legend: string;
  value: string;
  choices: { value: string; text: string; hint?: string }[];
  errors?: FieldErrors;
}

/** A choice between few things, all of them shown. */
export function Radios({ name, legend, value, choices, errors }: RadiosProps) {
  const wrong = Boolean(errors?.[name]);
  return (
    <fieldset
      class={`kern-fieldset${wrong ? ' kern-fieldset--error' : ''}`}
      aria-describedby={wrong ? errorId(name) : undefined}
    >
      <legend class="kern-label">{legend}</legend>
      <div class="kern-fieldset__body">
        {choices.map((choice, index) => {
          const id = index === 0 ? name : `${name}.${choice.value}`;
          return (
            <div class="kern-form-check" key={choice.value}>
              <input
                class={`kern-form-check__radio${wrong ? ' kern-form-check__radio--error' : ''}`}
                id={id}
                name={name}
                type="radio"
                value={choice.value}
                checked={choice.value === value}
                required
              />
              <label class="kern-label" for={id}>
                {choice.text}
                {choice.hint && <span class="choice-hint"> {choice.hint}</span>}
              </label>
            </div>
          );
        })}
      </div>
      <FieldError name={name} errors={errors} />
    </fieldset>
  );
}
