import type { Shown } from '#language';
import { ShownText, type Visit } from '../view/index.js';

export interface Choice {
  value: string;
  label: Shown;
  /** In brackets behind it. */
  note?: string;
  /** Shown, and not to be had. */
  taken?: boolean;
}

export interface ChoicesProps {
  visit: Visit;
  type: 'radio' | 'checkbox';
  /** The first choice carries it as its id, so that an error summary can link to it. */
  name: string;
  choices: Choice[];
  chosen: readonly string[];
  wrong?: boolean;
}

/** Things to choose from, all of them shown. */
export function Choices({ visit, type, name, choices, chosen, wrong }: ChoicesProps) {
  return (
    <>
      {choices.map(({ value, label, note, taken }, index) => {
        const id = index === 0 ? name : `${name}.${value}`;
        return (
          <div class="kern-form-check" key={value}>
            <input
              class={`kern-form-check__${type}${wrong ? ` kern-form-check__${type}--error` : ''}`}
              id={id}
              name={name}
              type={type}
              value={value}
              checked={chosen.includes(value)}
              disabled={taken && !chosen.includes(value)}
            />
            <label class="kern-label" for={id}>
              <ShownText text={label} visit={visit} />
              {note && <span class="choice-hint"> ({note})</span>}
            </label>
          </div>
        );
      })}
    </>
  );
}
