import type { ComponentChildren } from 'preact';
import type { Visit } from '../visit.js';
import { Icon } from './icon.js';

/** Sentences by the name of the field they are about. */
export type FieldErrors = Readonly<Record<string, string>>;

interface Labelled {
  visit: Visit;
  /** Also the element's id, so that an error summary can link to it. */
  name: string;
  label: string;
  hint?: string;
  errors?: FieldErrors;
  optional?: boolean;
}

export interface FieldProps extends Labelled {
  value: string;
  type?: 'text' | 'email' | 'search' | 'password' | 'date' | 'time';
  /** What the browser may fill in (WCAG 1.3.5). */
  autocomplete?: string;
  focus?: boolean;
  /** The id of {@link Suggestions} to choose from; anything else may be typed. */
  list?: string;
}

/** A line to fill in, with its label, hint and error. */
export function Field({ type, value, autocomplete, focus, list, ...given }: FieldProps) {
  // Nobody needs to be told that a search may stay empty.
  const field = type === 'search' ? { ...given, optional: undefined } : given;
  const { name, errors } = field;
  const { optional } = given;
  return (
    <Frame {...field}>
      <input
        class={`kern-form-input__input${errors?.[name] ? ' kern-form-input__input--error' : ''}`}
        id={name}
        name={name}
        // Preact's types part inputs by the roles they may have; none is given here.
        type={(type ?? 'text') as 'text'}
        value={value}
        list={list}
        autocomplete={autocomplete ?? 'off'}
        required={!optional}
        aria-invalid={errors?.[name] ? 'true' : undefined}
        aria-describedby={describedBy(field)}
        // Only where somebody has just asked for this field.
        autofocus={focus}
      />
    </Frame>
  );
}

export interface TextAreaProps extends Labelled {
  value: string;
  rows?: number;
}

/** A text of several lines to fill in. */
export function TextArea({ value, rows, ...field }: TextAreaProps) {
  const { name, errors, optional } = field;
  return (
    <Frame {...field}>
      <textarea
        class={`kern-form-input__input${errors?.[name] ? ' kern-form-input__input--error' : ''}`}
        id={name}
        name={name}
        rows={rows ?? 4}
        required={!optional}
        aria-invalid={errors?.[name] ? 'true' : undefined}
        aria-describedby={describedBy(field)}
      >
        {value}
      </textarea>
    </Frame>
  );
}

/** Values that fields with this `list` offer while somebody types. */
export function Suggestions({ id, values }: { id: string; values: readonly string[] }) {
  return (
    <datalist id={id}>
      {values.map((value) => (
        <option value={value} key={value} />
      ))}
    </datalist>
  );
}

/** A file to choose; its form must say `carriesFile`. */
export function FileField({ accept, ...field }: Labelled & { accept: string }) {
  const { name, errors } = field;
  return (
    <Frame {...field}>
      <input
        class={`kern-form-input__input${errors?.[name] ? ' kern-form-input__input--error' : ''}`}
        id={name}
        name={name}
        type="file"
        accept={accept}
        required
        aria-invalid={errors?.[name] ? 'true' : undefined}
        aria-describedby={describedBy(field)}
      />
    </Frame>
  );
}

export interface SelectProps extends Labelled {
  value: string;
  choices: { value: string; text: string }[];
  /** What stands there while nothing is chosen. */
  empty: string;
}

/** A choice from a list that is too long to show. */
export function Select({ value, choices, empty, ...field }: SelectProps) {
  const { name, errors, optional } = field;
  return (
    <Frame {...field}>
      <div class="kern-form-input__select-wrapper">
        <select
          class={`kern-form-input__select${errors?.[name] ? ' kern-form-input__select--error' : ''}`}
          id={name}
          name={name}
          required={!optional}
          aria-invalid={errors?.[name] ? 'true' : undefined}
          aria-describedby={describedBy(field)}
        >
          <option value="">{empty}</option>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value} selected={choice.value === value}>
              {choice.text}
            </option>
          ))}
        </select>
      </div>
    </Frame>
  );
}

/** What is wrong with a field, in a sentence beside it. */
export function FieldError({ name, errors }: { name: string; errors?: FieldErrors }) {
  const text = errors?.[name];
  if (!text) return null;
  return (
    <p class="kern-error" id={errorId(name)}>
      <Icon name="danger" />
      <span class="kern-body">{text}</span>
    </p>
  );
}

export const errorId = (name: string): string => `${name}.error`;

function Frame({ children, ...field }: Labelled & { children: ComponentChildren }) {
  const { visit, name, label, hint, errors, optional } = field;
  return (
    <div class={`kern-form-input${errors?.[name] ? ' kern-form-input--error' : ''}`}>
      <label class="kern-label" for={name}>
        {label}
        {optional && <span class="kern-label__optional"> {visit.t('site.optional')}</span>}
      </label>
      {hint && (
        <div class="kern-hint" id={hintId(name)}>
          {hint}
        </div>
      )}
      {children}
      <FieldError name={name} errors={errors} />
    </div>
  );
}

const hintId = (name: string) => `${name}.hint`;

function describedBy({ name, hint, errors }: Labelled): string | undefined {
  const ids = [hint && hintId(name), errors?.[name] && errorId(name)].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}
