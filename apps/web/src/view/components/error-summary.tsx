import type { Visit } from '../visit.js';
import type { FieldErrors } from './field.js';
import { Icon } from './icon.js';

export interface ErrorSummaryProps {
  visit: Visit;
  errors: FieldErrors;
  /** What a field is called in the summary, where the same label occurs several times on the page. */
  labelOf: (name: string) => string;
}

/** What must be corrected, on top of the page and linked to the fields (rule P1); nothing without errors. */
export function ErrorSummary({ visit, errors, labelOf }: ErrorSummaryProps) {
  const names = Object.keys(errors);
  if (names.length === 0) return null;
  return (
    <section
      class="kern-alert kern-alert--danger error-summary"
      aria-labelledby="errors"
      tabindex={-1}
      // Whoever sent a form with mistakes must hear of them first.
      autofocus
    >
      <div class="kern-alert__header">
        <Icon name="danger" />
        <h2 class="kern-title" id="errors">
          {visit.t('site.errors', { count: names.length })}
        </h2>
      </div>
      <div class="kern-alert__body">
        <ul class="kern-list kern-list--bullet">
          {names.map((name) => (
            <li key={name}>
              <a class="text-link" href={`#${name}`}>
                {asHeading(visit, labelOf(name))} {errors[name]}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

// A question or a sentence has its sign already.
const asHeading = ({ t }: Visit, label: string): string =>
  /[?!.:…]$/.test(label) ? label : `${label}${t('site.colon')}`;
