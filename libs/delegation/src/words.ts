import type { Contact, MemberName } from '#member';

/** On whose behalf seats are asked for, and through whom. */
export interface Coordination {
  coordinator: Contact;
  member: MemberName;
}

/** Who does something about a delegation. */
export interface Acting {
  /** `contact:<id>`, or `account:<id>` for the office in a coordinator's place. */
  actor: string;
}

/** Whether the office acts; then no window and no limit is in the way. */
export const byOffice = ({ actor }: Acting): boolean => actor.startsWith('account:');
