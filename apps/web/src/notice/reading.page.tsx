import { type Event, heldDates } from '#event';
import { pick } from '#language';
import type { Said } from '#mail';
import { changeFacts, type Notice, noticeWords } from '#notice';
import { isActive, type RegistrationStatus } from '#registration';
import {
  Alert,
  Button,
  ButtonLink,
  DescriptionList,
  Document,
  Fact,
  Form,
  langOf,
  Paragraphs,
  ShownText,
  type Visit,
} from '../view/index.js';

export interface ReadingView {
  /** The registration's own page, `/registrations/<token>`. */
  href: string;
  notice: Notice;
  event: Event;
  name: string;
  status: RegistrationStatus;
  isRead: boolean;
  /** The button has just been pressed. */
  isThanked: boolean;
  canWithdraw: boolean;
}

interface PartProps {
  visit: Visit;
  view: ReadingView;
}

/** All that the mail said about a change, a button to say that one knows, and the way out for who cannot come. */
export function ReadingPage({ visit, view }: PartProps) {
  const { t, language } = visit;
  const { href, notice, event, isThanked } = view;
  const title = pick(event.title, language, event.mainLanguage);
  const { subject, first } = noticeWords(notice, t);
  const text = pick(notice.text, language, event.mainLanguage);
  return (
    <Document
      visit={visit}
      title={t('notice.subject', { what: subject, title: title.text })}
      crumbs={[{ text: t('registration.title'), href }]}
      personal
    >
      <div class="narrow stack">
        {isThanked && (
          <div role="status">
            <Alert tone="success" title={t('notice.page.confirmed')} />
          </div>
        )}
        <div class="page-head">
          <p class="event-kind">{t('notice.page.title')}</p>
          <h1 class="kern-heading-x-large">{subject}</h1>
          <p class="kern-body" lang={langOf(title, visit)}>
            {title.text}
          </p>
        </div>
        <p class="kern-body kern-body--large">{first}</p>
        {text.text && <Paragraphs text={text} visit={visit} />}
        <DescriptionList>
          {changeFacts(notice, event, language, t).map(([label, value], index) => (
            <Fact term={label} key={index}>
              <Words said={value} visit={visit} />
            </Fact>
          ))}
          <Fact term={t('registration.person')}>{view.name}</Fact>
          <Fact term={t('registration.status')}>{t(`status.${view.status}`)}</Fact>
        </DescriptionList>
        <Room visit={visit} view={view} />
        <Actions visit={visit} view={view} />
      </div>
    </Document>
  );
}

// For confirmed people only (rule T9).
function Room({ visit, view: { notice, event, status } }: PartProps) {
  const link = heldDates(event)[0]?.joiningLink;
  if (notice.what !== 'online' || status !== 'confirmed' || event.status !== 'published' || !link)
    return null;
  return (
    <p class="kern-body">
      <a class="text-link" href={link} rel="noreferrer">
        {visit.t('notice.page.room')}
      </a>
      <br />
      <span class="address">{link}</span>
    </p>
  );
}

function Actions({ visit, view }: PartProps) {
  const { t } = visit;
  const { href, notice, status, isRead, canWithdraw } = view;
  return (
    <div class="stack">
      {!isRead && (
        <Form action={`${href}/notices/${notice.id}`}>
          <div class="actions">
            <Button look="primary" text={t('notice.page.confirm')} />
          </div>
        </Form>
      )}
      <div class="actions">
        {canWithdraw && isActive(status) && (
          <ButtonLink text={t('notice.link.cannot')} href={`${href}/withdraw`} />
        )}
        <ButtonLink look="tertiary" text={t('registration.title')} href={href} />
      </div>
    </div>
  );
}

const Words = ({ said, visit }: { said: Said; visit: Visit }) =>
  typeof said === 'string' ? said : <ShownText text={said} visit={visit} />;
