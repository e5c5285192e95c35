import { LANGUAGES, type Language } from '#language';
import { Disclosure, Field, type FieldErrors } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { type PeopleInput, type PeopleList, personField, personFieldIn, withFresh } from './people-form.js';

export interface PeopleFieldsProps {
  visit: OfficeVisit;
  people: PeopleInput;
  errors: FieldErrors;
  main: Language;
}

/** Who invites, and who speaks and as what; folded up as long as nothing in it is wrong. */
export function PeopleFields({ visit, people, errors, main }: PeopleFieldsProps) {
  const { t } = visit;
  const { hosts, speakers } = withFresh(people);
  const isWrong = (list: PeopleList) => Object.keys(errors).some((name) => name.startsWith(`${list}.`));
  const title = (list: PeopleList) => `${t(`planning.${list}`)} (${people[list]?.length ?? 0})`;
  const field = (list: PeopleList, index: number, name: Parameters<typeof personField>[2], value: string) => {
    const full = personField(list, index, name);
    return { visit, name: full, label: personLabel(visit, full) ?? full, value, errors, key: full };
  };
  return (
    <>
      <Disclosure title={title('hosts')} open={isWrong('hosts')}>
        <p class="kern-body">{t('planning.people.text')}</p>
        {hosts.map((row, index) => (
          <div class="field-row" key={index}>
            <Field {...field('hosts', index, 'name', row.name)} optional />
            <Field {...field('hosts', index, 'link', row.link)} optional />
          </div>
        ))}
      </Disclosure>
      <Disclosure title={title('speakers')} open={isWrong('speakers')}>
        <p class="kern-body">{t('planning.people.text')}</p>
        {speakers.map((row, index) => (
          <fieldset class="person" key={index}>
            <legend class="kern-sr-only">{t('planning.speakers.one', { number: index + 1 })}</legend>
            <Field {...field('speakers', index, 'name', row.name)} optional />
            {[...LANGUAGES]
              .sort((one, other) => Number(other === main) - Number(one === main))
              .map((language) => (
                <Field
                  {...field('speakers', index, `function.${language}`, row[`function.${language}`])}
                  optional
                />
              ))}
          </fieldset>
        ))}
      </Disclosure>
    </>
  );
}

/** What such a field is called; undefined for any other. */
export function personLabel({ t }: OfficeVisit, name: string): string | undefined {
  const found = personFieldIn(name);
  if (!found) return undefined;
  const number = found.index + 1;
  if (found.field === 'link') return t('planning.hosts.link', { number });
  if (found.field === 'name') return t(`planning.${found.list}.name`, { number });
  return t(`planning.speakers.${found.field}`, { number });
}
