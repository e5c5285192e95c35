import type { InvitationPreview } from '#invitation';
import type { EventBrief } from '../../event/event-brief.js';
import { EventStrip } from '../../event/event-strip.js';
import { Alert, Button, Checkboxes, Disclosure, FileField, langOf, TextArea } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { OfficePage } from '../office-page.js';
import { OwnForm } from '../own-form.js';
import type { Circle, InviteChoice } from './invite-choice.js';
import { Invitees } from './invitees.js';

/** Whom to invite, and who that would be. */
export interface InviteView {
  /** The page's own address. */
  href: string;
  eventHref: string;
  brief: EventBrief;
  choice: InviteChoice;
  /** Who would get a mail; missing where the choice was refused. */
  preview?: InvitationPreview;
  refused?: string;
  /** What can be chosen, per circle. */
  choices: Record<'members' | 'functions' | 'contacts', { value: string; text: string; hint?: string }[]>;
}

interface PartProps {
  visit: OfficeVisit;
  view: InviteView;
}

/** Chooses whom to invite; says how many and whom no mail reaches before anybody is invited. */
export function InvitePage({ visit, view }: PartProps) {
  const { t } = visit;
  const { brief, eventHref, refused, preview } = view;
  return (
    <OfficePage
      visit={visit}
      title={t('office.invite')}
      room="events"
      crumbs={[
        { text: t('office.events'), href: '/office' },
        { text: brief.title.text, href: eventHref, lang: langOf(brief.title, visit) },
        { text: t('office.invitations'), href: `${eventHref}/invitations` },
      ]}
    >
      <div class="narrow stack">
        <div class="page-head">
          <h1 class="kern-heading-x-large">{t('office.invite')}</h1>
          <EventStrip visit={visit} event={brief} />
        </div>
        {refused && <Alert tone="danger" title={refused} />}
        {preview && <Preview visit={visit} view={view} preview={preview} />}
        <section aria-labelledby="others">
          <h2 class="kern-heading-medium" id="others">
            {t('office.invite.whom')}
          </h2>
          <Circles visit={visit} view={view} />
        </section>
      </div>
    </OfficePage>
  );
}

function Preview({ visit, view, preview }: PartProps & { preview: InvitationPreview }) {
  const { t } = visit;
  const { circle, ids, people } = view.choice;
  const { invitees, already, unreachable } = preview;
  return (
    <section class="parts" aria-labelledby="preview">
      <h2 class="kern-heading-medium" id="preview">
        {t(`office.invite.${circle}`)}
      </h2>
      <p class="kern-body">{t('office.invite.count', { count: invitees.length, already })}</p>
      {unreachable.length > 0 && (
        <Alert tone="warning" title={t('office.invite.unreachable', { count: unreachable.length })}>
          <p class="kern-body">{unreachable.join(', ')}</p>
        </Alert>
      )}
      <Invitees
        visit={visit}
        invitees={invitees}
        action={view.href}
        hidden={{ circle, ids: ids.join(' '), people, wish: 'invite' }}
      />
    </section>
  );
}

function Circles({ visit, view }: PartProps) {
  const { t } = visit;
  const { choice, choices } = view;
  const circle = (name: Circle, fields: preact.ComponentChildren) => (
    <Disclosure title={t(`office.invite.${name}`)} open={choice.circle === name && name !== 'all'} key={name}>
      <OwnForm visit={visit} action={view.href} hidden={{ circle: name }} carriesFile={name === 'people'}>
        {fields}
        <div class="actions">
          <Button text={t('office.invite.preview')} turbo={false} />
        </div>
      </OwnForm>
    </Disclosure>
  );
  return (
    <>
      {circle('all', <p class="kern-body">{t('office.invite.all.text')}</p>)}
      {(['members', 'functions', 'contacts'] as const).map((name) =>
        choices[name].length > 0
          ? circle(
              name,
              <Checkboxes
                name="id"
                legend={t(`office.invite.${name}`)}
                choices={choices[name]}
                checked={choice.circle === name ? choice.ids : []}
              />,
            )
          : null,
      )}
      {circle(
        'people',
        <>
          <TextArea
            visit={visit}
            name="people"
            label={t('office.invite.people.label')}
            hint={t('office.invite.people.hint')}
            value={choice.people}
            optional
          />
          <FileField
            visit={visit}
            name="file"
            label={t('office.invite.file')}
            accept=".csv,.txt,.xlsx"
            optional
          />
        </>,
      )}
    </>
  );
}
