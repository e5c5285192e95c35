import type { UnknownSpelling } from '#report';
import { Alert, Button, Checkboxes, Field, Suggestions } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { OfficePage } from '../office-page.js';
import { OwnForm } from '../own-form.js';

export interface SpellingsView {
  unknown: UnknownSpelling[];
  /** Members and municipalities that are known. */
  suggestions: string[];
  refused?: string;
}

/** Organizations as people typed them, to be assigned to who is meant. */
export function SpellingsPage({ visit, view }: { visit: OfficeVisit; view: SpellingsView }) {
  const { t } = visit;
  const { unknown, suggestions, refused } = view;
  return (
    <OfficePage
      visit={visit}
      title={t('spelling.title')}
      room="members"
      crumbs={[{ text: t('directory.title'), href: '/office/members' }]}
    >
      <div class="narrow stack">
        <div class="page-head">
          <h1 class="kern-heading-x-large">{t('spelling.title')}</h1>
        </div>
        {refused && (
          <div role="alert">
            <Alert tone="danger" title={refused} />
          </div>
        )}
        {unknown.length === 0 ? (
          <p class="kern-body">{t('spelling.none')}</p>
        ) : (
          <>
            <p class="kern-body">{t('spelling.text')}</p>
            <OwnForm visit={visit} action="/office/spellings">
              <Checkboxes
                name="spelling"
                legend={t('spelling.typed')}
                choices={unknown.map(({ spelling, registrations }) => ({
                  value: spelling,
                  text: spelling,
                  hint: `(${t('spelling.registrations')}: ${registrations})`,
                }))}
              />
              <Field
                visit={visit}
                name="target"
                label={t('spelling.target')}
                hint={t('spelling.target.hint')}
                value=""
                list="known"
              />
              <Suggestions id="known" values={suggestions} />
              <div class="actions">
                <Button look="primary" text={t('spelling.submit')} />
              </div>
            </OwnForm>
          </>
        )}
      </div>
    </OfficePage>
  );
}
