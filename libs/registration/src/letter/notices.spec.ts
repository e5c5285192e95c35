import { describe, expect, it } from '@jest/globals';
import type { Registration } from '../registration.entity.js';
import { type Fact, noticesFor } from './notices.js';

const now = Temporal.Instant.from('2026-11-02T08:00:00Z');

/** Something that happened to a registration of a shared mailbox. */
function aFact(notice: Fact['notice'], changes: Partial<Registration> = {}, rest: Partial<Fact> = {}): Fact {
  const registration = {
    id: 'registration',
    eventId: 'event',
    reference: 'K7M-4PX',
    status: 'confirmed',
    holdsSeat: true,
    attendance: 'onsite',
    email: 'Amt@stadt.test',
    emailKey: 'amt@stadt.test',
    firstName: 'Alma',
    lastName: 'Beispiel',
    language: 'de',
    named: true,
    version: 2,
    linkGeneration: 0,
    organization: null,
    copyTo: null,
    groupId: null,
    expiresAt: null,
    registeredBy: null,
    ...changes,
  } as Registration;
  return { notice, registration, actor: 'participant', ...rest };
}

const mails = (facts: Fact[], sequences = new Map<string, number>()) => noticesFor(facts, { sequences, now });

describe('The mails that tell what happened', () => {
  it('go to the person and to the second address', () => {
    const told = mails([aFact('registered', { copyTo: 'vorzimmer@stadt.test' })]);
    expect(told.map((mail) => mail.to.address)).toEqual(['Amt@stadt.test', 'vorzimmer@stadt.test']);
    expect(told[1]?.facts.copyOf).toBe('Amt@stadt.test');
  });

  it('keep the link that confirms an address from every other address', () => {
    const told = mails([aFact('registered', { status: 'unverified', copyTo: 'vorzimmer@stadt.test' })]);
    expect(told.map((mail) => mail.to.address)).toEqual(['Amt@stadt.test']);
    expect(told[0]?.facts.copyTo).toBeUndefined();
  });

  it('do not go to an address that was never confirmed once its time is over', () => {
    expect(mails([aFact('lapsed', { status: 'expired' }, { from: 'unverified' })])).toEqual([]);
    expect(mails([aFact('lapsed', { status: 'expired' }, { from: 'offered' })])).toHaveLength(1);
  });

  it('pass on a reason as the office’s message, but not what people gave as theirs', () => {
    const reason = 'Doppelt gebucht.';
    const gone = { status: 'cancelled' } as const;
    const byOffice = mails([aFact('withdrawn', gone, { from: 'confirmed', actor: 'account:1', reason })]);
    const bySelf = mails([aFact('withdrawn', gone, { from: 'confirmed', reason })]);
    expect(byOffice[0]?.facts.message).toBe(reason);
    expect(JSON.stringify(bySelf)).not.toContain(reason);
  });

  it('leave the appointment where a colleague comes to the mailbox that somebody leaves', () => {
    const sequences = new Map([['amt@stadt.test', 7]]);
    const leaving = aFact('replaced', { status: 'cancelled' }, { from: 'confirmed' });
    const coming = aFact('registered', { firstName: 'Omar' }, { from: 'confirmed' });
    const [gone, come] = mails([leaving, coming], sequences);
    expect(gone?.facts.sequence).toBeUndefined();
    expect(come?.facts.sequence).toBe(7);
    expect(mails([leaving], sequences)[0]?.facts.sequence).toBe(7);
  });

  it('tell a delegation once of all its seats without a name to which the same has happened', () => {
    const seat = (id: string, changes: Partial<Registration> = {}) =>
      aFact('lapsed', { id, reference: id, named: false, delegationId: 'delegation', ...changes });
    const [both, named, another, ...more] = mails([
      seat('a'),
      seat('b'),
      seat('c', { named: true }),
      seat('d', { delegationId: 'another' }),
    ]);
    expect(both?.subjectId).toBe('a');
    expect(both?.facts.others).toEqual([{ registrationId: 'b', reference: 'b', generation: 0 }]);
    expect([named, another].map((mail) => [mail?.subjectId, mail?.facts.others])).toEqual([
      ['c', undefined],
      ['d', undefined],
    ]);
    expect(more).toEqual([]);
  });

  it('address a seat without a name by its address', () => {
    const [mail] = mails([aFact('promoted', { named: false, firstName: '', lastName: '' })]);
    expect(mail?.to.name).toBe('Amt@stadt.test');
    expect(mail?.facts.unnamed).toBe(true);
  });
});
