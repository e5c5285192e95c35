export interface CheckboxesProps {
  name: string;
  legend: string;
  choices: { value: string; text: string; hint?: string }[];
  checked?: readonly string[];
}

/** Several of many things, all of them shown; each checked one is sent under the same name. */
export function Checkboxes({ name, legend, choices, checked = [] }: CheckboxesProps) {
  return (
    <fieldset class="kern-fieldset">
      <legend class="kern-label">{legend}</legend>
      <div class="kern-fieldset__body">
        {choices.map((choice) => {
          const id = `${name}.${choice.value}`;
          return (
            <div class="kern-form-check" key={choice.value}>
              <input
                class="kern-form-check__checkbox"
                id={id}
                name={name}
                type="checkbox"
                value={choice.value}
                checked={checked.includes(choice.value)}
              />
              <label class="kern-label" for={id}>
                {choice.text}
                {choice.hint && <span class="choice-hint"> {choice.hint}</span>}
              </label>
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}
