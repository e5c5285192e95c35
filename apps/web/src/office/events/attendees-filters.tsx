import type { RegistrationStatus } from '#registration';
import { ATTENDEE_MARKS } from '#report';
import { Button, Field, FilterLinks, Form } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { type AttendeesView, hrefOf } from './attendees-view.js';

interface PartProps {
  visit: OfficeVisit;
  view: AttendeesView;
}

/** Finds people in the list; keeps what it is narrowed to. */
export function Search({ visit, view: { href, filter } }: PartProps) {
  const { t } = visit;
  const { status, mark } = filter;
  return (
    <search>
      <Form method="get" action={href} hidden={{ ...(status && { status }), ...(mark && { mark }) }} isRow>
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

/** Narrows the list to one status or mark, and says how many have it. */
export function Filters({ visit, view }: PartProps) {
  const { t } = visit;
  const { filter, list } = view;
  const all = Object.values(list.counts).reduce((sum, count) => sum + count, 0);
  // What nobody has is no choice, unless it was chosen.
  const statuses = STATUSES.filter((status) => list.counts[status] || status === filter.status);
  const marks = ATTENDEE_MARKS.filter((mark) => list.marks[mark] || mark === filter.mark);
  return (
    <FilterLinks
      label={t('office.attendees.filter')}
      links={[
        {
          text: t('office.attendees.all', { count: all }),
          href: hrefOf(view, { status: undefined, mark: undefined }),
          current: !filter.status && !filter.mark,
        },
        ...statuses.map((status) => ({
          text: t('office.attendees.status', {
            // A request is something to do.
            status: t(status === 'requested' ? 'desk.filter.requested' : `status.${status}`),
            count: list.counts[status] ?? 0,
          }),
          href: hrefOf(view, { status, mark: undefined }),
          current: status === filter.status,
        })),
        ...marks.map((mark) => ({
          text: t('office.attendees.status', { status: t(`desk.filter.${mark}`), count: list.marks[mark] }),
          href: hrefOf(view, { mark, status: undefined }),
          current: mark === filter.mark,
        })),
      ]}
    />
  );
}

/** In the order in which the office asks for them. */
const STATUSES: readonly RegistrationStatus[] = [
  'requested',
  'confirmed',
  'waitlisted',
  'offered',
  'unverified',
  'cancelled',
  'declined',
  'expired',
];
