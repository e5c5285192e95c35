import type { FieldError } from '#language';
import type { ContingentsInput, DeskRules, MemberContingent } from '#registration';
import { hourOf, momentIn, numberIn, readTyped, type Typed, typedMoment } from './typed.js';

export const guaranteedField = (memberId: string): string => `guaranteed.${memberId}`;
export const capField = (memberId: string): string => `cap.${memberId}`;

/** Contingents as their form shows them: of single members only what is otherwise than for all. */
export function typedContingents(
  rules: DeskRules,
  contingents: readonly MemberContingent[],
  timeZone: string,
): Typed {
  const { memberGuaranteed, memberCap, contingentsUntil } = rules;
  return {
    memberGuaranteed: String(memberGuaranteed),
    memberCap: String(memberCap ?? ''),
    ...typedMoment('until', contingentsUntil, timeZone),
    ...Object.fromEntries(
      contingents.flatMap(({ memberId, guaranteed, cap }) => [
        [guaranteedField(memberId), guaranteed === memberGuaranteed ? '' : String(guaranteed)],
        [capField(memberId), cap === usualCap(memberCap, guaranteed) ? '' : String(cap ?? '')],
      ]),
    ),
  };
}

export const readContingents = (body: unknown, members: readonly string[]): Typed =>
  readTyped(body, [
    'memberGuaranteed',
    'memberCap',
    'until',
    hourOf('until'),
    ...members.flatMap((id) => [guaranteedField(id), capField(id)]),
  ]);

/** What a form says, for the rules to check; a member with an empty field has what all have, and what it is promised. */
export function contingentsIn(typed: Typed, members: readonly string[], timeZone: string): ContingentsInput {
  const memberGuaranteed = numberIn(typed.memberGuaranteed) ?? 0;
  const memberCap = numberIn(typed.memberCap);
  const own = members.filter((id) => typed[guaranteedField(id)] || typed[capField(id)]);
  return {
    memberGuaranteed,
    memberCap,
    until: momentIn(typed, 'until', { timeZone, hour: '00:00' }),
    overrides: Object.fromEntries(
      own.map((id) => [
        id,
        {
          guaranteed: numberIn(typed[guaranteedField(id)]) ?? memberGuaranteed,
          cap:
            numberIn(typed[capField(id)]) ?? usualCap(memberCap, numberIn(typed[guaranteedField(id)]) || 0),
        },
      ]),
    ),
  };
}

// What a member may have that has no upper limit of its own: as many as all, and what it is promised.
const usualCap = (memberCap: number | null, guaranteed: number): number | null =>
  memberCap === null ? null : Math.max(memberCap, guaranteed);

/** What is wrong, at the form's own fields. */
export const atContingentFields = (errors: readonly FieldError[]): FieldError[] =>
  errors.map((error) => {
    const [, member = '', part] = /^overrides\.([^.]+)\.(\w+)$/.exec(error.field) ?? [];
    if (!part) return error;
    return { ...error, field: part === 'cap' ? capField(member) : guaranteedField(member) };
  });
