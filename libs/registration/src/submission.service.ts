import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { EntityManager } from 'typeorm';
import { Links } from '#account';
import { Clock } from '#config';
import { type Event, heldDates, ProgrammeService } from '#event';
import { Outbox } from '#mail';
import { Desk } from './desk.js';
import { DeskBook } from './desk-book.js';
import { noticesFor } from './notices.js';
import { personKey } from './person.js';
import { CorrectionOver, RegistrationUnknown } from './refusals.js';
import { Registration } from './registration.entity.js';
import { type AnsweredPerson, Submission } from './submission.entity.js';
import { isActive } from './words.js';

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
    private readonly outbox: Outbox,
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
   * list already is left alone: then the right address registers as a newcomer would. Throws CorrectionOver.
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
    this.outbox.wake();
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
    const moved = await this.manager.transaction(async (manager) => {
      const book = new DeskBook(manager, event.id);
      await book.lock();
      const [registration] = await book.known([], [person.registrationId as string]);
      if (!registration || !isActive(registration.status)) throw new CorrectionOver();
      const key = personKey({ ...registration, email });
      const [other] = await book.known([key], []);
      // A second click finds it done.
      if (other) return other.id === registration.id;
      Object.assign(registration, {
        email,
        emailKey: key.email,
        version: registration.version + 1,
        linkGeneration: registration.linkGeneration + 1,
        toldAt: this.clock.now(),
      });
      await manager.save(Registration, registration);
      await this.tellCorrected(manager, book, event, registration);
      return true;
    });
    if (moved) return { ...person, email };
    // The right address is on the list already: one place is enough, and the mail there tells the truth.
    await this.desk.ask({
      verb: 'withdraw',
      eventId: event.id,
      registrationId: person.registrationId as string,
      actor: 'participant',
      reason: 'registered twice',
      silent: true,
    });
    await this.registerAnew(event, submission, person, email);
    // Shown as if the place had moved: nobody learns from it who was on the list before.
    return { ...person, email, registrationId: undefined };
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

  private async tellCorrected(
    manager: EntityManager,
    book: DeskBook,
    event: Event,
    registration: Registration,
  ) {
    const dates = heldDates(event);
    const [date] = dates;
    const keys = registration.status === 'confirmed' ? [registration.emailKey] : [];
    const sequences =
      date && dates.length === 1
        ? await book.raiseAppointments(keys, date.id, event.sequence + date.sequence)
        : new Map<string, number>();
    const fact = { notice: 'corrected' as const, registration, actor: 'participant' };
    await this.outbox.write(manager, noticesFor([fact], { sequences, now: this.clock.now() }));
  }

  private async remember(submission: Submission, index: number, person: AnsweredPerson): Promise<void> {
    // In place, so that two people's addresses can be corrected at the same time.
    await this.manager.query(
      'UPDATE submission SET answer = jsonb_set(answer, $2::text[], $3::jsonb) WHERE id = $1',
      [submission.id, ['people', String(index)], JSON.stringify(person)],
    );
  }
}
