import { moment } from '#language';
import { Disclosure, Table } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { capField, guaranteedField } from './contingents-form.js';
import { MomentFields, NumberField } from './fields.js';
import { NumberCell } from './number-cell.js';
import { SaveButton } from './save-button.js';
import { type MemberRow, type PartProps, seatsHref } from './seats-view.js';

type Props = PartProps<OfficeVisit>;

/** Seats kept for members, and how many each may have. */
export function ContingentsSection({ visit, view }: Props) {
  const { t } = visit;
  const part = { visit, view };
  return (
    <section class="office-list" aria-labelledby="contingents">
      <h2 class="kern-heading-medium" id="contingents">
        {t('rules.contingents')}
      </h2>
      <p class="kern-body">{t(`rules.contingents.text.${view.contested}`)}</p>
      <Release {...part} />
      <div class="field-row">
        <NumberField {...part} name="memberGuaranteed" needed />
        <NumberField {...part} name="memberCap" />
      </div>
      <MomentFields {...part} name="until" />
      <Disclosure title={t('rules.contingents.each')} open={hasOwn(view)}>
        <p class="kern-body">{t('rules.contingents.each.text')}</p>
        <Members {...part} />
      </Disclosure>
      <div class="actions">
        <SaveButton text={t('rules.contingents.save')} action={`${seatsHref(view.event.id)}/contingents`} />
      </div>
    </section>
  );
}

function Release({ visit, view: { release, event } }: Props) {
  if (!release) return null;
  const at = moment(release.at.toZonedDateTimeISO(event.timeZone), visit.language);
  return (
    <p class="kern-body">{visit.t(release.isOver ? 'rules.released' : 'rules.releases', { moment: at })}</p>
  );
}

function Members({ visit, view }: Props) {
  const { t } = visit;
  const { typed, errors } = view;
  return (
    <Table<MemberRow>
      caption={t('rules.contingents')}
      rows={view.members}
      keyOf={({ id }) => id}
      empty={t('rules.contingents.none')}
      columns={[
        { title: t('rules.member'), heading: true, cell: ({ name }) => name },
        {
          title: t('rules.guaranteed'),
          cell: ({ id, name }) => (
            <NumberCell
              name={guaranteedField(id)}
              label={t('rules.guaranteed.of', { member: name })}
              value={typed[guaranteedField(id)] ?? ''}
              errors={errors}
            />
          ),
        },
        {
          title: t('rules.cap'),
          cell: ({ id, name }) => (
            <NumberCell
              name={capField(id)}
              label={t('rules.cap.of', { member: name })}
              value={typed[capField(id)] ?? ''}
              errors={errors}
            />
          ),
        },
        { title: t('rules.taken'), numeric: true, cell: ({ taken }) => taken ?? '–' },
      ]}
    />
  );
}

// What somebody has otherwise, or what is wrong about it, must be seen at once.
const hasOwn = ({ members, typed, errors }: Props['view']): boolean =>
  members.some(({ id }) => [guaranteedField(id), capField(id)].some((name) => typed[name] || errors[name]));
