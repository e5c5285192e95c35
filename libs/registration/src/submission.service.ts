import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { EntityManager } from 'typeorm';
import { Links } from '#account';
import { Clock } from '#config';
import { type Event, ProgrammeService } from '#event';
import { Desk } from './desk/desk.js';
import { personKey } from './person.js';
import { CorrectionOver, PersonDouble, RegistrationUnknown } from './refusals.js';
import { Registration } from './registration.entity.js';
import { RegistrationChange } from './registration-change.entity.js';
import { type AnsweredPerson, Submission } from './submission.entity.js';

/** How long whoever sent the form can correct a mistyped address on its outcome page. */
const CORRECTABLE_FOR = Temporal.Duration.from({ hours: 1 });

/** What the page after a form shows. */
export interface Outcome {
  submission: Submission;
  event: Event;
  correctable: boolean;
}

/** The page after a form: what was answered, and the way to correct a mistyped address. */
@Injectable()
export class SubmissionService {
  constructor(
    @InjectEntityManager() private readonly manager: EntityManager,
    private readonly programme: ProgrammeService,
    private readonly desk: Desk,
    private readonly links: Links,
    private readonly clock: Clock,
  ) {}

  /** The token of a submission's outcome page. */
  tokenOf(submissionId: string): string {
    return this.links.token('submission', submissionId);
  }

  /** Throws RegistrationUnknown for a token that opens nothing. */
  async outcome(token: string): Promise<Outcome> {
    const id = this.links.idOf(token);
    const submission = id && (await this.manager.findOne(Submission, { where: { id } }));
    if (!submission || !this.links.opens(token, 'submission', submission.id)) throw new RegistrationUnknown();
    const event = await this.programme.byId(submission.eventId);
    return { submission, event, correctable: this.isCorrectable(submission) };
  }

  /**
   * Puts another address in the place of a mistyped one. The seat and its place in the line stay, the link in
   * the mail to the wrong address opens nothing any more, and the right address is told. Whoever was on the
   * list already is left alone: then the right address registers as a newcomer would. Throws CorrectionOver, also
   * once the person has changed something: what they answered is for nobody who only registered them.
   */
  async correctAddress(token: string, index: number, email: string): Promise<void> {
    const { submission, event } = await this.outcome(token);
    const person = submission.answer.people[index];
    if (!person || !this.isCorrectable(submission)) throw new CorrectionOver();
    if (personKey({ ...person, email }).email === personKey(person).email) return;
    const corrected = person.registrationId
      ? await this.move(event, submission, index, email)
      : await this.registerAnew(event, submission, person, email);
    await this.remember(submission, index, corrected);
  }

  private isCorrectable(submission: Submission): boolean {
    const end = submission.createdAt.add(CORRECTABLE_FOR);
    return Temporal.Instant.compare(this.clock.now(), end) < 0;
  }

  private async move(
    event: Event,
    submission: Submission,
    index: number,
    email: string,
  ): Promise<AnsweredPerson> {
    const person = submission.answer.people[index] as AnsweredPerson;
    const concerned = {
      eventId: event.id,
      registrationId: person.registrationId as string,
      actor: 'participant',
    };
    const { firstName, lastName, language } = person;
    const corrected = { email, firstName, lastName, language };
    if (await this.isInUse(concerned.registrationId)) throw new CorrectionOver();
    try {
      const only = personKey(person);
      const moved = await this.desk.ask({
        verb: 'swap',
        ...concerned,
        person: corrected,
        corrects: true,
        mistyped: true,
        only,
      });
      if (!moved.from) throw new CorrectionOver();
      return { ...person, email };
    } catch (error) {
      // Sent twice, the second finds it done.
      const isDone =
        error instanceof CorrectionOver && (await this.isWith(concerned.registrationId, corrected));
      if (isDone) return { ...person, email };
      if (!(error instanceof PersonDouble)) throw error;
    }
    // The right address is on the list already: one place is enough, and the mail there tells the truth.
    await this.desk.ask({ verb: 'withdraw', ...concerned, reason: 'registered twice', silent: true });
    await this.registerAnew(event, submission, person, email);
    // Shown as if the place had moved: nobody learns from it who was on the list before.
    return { ...person, email, registrationId: undefined };
  }

  private isInUse(registrationId: string): Promise<boolean> {
    return this.manager.existsBy(RegistrationChange, {
      registrationId,
      actor: 'participant',
      what: 'changed',
    });
  }

  private isWith(id: string, person: Parameters<typeof personKey>[0]): Promise<boolean> {
    const { email, name } = personKey(person);
    return this.manager.existsBy(Registration, { id, emailKey: email, nameKey: name });
  }

  private async registerAnew(event: Event, submission: Submission, person: AnsweredPerson, email: string) {
    const { firstName, lastName, organization, attendance, language } = person;
    const { people } = await this.desk.ask({
      verb: 'register',
      eventId: event.id,
      actor: 'participant',
      people: [
        { firstName, lastName, organization, attendance, language, email, copyTo: submission.answer.copyTo },
      ],
    });
    return people[0] as AnsweredPerson;
  }

  private async remember(submission: Submission, index: number, person: AnsweredPerson): Promise<void> {
    // In place, so that two people's addresses can be corrected at the same time.
    await this.manager.query(
      'UPDATE submission SET answer = jsonb_set(answer, $2::text[], $3::jsonb) WHERE id = $1',
      [submission.id, ['people', String(index)], JSON.stringify(person)],
    );
  }
}
