import type { Phone } from '#notice';
import type { OfficeVisit } from '../door/office-visits.service.js';

/** Numbers to call, with whose they are. */
export function Phones({ visit, phones }: { visit: OfficeVisit; phones: readonly Phone[] }) {
  if (phones.length === 0) return <>{visit.t('notice.noPhone')}</>;
  return phones.map(({ name, number }, index) => (
    <span key={`${name} ${number}`}>
      {index > 0 && ', '}
      {name}{' '}
      <a class="text-link" href={`tel:${number.replace(/[^+\d]/g, '')}`}>
        {number}
      </a>
    </span>
  ));
}
