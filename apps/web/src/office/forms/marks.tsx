import { errorId, FieldError } from '../../view/components/field.js';
import type { FieldErrors } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';

export interface MarksProps {
  visit: OfficeVisit;
  marks: readonly string[];
  errors: FieldErrors;
  /** The question is there already, and protected or not for good. */
  isKnown: boolean;
}

/** Whether a question must be answered, and whether its answers are protected. */
export function Marks({ visit, marks, errors, isKnown }: MarksProps) {
  const { t } = visit;
  const wrong = Boolean(errors.marks);
  return (
    <fieldset
      class={`kern-fieldset${wrong ? ' kern-fieldset--error' : ''}`}
      aria-describedby={wrong ? errorId('marks') : undefined}
    >
      <legend class="kern-label">{t('form.marks')}</legend>
      <div class="kern-fieldset__body">
        {(['required', 'sensitive'] as const).map((mark, index) => {
          const id = index === 0 ? 'marks' : `marks.${mark}`;
          return (
            <div class="kern-form-check" key={mark}>
              <input
                class={`kern-form-check__checkbox${wrong ? ' kern-form-check__checkbox--error' : ''}`}
                id={id}
                name="marks"
                type="checkbox"
                value={mark}
                checked={marks.includes(mark)}
              />
              <label class="kern-label" for={id}>
                {t(`form.${mark}`)}
                {mark === 'sensitive' && (
                  <span class="choice-hint">
                    {' '}
                    {t('form.sensitive.hint')} {isKnown && t('form.sensitive.fixed')}
                  </span>
                )}
              </label>
            </div>
          );
        })}
      </div>
      <FieldError name="marks" errors={errors} />
    </fieldset>
  );
}
