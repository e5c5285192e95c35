import type { Contact } from '#member';
import { ButtonLink, Table } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { OfficePage } from '../office-page.js';
import { dayText } from './day.js';
import { nameOf } from './member-view.js';

/** Hosts, speakers and others whom the office knows and who belong to no member. */
export function OthersPage({ visit, view }: { visit: OfficeVisit; view: { contacts: Contact[] } }) {
  const { t, language } = visit;
  return (
    <OfficePage
      visit={visit}
      title={t('directory.others')}
      room="members"
      crumbs={[{ text: t('directory.title'), href: '/office/members' }]}
    >
      <div class="page-head">
        <h1 class="kern-heading-x-large">{t('directory.others')}</h1>
        <p class="kern-body">{t('directory.others.text')}</p>
        <div class="actions">
          <ButtonLink icon="add" text={t('directory.contact.add')} href="/office/contacts/new" />
        </div>
      </div>
      <Table
        caption={t('directory.others')}
        rows={view.contacts}
        keyOf={({ id }) => id}
        empty={t('directory.contacts.none')}
        columns={[
          {
            title: t('office.name'),
            heading: true,
            cell: (contact) => (
              <>
                <a class="text-link" href={`/office/contacts/${contact.id}`}>
                  {nameOf(contact)}
                </a>
                {contact.leftOn && (
                  <span class="office-note">
                    {t('directory.contact.left', { day: dayText(contact.leftOn, language) })}
                  </span>
                )}
              </>
            ),
          },
          {
            title: t('directory.roles'),
            cell: ({ roles }) => roles.map((role) => t(`contact.role.${role}`)).join(', ') || '–',
          },
          {
            title: t('directory.column.email'),
            cell: ({ email }) => <span class="address">{email ?? '–'}</span>,
          },
          { title: t('directory.column.phone'), cell: ({ phone }) => phone ?? '–' },
          { title: t('directory.column.language'), cell: (contact) => t(`language.${contact.language}`) },
        ]}
      />
    </OfficePage>
  );
}
