import type { Event } from '#event';
import { pick, type Translate } from '#language';
import type { RegistrationView } from '#registration';
import type { EventBrief } from '../../event/event-brief.js';
import { langOf } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';

type Registered = Pick<RegistrationView, 'registration'>;

/** The page of a registration. */
export const hrefOf = ({ registration }: Registered): string => `/office/registrations/${registration.id}`;

/** A person's name; a seat whose person is not known yet has a sign instead. */
export const nameOf = ({ registration }: Registered, t: Translate): string =>
  registration.named ? `${registration.firstName} ${registration.lastName}`.trim() : t('desk.unnamed');

/** The way back to an event's list. */
export function eventCrumb(visit: OfficeVisit, event: Event) {
  const title = pick(event.title, visit.language, event.mainLanguage);
  return { text: title.text, href: `/office/events/${event.id}`, lang: langOf(title, visit) };
}

/** The way back from a registration, or from a form about it. */
export function crumbsOf(
  visit: OfficeVisit,
  view: Pick<RegistrationView, 'registration' | 'event'>,
  { withPerson = false } = {},
) {
  return [
    { text: visit.t('office.events'), href: '/office' },
    eventCrumb(visit, view.event),
    ...(withPerson ? [{ text: nameOf(view, visit.t), href: hrefOf(view) }] : []),
  ];
}

/** An event, as the pages about its list show it. */
export interface EventPart {
  /** The event's page in the office. */
  href: string;
  brief: EventBrief;
}

/** The way back from a page about an event's list. */
export const eventCrumbs = (visit: OfficeVisit, { href, brief }: EventPart) => [
  { text: visit.t('office.events'), href: '/office' },
  { text: brief.title.text, href, lang: langOf(brief.title, visit) },
];
