import { DescriptionList, Fact, type Visit } from '../view/index.js';
import { hasEnded } from './ending.js';
import type { RegistrationView } from './registration-view.js';
import { SessionTitle } from './session-choices.js';
import { StatusWord } from './status-word.js';

/** Who is registered, how it stands, and what was chosen. */
export function OwnDetails({ visit, view }: { visit: Visit; view: RegistrationView }) {
  const { t } = visit;
  const { name, email, organization, registeredBy, attendance, reference, status, position, event } = view;
  return (
    <DescriptionList stacked>
      <Fact term={t('registration.person')}>
        {name}
        {organization && (
          <>
            <br />
            {organization}
          </>
        )}
      </Fact>
      <Fact term={t('register.email')}>{email}</Fact>
      {registeredBy && <Fact term={t('registration.registeredBy')}>{registeredBy}</Fact>}
      <Fact term={t('registration.status')}>
        <StatusWord visit={visit} status={status} position={position} />
      </Fact>
      {event.format === 'hybrid' && <Fact term={t('register.attendance')}>{t(`format.${attendance}`)}</Fact>}
      <Sessions visit={visit} view={view} />
      <Fact term={t('registration.reference')}>
        <strong class="reference">{reference}</strong>
        <br />
        {t('registration.reference.hint')}
      </Fact>
    </DescriptionList>
  );
}

function Sessions({ visit, view }: { visit: Visit; view: RegistrationView }) {
  const { sessions, choices, status } = view;
  // With the seat came what was still free; before that everything is a wish.
  const missing = status === 'confirmed' || status === 'offered' ? 'missed' : 'wished';
  if (sessions.length === 0 || hasEnded(status)) return null;
  return (
    <Fact term={visit.t('register.sessions')}>
      <ul>
        {sessions.map((session) => (
          <li key={session.id}>
            <SessionTitle visit={visit} session={session} among={choices.sessions} />
            {!session.held && ` (${visit.t(`registration.session.${missing}`)})`}
          </li>
        ))}
      </ul>
    </Fact>
  );
}
