import { shortDay } from '#language';
import { Fact, type Visit } from '../view/index.js';
import type { RegistrationView } from './registration-view.js';

/** The way into an online event, for those who are registered for it (rule T9). */
export function Joining({ visit, view }: { visit: Visit; view: RegistrationView }) {
  const { t, language } = visit;
  const { event, status, attendance } = view;
  const isOnline = event.format === 'online' || (event.format === 'hybrid' && attendance === 'online');
  if (status !== 'confirmed' || !isOnline || event.over || event.status === 'cancelled') return null;
  const dates = event.dates.filter(({ joiningLink, cancelled }) => joiningLink && !cancelled);
  const links = [...new Map(dates.map((date) => [date.joiningLink, date])).values()];
  return (
    <Fact term={t('registration.join')}>
      {links.length === 0 && t('registration.join.later')}
      {links.map(({ joiningLink, start }) => (
        <p key={joiningLink}>
          <a class="text-link" href={joiningLink} rel="noreferrer">
            {t('registration.join.link')}
            {links.length > 1 && ` (${shortDay(start, language)})`}
          </a>
          <br />
          <span class="address">{joiningLink}</span>
        </p>
      ))}
    </Fact>
  );
}
