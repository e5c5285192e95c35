import type { DirectoryDeed } from '#member';
import { Table } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { inTable } from '../moment.js';

/** Who changed what about a member: the office, or its coordinator on the own page. */
export function Changes({ visit, deeds }: { visit: OfficeVisit; deeds: readonly DirectoryDeed[] }) {
  const { t, language } = visit;
  return (
    <section class="programme-group" aria-labelledby="changes">
      <h2 class="kern-heading-medium" id="changes">
        {t('changes.title')}
      </h2>
      <Table
        caption={t('changes.title')}
        rows={deeds}
        keyOf={({ id }) => id}
        empty={t('changes.none')}
        columns={[
          { title: t('office.at'), heading: true, cell: ({ at }) => inTable(at, language) },
          { title: t('office.change'), cell: (deed) => <What visit={visit} deed={deed} /> },
          { title: t('office.by'), cell: (deed) => who(visit, deed) },
        ]}
      />
    </section>
  );
}

function What({ visit, deed: { action, about, changes } }: { visit: OfficeVisit; deed: DirectoryDeed }) {
  return (
    <>
      {visit.t(`changes.${action}`, { name: about ?? '–' })}
      {changes.length > 0 && (
        <span class="office-note">
          {changes.map(({ from, to }) => `${from ?? '–'} → ${to ?? '–'}`).join('; ')}
        </span>
      )}
    </>
  );
}

const who = ({ t }: OfficeVisit, { by, byContact }: DirectoryDeed): string =>
  byContact ? t('changes.byContact', { name: by ?? '–' }) : (by ?? t('office.by.office'));
