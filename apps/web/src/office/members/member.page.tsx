import type { FunctionFile } from '#member';
import { Alert, ButtonLink, DescriptionList, Fact, Table } from '../../view/index.js';
import { OfficePage } from '../office-page.js';
import { Changes } from './changes.js';
import { dayText } from './day.js';
import { MemberActions } from './member-actions.js';
import { MemberEvents } from './member-events.js';
import { type MemberPartProps, nameOf } from './member-view.js';

/** All the office knows of one member: history, domains, contacts, functions. */
export function MemberPage({ visit, view }: MemberPartProps) {
  const { t } = visit;
  const { member, refused } = view;
  const href = `/office/members/${member.id}`;
  return (
    <OfficePage
      visit={visit}
      title={member.name}
      room="members"
      crumbs={[{ text: t('directory.title'), href: '/office/members' }]}
    >
      <div class="page-head">
        <p class="event-kind">{t(`member.kind.${member.kind}`)}</p>
        <h1 class="kern-heading-x-large">{member.name}</h1>
      </div>
      {refused && (
        <div role="alert">
          <Alert tone="danger" title={refused} />
        </div>
      )}
      <Facts visit={visit} view={view} />
      <div class="actions">
        <ButtonLink icon="edit" text={t('directory.edit')} href={`${href}/change`} />
        <ButtonLink icon="add" text={t('directory.contact.add')} href={`${href}/contacts/new`} />
      </div>
      <section class="programme-group" aria-labelledby="contacts">
        <h2 class="kern-heading-medium" id="contacts">
          {t('directory.contacts')}
        </h2>
        <Contacts visit={visit} view={view} />
      </section>
      <section class="programme-group" aria-labelledby="functions">
        <h2 class="kern-heading-medium" id="functions">
          {t('directory.functions')}
        </h2>
        <Functions visit={visit} view={view} />
      </section>
      <MemberEvents visit={visit} view={view} />
      <MemberActions visit={visit} view={view} />
      <Changes visit={visit} deeds={view.deeds} />
    </OfficePage>
  );
}

function Facts({ visit, view: { member, memberships, domains } }: MemberPartProps) {
  const { t, language } = visit;
  return (
    <DescriptionList>
      <Fact term={t('directory.membership')}>
        {memberships.length === 0
          ? t('directory.membership.nothing')
          : memberships
              .map(({ fromDay, untilDay }) => {
                const until = untilDay ? dayText(untilDay, language) : t('directory.membership.open');
                return `${dayText(fromDay, language)} – ${until}`;
              })
              .join('; ')}
      </Fact>
      <Fact term={t('directory.column.domains')}>{domains.join(', ') || '–'}</Fact>
      <Fact term={t('directory.column.postal')}>{member.postal ?? '–'}</Fact>
      <Fact term={t('directory.column.leitwegId')}>{member.leitwegId ?? '–'}</Fact>
    </DescriptionList>
  );
}

function Contacts({ visit, view: { member, contacts, today } }: MemberPartProps) {
  const { t, language } = visit;
  return (
    <Table
      caption={t('directory.contacts')}
      rows={contacts}
      keyOf={({ id }) => id}
      empty={t('directory.contacts.none')}
      columns={[
        {
          title: t('office.name'),
          heading: true,
          cell: (contact) => (
            <>
              <a class="text-link" href={`/office/members/${member.id}/contacts/${contact.id}`}>
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
          cell: ({ roles, leftOn }) =>
            leftOn && leftOn < today ? '–' : roles.map((role) => t(`contact.role.${role}`)).join(', ') || '–',
        },
        {
          title: t('directory.column.email'),
          cell: ({ email }) => <span class="address">{email ?? '–'}</span>,
        },
        { title: t('directory.column.phone'), cell: ({ phone }) => phone ?? '–' },
        { title: t('directory.column.language'), cell: (contact) => t(`language.${contact.language}`) },
      ]}
    />
  );
}

function Functions({ visit, view: { functions, contacts, today } }: MemberPartProps) {
  const { t, language } = visit;
  const names = new Map(contacts.map((contact) => [contact.id, nameOf(contact)]));
  const said = ({ contactId, from, until }: FunctionFile['terms'][number]) =>
    `${names.get(contactId) ?? '–'} (${dayText(from, language)} – ${until ? dayText(until, language) : ''})`;
  const isNow = ({ until }: FunctionFile['terms'][number]) => until === null || until >= today;
  return (
    <Table
      caption={t('directory.functions')}
      rows={functions}
      keyOf={({ id }) => id}
      empty={t('directory.functions.none')}
      columns={[
        { title: t('directory.column.function'), heading: true, cell: ({ name }) => name },
        {
          title: t('directory.function.holder'),
          cell: ({ terms }) => terms.filter(isNow).map(said).join(', ') || t('directory.function.vacant'),
        },
        {
          title: t('directory.function.before'),
          cell: ({ terms }) =>
            terms
              .filter((term) => !isNow(term))
              .map(said)
              .join(', ') || '–',
        },
      ]}
    />
  );
}
