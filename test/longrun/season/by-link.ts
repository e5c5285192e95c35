import { Links } from '#account';
import { RegistrationService, type Settled } from '#registration';
import type { Deed, Expected } from '../model/deed.js';
import { type Entry, type Guest, isThere, statusOf } from '../model/entry.js';
import type { EventModel } from '../model/event-model.js';
import { check, newcomerOf, said } from './at-the-desk.js';
import { someEntry } from './some-deed.js';
import { nowOf, type Stage } from './stage.js';

/** Somebody uses the link in a mail. Throws a Difference. */
export async function byLink(stage: Stage, event: EventModel): Promise<void> {
  const { dice, house } = stage;
  const verb = dice.one(['withdraw', 'accept', 'verify', 'change', 'refuse', 'swap'] as const);
  const guest = stage.society.guest(dice);
  const entry = someEntry(stage, event, verb === 'refuse' ? 'accept' : verb);
  if (!entry?.id) return;
  if (verb === 'swap' && (guest.person === entry.person || hasLimits(event))) return;
  const [row] = await house.manager.query(
    'SELECT link_generation AS generation FROM registration WHERE id = $1',
    [entry.id],
  );
  const token = house.get(Links).token('registration', entry.id, row.generation);
  const service = house.get(RegistrationService);
  const way = dice.one(event.ways);
  const calls: Record<typeof verb, () => Promise<Settled>> = {
    withdraw: () => service.withdrawByLink(token),
    accept: () => service.acceptByLink(token),
    verify: () => service.verifyByLink(token),
    refuse: () => service.refuseByLink(token),
    change: () => service.changeByLink(token, { attendance: way }),
    swap: () => service.swapByLink(token, newcomerOf(guest)),
  };
  const deeds: Record<typeof verb, Deed> = {
    withdraw: { verb: 'withdraw', entry, declined: false, silent: false },
    accept: { verb: 'accept', entry },
    verify: { verb: 'verify', entry },
    refuse: { verb: 'withdraw', entry, declined: false, silent: false },
    change: { verb: 'change', entry, way },
    swap: { verb: 'swap', entry, guest, corrects: false, joins: isAnother(entry, guest) },
  };
  const now = nowOf(stage);
  const before = statusOf(entry);
  const answer = await said(calls[verb]());
  const unwanted = verb === 'swap' ? event.handsOnTo(entry, guest) : undefined;
  const refused = unwanted ? { refused: unwanted } : undefined;
  const expected =
    refusedByLink(event, verb, before, now) ?? refused ?? livingOnly(verb, event.ask(deeds[verb], now));
  check(answer, expected, event, deeds[verb]);
}

// A seat that has no name yet is not given up by naming it, and whoever has one mailbox with somebody knows of them.
const isAnother = (entry: Entry, { email }: Guest): boolean =>
  entry.person !== undefined && email !== entry.email;

// Limits count over several requests, and are asked for by themselves.
const hasLimits = ({ rules }: EventModel): boolean => rules.mostPerAddress !== null || rules.series !== null;

// What is refused before the desk is asked.
function refusedByLink(event: EventModel, verb: string, before: string, now: number): Expected | undefined {
  if (verb === 'refuse') return before === 'offered' ? undefined : withoutOffer(before);
  if (verb === 'accept' || verb === 'verify') return undefined;
  if (now >= event.plan.start) return { refused: 'EventStarted' };
  const { withdrawUntil } = event.rules;
  return withdrawUntil !== null && now >= withdrawUntil ? { refused: 'WithdrawalOver' } : undefined;
}

// What is said instead of “nothing was to be done”.
function livingOnly(verb: string, expected: Expected): Expected {
  if (!('entry' in expected)) return expected;
  const { entry, from } = expected;
  if (verb === 'accept' && statusOf(entry) !== 'confirmed') return withoutOffer(statusOf(entry));
  if (verb === 'verify' && !isThere(entry)) return { refused: 'VerificationOver' };
  if ((verb === 'change' || verb === 'swap') && from === undefined) return { refused: 'RegistrationOver' };
  return expected;
}

const withoutOffer = (status: string) => ({ refused: status === 'expired' ? 'OfferOver' : 'NoOffer' });
