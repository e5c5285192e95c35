import type { RegistrationStatus } from '#registration';
import { Button, Field, FilterLinks, Form } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { type AttendeesView, hrefOf } from './attendees-view.js';

interface PartProps {
  visit: OfficeVisit;
  view: AttendeesView;
}

/** Finds people in the list; keeps the chosen status. */
export function Search({ visit, view: { href, filter } }: PartProps) {
  const { t } = visit;
  return (
    <search>
      <Form method="get" action={href} hidden={filter.status && { status: filter.status }} isRow>
        <Field
          visit={visit}
          name="search"
          label={t('office.attendees.search')}
          type="search"
          value={filter.search ?? ''}
          optional
        />
        <Button icon="search" text={t('office.attendees.search.submit')} />
      </Form>
    </search>
  );
}

/** Narrows the list to one status, and says how many have it. */
export function Filters({ visit, view }: PartProps) {
  const { t } = visit;
  const { filter, list } = view;
  const all = Object.values(list.counts).reduce((sum, count) => sum + count, 0);
  // A status that nobody has is no choice, unless it was chosen.
  const choices = STATUSES.filter((status) => list.counts[status] || status === filter.status);
  return (
    <FilterLinks
      label={t('office.attendees.filter')}
      links={[
        {
          text: t('office.attendees.all', { count: all }),
          href: hrefOf(view, { status: undefined }),
          current: !filter.status,
        },
        ...choices.map((status) => ({
          text: t('office.attendees.status', {
            status: t(`status.${status}`),
            count: list.counts[status] ?? 0,
          }),
          href: hrefOf(view, { status }),
          current: status === filter.status,
        })),
      ]}
    />
  );
}

/** In the order in which the office asks for them. */
const STATUSES: readonly RegistrationStatus[] = [
  'confirmed',
  'waitlisted',
  'offered',
  'requested',
  'unverified',
  'cancelled',
  'declined',
  'expired',
];
