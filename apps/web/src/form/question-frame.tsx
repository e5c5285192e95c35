import { type ComponentChildren, Fragment } from 'preact';
import type { Shown } from '#language';
import { errorId, FieldError } from '../view/components/field.js';
import { type FieldErrors, ShownText, type Visit } from '../view/index.js';

/** What is drawn around every answer: the question, its hints, and what is wrong. */
export interface FrameProps {
  visit: Visit;
  /** Also the id of the element that takes the answer, so that an error summary can link to it. */
  name: string;
  label: Shown;
  hints: ComponentChildren[];
  errors: FieldErrors;
  optional: boolean;
}

/** A question that is answered in one field. */
export function QuestionFrame({ children, ...frame }: FrameProps & { children: ComponentChildren }) {
  const { name, errors } = frame;
  return (
    <div class={`kern-form-input${errors[name] ? ' kern-form-input--error' : ''}`}>
      <label class="kern-label" for={name}>
        <Label {...frame} />
      </label>
      <Hints {...frame} />
      {children}
      <FieldError name={name} errors={errors} />
    </div>
  );
}

/** A question that is answered by choosing. */
export function ChoiceFrame({ children, ...frame }: FrameProps & { children: ComponentChildren }) {
  const { name, errors } = frame;
  return (
    <fieldset
      class={`kern-fieldset${errors[name] ? ' kern-fieldset--error' : ''}`}
      aria-describedby={describedBy(frame)}
    >
      <legend class="kern-label">
        <Label {...frame} />
      </legend>
      <Hints {...frame} />
      <div class="kern-fieldset__body">{children}</div>
      <FieldError name={name} errors={errors} />
    </fieldset>
  );
}

/** The ids of everything that explains a field. */
export function describedBy({ name, hints, errors }: FrameProps): string | undefined {
  const ids = [hints.length > 0 && hintId(name), errors[name] && errorId(name)].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

function Label({ visit, label, optional }: FrameProps) {
  return (
    <>
      <ShownText text={label} visit={visit} />
      {optional && ' '}
      {optional && <span class="kern-label__optional">{visit.t('site.optional')}</span>}
    </>
  );
}

function Hints({ name, hints }: FrameProps) {
  if (hints.length === 0) return null;
  return (
    <div class="kern-hint" id={hintId(name)}>
      {hints.map((hint, index) => (
        <Fragment key={index}>
          {index > 0 && <br />}
          {hint}
        </Fragment>
      ))}
    </div>
  );
}

const hintId = (name: string): string => `${name}.hint`;
