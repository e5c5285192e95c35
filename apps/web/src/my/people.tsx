import type { Contact } from '#member';
import { ButtonLink, Table } from '../view/index.js';
import type { MyPartProps } from './my-view.js';

/** The member's people, which its coordinator keeps up to date. */
export function People({ visit, view }: MyPartProps) {
  const { t } = visit;
  const { href, people = [], member = '' } = view;
  return (
    <>
      <p class="kern-body">{t('my.people.text', { member })}</p>
      <Table
        caption={t('my.people')}
        rows={people}
        keyOf={({ id }) => id}
        empty={t('my.people.none')}
        columns={[
          { title: t('my.name'), heading: true, cell: nameOf },
          { title: t('my.email'), cell: ({ email }) => email ?? '–' },
          { title: t('my.person.phone'), cell: ({ phone }) => phone ?? '–' },
          {
            title: t('my.action'),
            cell: (one) => (
              <a
                class="text-link text-link--short"
                href={`${href}/people/${one.id}`}
                aria-label={t('my.person.change.name', { name: nameOf(one) })}
              >
                {t('my.change')}
              </a>
            ),
          },
        ]}
      />
      <div class="actions">
        <ButtonLink icon="add" text={t('my.person.add')} href={`${href}/people/new`} />
      </div>
    </>
  );
}

export const nameOf = ({ firstName, lastName }: Pick<Contact, 'firstName' | 'lastName'>): string =>
  `${firstName} ${lastName}`.trim();
