import type { Texts } from '#language';
import type { NewMessage } from '#mail';
import type { Invitation } from './invitation.entity.js';

/** What an invitation's mail is for. */
export const OCCASIONS = ['invited', 'reminder', 'substitute', 'released'] as const;
export type Occasion = (typeof OCCASIONS)[number];

/** The facts a mail keeps from the moment it was written; the event is read when it is sent. */
export interface InvitationFacts {
  invitationId: string;
  generation: number;
  firstName: string;
  lastName: string;
  /** On whose behalf; missing for single persons. */
  memberName?: string;
  /** Who named this person as substitute. */
  principal?: string;
  /** Colleagues of the same member who come already. */
  colleagues?: string[];
  /** Title of another event, at which this person waited for a seat and got none. */
  interest?: Texts;
}

/** The mail about an invitation; the number of letters makes it the only one of its sort. */
export function mailAbout(
  invitation: Invitation,
  occasion: Occasion,
  more: Pick<InvitationFacts, 'memberName' | 'principal' | 'colleagues' | 'interest'>,
): NewMessage {
  const { id, eventId, email, firstName, lastName, language, letters, linkGeneration } = invitation;
  const facts: InvitationFacts = {
    invitationId: id,
    generation: linkGeneration,
    firstName,
    lastName,
    ...more,
  };
  return {
    kind: `invitation.${occasion}`,
    subjectId: id,
    eventId,
    to: { address: email, name: `${firstName} ${lastName}`.trim() },
    language,
    facts: { ...facts },
    key: `${id} invitation ${letters}`,
  };
}
