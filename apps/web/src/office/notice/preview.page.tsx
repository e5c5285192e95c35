import type { Event } from '#event';
import { LANGUAGES } from '#language';
import { calendarKey, type Happening, type NoticePreview } from '#notice';
import { Alert, Button, DescriptionList, Disclosure, Fact } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { OwnForm } from '../own-form.js';
import { LetterView } from './letter-view.js';
import type { NoticeInput } from './notice-form.js';
import { NoticeShell } from './notice-shell.js';
import { Phones } from './phones.js';
import { happeningWord } from './words.js';

/** Names that the page lists; whoever wants all of them has the attendee list. */
const MOST_NAMES = 200;

export interface PreviewView {
  event: Event;
  what: Happening;
  input: NoticeInput;
  preview: NoticePreview;
  /** The id that the notice will have. */
  notice: string;
  /** Why it was not sent. */
  refused?: string;
}

interface PartProps {
  visit: OfficeVisit;
  view: PreviewView;
}

/** Who would be told what, before anybody is. Sending cannot be undone, so that is said beside the button. */
export function PreviewPage({ visit, view }: PartProps) {
  const { t } = visit;
  const { event, what, preview, refused } = view;
  return (
    <NoticeShell
      visit={visit}
      event={event}
      title={t('notice.subject', { what: t('notice.preview'), title: t(happeningWord(what, event)) })}
      inside
    >
      {refused && <Alert tone="danger" title={refused} />}
      {what === 'online' && event.kind === 'assembly' && (
        <Alert tone="warning" title={t('notice.preview.assembly')} />
      )}
      <Who visit={visit} view={view} />
      <section aria-labelledby="calendar">
        <h2 class="kern-heading-medium" id="calendar">
          {t('notice.calendar')}
        </h2>
        <p class="kern-body">{t(calendarKey(what, preview.detail) ?? 'notice.calendar.none')}</p>
      </section>
      <section class="parts" aria-labelledby="mail">
        <h2 class="kern-heading-medium" id="mail">
          {t('notice.mail')}
        </h2>
        <Untranslated visit={visit} view={view} />
        {preview.letters.map((letter) => (
          <LetterView visit={visit} letter={letter} key={letter.language} />
        ))}
      </section>
      <Sending visit={visit} view={view} />
    </NoticeShell>
  );
}

/** Says which readers will find the office's own words in a language that is not theirs. */
function Untranslated({ visit: { t }, view: { event, input, preview } }: PartProps) {
  const typed = LANGUAGES.filter((language) => input[`text.${language}`]);
  const missing = preview.letters.filter(({ language }) => !typed.includes(language));
  if (typed.length === 0 || missing.length === 0) return null;
  const main = typed.find((language) => language === event.mainLanguage) ?? typed[0] ?? event.mainLanguage;
  const languages = missing.map(({ language }) => t(`language.${language}`)).join(', ');
  return (
    <Alert tone="warning" title={t('office.notice.missing', { languages, main: t(`language.${main}`) })} />
  );
}

function Who({ visit, view: { preview } }: PartProps) {
  const { t } = visit;
  const { people, unnamed, companions, unreachable } = preview;
  return (
    <section class="parts" aria-labelledby="who">
      <h2 class="kern-heading-medium" id="who">
        {t('notice.who')}
      </h2>
      <p class="kern-body kern-body--large">{t('notice.who.count', { count: people.length })}</p>
      {(people.length > 0 || companions.length > 0) && (
        <DescriptionList>
          {people.length > 0 && (
            <>
              <Fact term={t('notice.who.status')}>
                {tally(people.map(({ status }) => t(`status.${status}`)))}
              </Fact>
              <Fact term={t('notice.who.language')}>
                {tally(people.map(({ language }) => t(`language.${language}`)))}
              </Fact>
            </>
          )}
          {companions.length > 0 && (
            <Fact term={t('notice.who.companions')}>
              {companions.map(({ address }) => address).join(', ')}
              {unnamed > 0 && <> ({t('notice.who.unnamed', { count: unnamed })})</>}
            </Fact>
          )}
        </DescriptionList>
      )}
      {unreachable.length > 0 && (
        <Alert tone="warning" title={t('notice.unreachable', { count: unreachable.length })}>
          <ul class="kern-list kern-list--bullet">
            {unreachable.map(({ name, phones }) => (
              <li key={name}>
                {name}: <Phones visit={visit} phones={phones} />
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {people.length > 0 && (
        <Disclosure title={t('notice.who.list')}>
          <ul class="kern-list kern-list--bullet">
            {people.slice(0, MOST_NAMES).map(({ registrationId, firstName, lastName, email, status }) => (
              <li key={registrationId}>
                {firstName} {lastName}, <span class="address">{email}</span> ({t(`status.${status}`)})
              </li>
            ))}
            {people.length > MOST_NAMES && (
              <li>{t('notice.who.more', { count: people.length - MOST_NAMES })}</li>
            )}
          </ul>
        </Disclosure>
      )}
    </section>
  );
}

function Sending({ visit, view }: PartProps) {
  const { t } = visit;
  const { event, what, input, notice, preview } = view;
  const href = `/office/events/${event.id}/notice`;
  const same = { ...input, what };
  return (
    <section class="stack" aria-label={t('notice.send')}>
      <Alert tone="warning" title={t('notice.preview.final')} />
      <OwnForm visit={visit} action={href} hidden={{ ...same, notice, seen: preview.seen, wish: 'send' }}>
        <div class="actions">
          <Button look="primary" icon="mail" text={t('notice.send')} turbo={false} />
        </div>
      </OwnForm>
      <OwnForm visit={visit} action={href} hidden={{ ...same, wish: 'change' }}>
        <div class="actions">
          <Button text={t('notice.preview.change')} turbo={false} />
        </div>
      </OwnForm>
    </section>
  );
}

/** "37 Angemeldet, 3 Warteliste". */
function tally(words: readonly string[]): string {
  const groups = [...Map.groupBy(words, (word) => word)];
  return groups.map(([word, all]) => `${all.length} ${word}`).join(', ');
}
