import { Button } from '../view/index.js';
import type { OfficeVisit } from './door/office-visits.service.js';
import { OwnForm } from './own-form.js';

/** The rooms of the office. */
export type Room = 'events' | 'members' | 'matrix' | 'messages' | 'setup';

/** The way between the rooms, and out. */
export function OfficeBar({ visit, room }: { visit: OfficeVisit; room?: Room }) {
  const { t, account } = visit;
  return (
    <section class="office-bar" aria-label={t('office.bar')}>
      <nav class="site-nav" aria-label={t('office.title')}>
        <ul>
          <RoomLink href="/office" text={t('office.events')} current={room === 'events'} />
          <RoomLink href="/office/members" text={t('directory.title')} current={room === 'members'} />
          <RoomLink href="/office/matrix" text={t('office.matrix')} current={room === 'matrix'} />
          <RoomLink href="/office/messages" text={t('office.messages')} current={room === 'messages'} />
          {!visit.demo && account?.role === 'administrator' && (
            <RoomLink href="/office/setup" text={t('setup.title')} current={room === 'setup'} />
          )}
        </ul>
      </nav>
      <div class="office-bar__account">
        <span class="kern-body kern-body--small">{account?.name}</span>
        <OwnForm visit={visit} action="/office/sign-out">
          <Button look="tertiary" icon="logout" text={t('office.signOut')} />
        </OwnForm>
      </div>
    </section>
  );
}

function RoomLink({ href, text, current }: { href: string; text: string; current: boolean }) {
  return (
    <li>
      <a class="site-nav__link" href={href} aria-current={current ? 'page' : undefined}>
        {text}
      </a>
    </li>
  );
}
