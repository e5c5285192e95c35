import { ButtonLink } from '../../view/index.js';
import { wordsOf } from './deed-words.js';
import { type Deed, isAttendanceOpen, isChangeable, possibleDeeds } from './deeds.js';
import type { PartProps } from './registration-page-view.js';
import { hrefOf } from './registration-view.js';

/** What the office can do now; each asks first. */
export function RegistrationActions({ visit, view }: PartProps) {
  const { t } = visit;
  const href = hrefOf(view);
  const { registration } = view;
  const deeds = possibleDeeds(view).filter((deed) => registration.named || deed === 'withdraw');
  const primary: Deed | undefined = deeds.includes('approve') ? 'approve' : undefined;
  return (
    <div class="actions">
      {deeds.map((deed) => (
        <ButtonLink
          look={deed === primary ? 'primary' : undefined}
          text={t(wordsOf(deed).link)}
          href={`${href}/${deed}`}
          key={deed}
        />
      ))}
      {isChangeable(registration) && (
        <>
          {isAttendanceOpen(view, view.choices) && (
            <ButtonLink icon="edit" text={t('desk.change')} href={`${href}/change`} />
          )}
          <ButtonLink
            text={t(registration.named ? 'desk.person' : 'desk.person.name')}
            href={`${href}/person`}
          />
          {registration.named && <ButtonLink text={t('desk.move')} href={`${href}/move`} />}
        </>
      )}
    </div>
  );
}
