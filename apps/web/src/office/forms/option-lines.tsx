import { LANGUAGES } from '#language';
import { errorId, FieldError } from '../../view/components/field.js';
import { Button, Field, type FieldErrors } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import type { OptionInput } from './question-form.js';

export interface OptionLinesProps {
  visit: OfficeVisit;
  options: readonly OptionInput[];
  errors: FieldErrors;
  main: string;
}

/** The answers to choose from, a line for each: what it is called in every language, and how many can have it. */
export function OptionLines({ visit, options, errors, main }: OptionLinesProps) {
  const { t } = visit;
  return (
    <fieldset
      class={`kern-fieldset${errors.options ? ' kern-fieldset--error' : ''}`}
      // The error summary leads here where an error is about all of them.
      id="options"
      tabindex={-1}
      aria-describedby={['options.hint', errors.options && errorId('options')].filter(Boolean).join(' ')}
    >
      <legend class="kern-label">{t('form.options')}</legend>
      <div class="kern-hint" id="options.hint">
        {t('form.options.hint')}
      </div>
      <FieldError name="options" errors={errors} />
      <div class="kern-fieldset__body">
        {options.map((option, index) => (
          <fieldset class="person" key={index}>
            <legend class="kern-label person__legend">{t('form.option.nth', { number: index + 1 })}</legend>
            <OptionLine visit={visit} option={option} index={index} errors={errors} main={main} />
          </fieldset>
        ))}
      </div>
      <Button look="tertiary" icon="add" text={t('form.options.more')} name="more" value="1" turbo={false} />
    </fieldset>
  );
}

interface LineProps extends Omit<OptionLinesProps, 'options'> {
  option: OptionInput;
  index: number;
}

function OptionLine({ visit, option, index, errors, main }: LineProps) {
  const { t } = visit;
  const name = (field: string) => `options.${index}.${field}`;
  return (
    <div class="field-row">
      <input type="hidden" name={name('id')} value={option.id} />
      {LANGUAGES.map((language) => (
        <Field
          visit={visit}
          name={name(language)}
          label={t(`form.option.${language}`)}
          value={option[language]}
          errors={errors}
          optional={language !== main || isEmpty(option)}
          key={language}
        />
      ))}
      <Field
        visit={visit}
        name={name('limit')}
        label={t('form.option.limit')}
        value={option.limit}
        errors={errors}
        optional
      />
    </div>
  );
}

// A spare line need not be filled in.
const isEmpty = ({ de, en, fr, limit }: OptionInput): boolean => !de && !en && !fr && !limit;
