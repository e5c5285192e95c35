import { pick, moment as sayMoment } from '#language';
import { isActive } from '#registration';
import { SessionTitle } from '../../registration/session-choices.js';
import { StatusWord } from '../../registration/status-word.js';
import { DescriptionList, Fact, langOf } from '../../view/index.js';
import { inTable } from '../moment.js';
import type { PartProps } from './registration-page-view.js';

/** Who it is, and where the registration stands. */
export function Person({ visit, view }: PartProps) {
  const { t, language } = visit;
  const { registration, event, position } = view;
  const title = pick(event.title, language, event.mainLanguage);
  const { expiresAt } = registration;
  return (
    <DescriptionList>
      <Fact term={t('office.event')}>
        <a class="text-link" href={`/office/events/${event.id}`} lang={langOf(title, visit)}>
          {title.text}
        </a>
      </Fact>
      <Fact term={t('report.status')}>
        <StatusWord visit={visit} status={registration.status} position={position} />
      </Fact>
      {isActive(registration.status) && (
        <Fact term={t('desk.hold')}>{t(registration.holdsSeat ? 'desk.hold.yes' : 'desk.hold.no')}</Fact>
      )}
      {expiresAt && (
        <Fact term={t('desk.expiresAt')}>
          {sayMoment(expiresAt.toZonedDateTimeISO(event.timeZone), language)}
        </Fact>
      )}
      <Fact term={t('report.reference')}>
        <strong class="reference">{registration.reference}</strong>
      </Fact>
      <Fact term={t('report.organization')}>
        {registration.memberId ? (
          <a class="text-link" href={`/office/members/${registration.memberId}`}>
            {registration.organization ?? view.marks?.organization ?? t('desk.member')}
          </a>
        ) : (
          (registration.organization ?? '–')
        )}
      </Fact>
      <Fact term={t('report.email')}>
        <a class="text-link" href={`mailto:${registration.email}`}>
          {registration.email}
        </a>
      </Fact>
      {registration.copyTo && <Fact term={t('report.copyTo')}>{registration.copyTo}</Fact>}
      <Fact term={t('report.attendance')}>{t(`format.${registration.attendance}`)}</Fact>
      <Sessions visit={visit} view={view} />
      <Fact term={t('report.language')}>{t(`language.${registration.language}`)}</Fact>
      {registration.registeredBy && <Fact term={t('desk.registeredBy')}>{registration.registeredBy}</Fact>}
      <Fact term={t('report.createdAt')}>{inTable(registration.createdAt, language, event.timeZone)}</Fact>
    </DescriptionList>
  );
}

function Sessions({ visit, view: { claims, choices, registration } }: PartProps) {
  const { sessions } = choices;
  if (sessions.length === 0) return null;
  const { t } = visit;
  const chosen = claims.flatMap(({ id, held }) => {
    const session = sessions.find((one) => one.id === id);
    return session ? [{ session, held }] : [];
  });
  return (
    <Fact term={t('desk.column.sessions')}>
      {chosen.length === 0 && '–'}
      {chosen.map(({ session, held }) => (
        <span class="office-note" key={session.id}>
          <SessionTitle visit={visit} session={session} among={sessions} />
          {!held && ` (${t(registration.holdsSeat ? 'desk.session.missed' : 'desk.session.wish')})`}
        </span>
      ))}
    </Fact>
  );
}
