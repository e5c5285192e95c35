import type { Attendance } from '#event';
import type { MessageKey } from '#language';
import { wayIn } from '../event/event-brief.js';
import { Button, Field, Radios, Select, seatsSentence, type Visit } from '../view/index.js';
import { ChoiceFields } from './choice-fields.js';
import type { RegisterView } from './register-view.js';
import { fieldName, type PersonField, type PersonInput } from './registration-form.js';

/** The id of the organizations to suggest; they stand on the page once, for everybody in the form. */
export const ORGANIZATIONS = 'organizations';

export interface PersonFieldsProps {
  visit: Visit;
  view: RegisterView;
  person: PersonInput;
  index: number;
}

/** One person of the form. */
export function PersonFields({ visit, view, person, index }: PersonFieldsProps) {
  const { t } = visit;
  const { event, errors, attendances, choices, people, focus } = view;
  const several = people.length > 1;
  const common = (field: PersonField) => ({
    visit,
    name: fieldName(index, field),
    label: t(`register.${field}`),
    value: person[field],
    errors,
    autocomplete: AUTOCOMPLETE[field] && `section-person${index + 1} ${AUTOCOMPLETE[field]}`,
  });
  return (
    <fieldset class="person">
      <legend class="kern-heading-small person__legend">
        {several ? t('register.person.nth', { number: index + 1 }) : t('register.person')}
      </legend>
      <div class="person__names">
        <Field {...common('firstName')} focus={focus === index} />
        <Field {...common('lastName')} />
      </div>
      <Field {...common('email')} type="email" hint={t(addressHint(event))} />
      <Organization {...common('organization')} members={view.members} />
      {attendances.length > 1 && (
        <Radios
          name={fieldName(index, 'attendance')}
          legend={t('register.attendance')}
          value={person.attendance}
          choices={attendances.map((way) => ({
            value: way,
            text: t(`register.attendance.${way}`),
            hint: seatsHint(visit, view, way),
          }))}
          errors={errors}
        />
      )}
      <ChoiceFields
        visit={visit}
        choices={choices}
        given={person}
        prefix={`people.${index}.`}
        errors={errors}
      />
      {several && (
        <Button
          look="tertiary"
          icon="delete"
          text={t('register.remove', { number: index + 1 })}
          name="remove"
          value={String(index)}
          turbo={false}
        />
      )}
    </fieldset>
  );
}

function addressHint(event: RegisterView['event']): MessageKey {
  if (event.entry?.memberAddress) return 'register.email.member';
  const way = wayIn(event);
  return way === 'request' || way === 'late' ? 'register.email.hint.request' : 'register.email.hint';
}

// People choose better when they see where a seat is free.
function seatsHint(visit: Visit, { event }: RegisterView, attendance: Attendance): string | undefined {
  const seats = event.seats.find((kind) => kind.attendance === attendance);
  return seats && `(${seatsSentence(visit, seats)})`;
}

const AUTOCOMPLETE: Partial<Record<PersonField, string>> = {
  firstName: 'given-name',
  lastName: 'family-name',
  email: 'email',
  organization: 'organization',
};

type OrganizationProps = Omit<Parameters<typeof Field>[0], 'optional'> & { members?: string[] };

function Organization({ members, ...field }: OrganizationProps) {
  if (!members) return <Field {...field} list={ORGANIZATIONS} optional />;
  return (
    <Select
      {...field}
      label={field.visit.t('register.member')}
      choices={members.map((name) => ({ value: name, text: name }))}
      empty={field.visit.t('site.choose')}
    />
  );
}
