import type { Event } from '#event';
import { pick } from '#language';
import { Button, ButtonLink, Field, type FieldErrors } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { OwnForm } from '../own-form.js';
import { FormShell } from '../registrations/form-shell.js';
import { eventCrumb } from '../registrations/registration-view.js';
import { type ItemField, type ItemRow, itemField, itemFieldIn, MOST_ITEMS } from './items-form.js';

export interface ItemsView {
  event: Event;
  rows: readonly ItemRow[];
  errors: FieldErrors;
  refused?: string;
}

interface PartProps {
  visit: OfficeVisit;
  view: ItemsView;
}

/** The points of an event's programme, a frame for each. */
export function ItemsPage({ visit, view }: PartProps) {
  const { t } = visit;
  const { event, rows, errors, refused } = view;
  const href = `/office/events/${event.id}`;
  return (
    <FormShell
      visit={visit}
      title={t('planning.items')}
      crumbs={[
        { text: t('office.events'), href: '/office' },
        eventCrumb(visit, event),
        { text: t('planning.plan'), href: `${href}/plan` },
      ]}
      errors={errors}
      labelOf={(name) => labelIn(visit, name)}
      refused={refused}
    >
      <p class="kern-body">{t('planning.items.text')}</p>
      <OwnForm visit={visit} action={`${href}/items`}>
        {rows.map((row, index) => (
          <Row visit={visit} view={view} row={row} index={index} key={index} />
        ))}
        <div class="actions">
          <Button look="primary" text={t('planning.items.save')} turbo={false} />
          {rows.length < MOST_ITEMS && (
            <Button text={t('planning.items.add')} icon="add" name="wish" value="add" turbo={false} />
          )}
        </div>
      </OwnForm>
      <div class="actions">
        <ButtonLink text={t('planning.items.sessions')} href={`${href}/seats#sessions`} />
      </div>
    </FormShell>
  );
}

function Row({ visit, view, row, index }: PartProps & { row: ItemRow; index: number }) {
  const { t } = visit;
  const { event, errors } = view;
  const common = (field: ItemField) => ({
    visit,
    name: itemField(index, field),
    label: labelOf(visit, field),
    value: row[field],
    errors,
  });
  return (
    <fieldset class="person">
      <legend class="kern-title person__legend">
        {row.id ? t('planning.items.one', { number: index + 1 }) : t('planning.items.new')}
      </legend>
      {(['title.de', 'title.en', 'title.fr'] as const).map((name) => (
        <Field {...common(name)} optional={name !== `title.${event.mainLanguage}`} key={name} />
      ))}
      <div class="field-row">
        <Field {...common('day')} type="date" optional />
        <Field {...common('from')} type="time" optional />
        <Field {...common('until')} type="time" optional />
      </div>
      {row.id && <Removal visit={visit} view={view} row={row} index={index} />}
      <input type="hidden" name={itemField(index, 'id')} value={row.id} />
    </fieldset>
  );
}

function Removal({ visit, view, row, index }: PartProps & { row: ItemRow; index: number }) {
  const { t } = visit;
  const { event } = view;
  const id = itemField(index, 'remove');
  const item = event.items.find((one) => one.id === row.id);
  return (
    <div class="kern-form-check">
      <input
        class="kern-form-check__checkbox"
        id={id}
        name={id}
        type="checkbox"
        value="yes"
        checked={row.remove !== ''}
      />
      <label class="kern-label" for={id}>
        {t('planning.items.remove')}
        {item && (
          <span class="kern-sr-only">: {pick(item.title, visit.language, event.mainLanguage).text}</span>
        )}
      </label>
    </div>
  );
}

function labelIn(visit: OfficeVisit, name: string): string {
  const found = itemFieldIn(name);
  if (!found) return name;
  return `${visit.t('planning.items.one', { number: found.index + 1 })}: ${labelOf(visit, found.field)}`;
}

function labelOf({ t }: OfficeVisit, field: ItemField): string {
  return field === 'id' || field === 'remove' ? t('planning.items.remove') : t(`planning.${field}`);
}
