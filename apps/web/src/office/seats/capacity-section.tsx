import { Alert, Field, SeatBar } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { SaveButton } from './save-button.js';
import { type PartProps, seatsHref } from './seats-view.js';

/** How many seats there are, and how full they are. */
export function CapacitySection({ visit, view }: PartProps<OfficeVisit>) {
  const { t } = visit;
  const { event, seats, typed, errors } = view;
  const over = seats.filter(({ capacity, taken }) => capacity !== null && taken > capacity);
  return (
    <section class="office-list" aria-labelledby="capacity">
      <h2 class="kern-heading-medium" id="capacity">
        {t('rules.seats')}
      </h2>
      {seats.map((one) => (
        <SeatBar visit={visit} seats={one} named={seats.length > 1} key={one.attendance} />
      ))}
      {over.map(({ attendance, taken, capacity }) => (
        <Alert
          tone="warning"
          title={t('rules.over', { way: t(`planning.seats.${attendance}`), over: taken - Number(capacity) })}
          key={attendance}
        />
      ))}
      <div class="field-row">
        {seats.map(({ attendance }) => (
          <Field
            visit={visit}
            name={attendance}
            label={t(`planning.seats.${attendance}`)}
            hint={t('planning.seats.hint')}
            value={typed[attendance] ?? ''}
            errors={errors}
            optional
            key={attendance}
          />
        ))}
      </div>
      <div class="actions">
        <SaveButton text={t('rules.seats.save')} action={seatsHref(event.id)} />
      </div>
    </section>
  );
}
