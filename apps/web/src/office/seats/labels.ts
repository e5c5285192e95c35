import type { MessageKey } from '#language';
import { pick } from '#language';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { capField, guaranteedField } from './contingents-form.js';
import type { SeatsView } from './seats-view.js';
import { seatsField } from './sessions-form.js';

/** What a field of the page is called where it stands alone. */
export function labelOf(visit: OfficeVisit, view: SeatsView, name: string): string {
  const { t } = visit;
  if (name === 'onsite' || name === 'online') return t(`planning.seats.${name}`);
  for (const { id, name: member } of view.members) {
    if (name === guaranteedField(id)) return t('rules.guaranteed.of', { member });
    if (name === capField(id)) return t('rules.cap.of', { member });
  }
  const item = view.event.items.find(({ id }) => name === seatsField(id));
  if (item) {
    const { text } = pick(item.title, visit.language, view.event.mainLanguage);
    return t('rules.session.seats.of', { title: text });
  }
  return t(`rules.${name}` as MessageKey);
}
