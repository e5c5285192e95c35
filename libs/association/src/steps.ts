/** What has to be done before an installation is set up, in the order in which it is shown. */
export const SETUP_STEPS = [
  'administrator',
  'association',
  'members',
  'sender',
  'colleague',
  'backup',
] as const;

export type SetupStep = (typeof SETUP_STEPS)[number];

/** Steps that an administrator may tick off or leave out; the others show for themselves whether they are done. */
export const TICKABLE = ['members', 'colleague', 'backup'] as const satisfies SetupStep[];

/** What the books show of the set-up. */
export interface SetupFacts {
  /** How many accounts there are that may do everything. */
  administrators: number;
  /** Whether it has been entered whose desk this is. */
  described: boolean;
  members: number;
  /** Whether a test mail has been confirmed. */
  senderConfirmed: boolean;
  tickedOff: readonly string[];
}

/** Which steps are done, by step. */
export function stepsDone(facts: SetupFacts): Record<SetupStep, boolean> {
  const ticked = (step: SetupStep) => facts.tickedOff.includes(step);
  return {
    administrator: facts.administrators > 0,
    association: facts.described,
    members: facts.members > 0 || ticked('members'),
    sender: facts.senderConfirmed,
    colleague: facts.administrators > 1 || ticked('colleague'),
    backup: ticked('backup'),
  };
}
