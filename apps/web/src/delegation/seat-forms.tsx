import { moment } from '#language';
import { EventStrip } from '../event/event-strip.js';
import { StatusWord } from '../registration/status-word.js';
import {
  Alert,
  Button,
  ButtonLink,
  DescriptionList,
  ErrorSummary,
  Fact,
  Field,
  Form,
  type Visit,
} from '../view/index.js';
import { CORRECTION, type NameInput, type SeatPageView } from './delegation-view.js';
import { COLLEAGUE_FIELDS, type ColleagueField } from './party-form.js';
import { seatName } from './seat-name.js';

interface PartProps {
  visit: Visit;
  view: SeatPageView;
}

/** One seat of a delegation: who has it, and the ways to name, swap or withdraw. */
export function SeatForms({ visit, view }: PartProps) {
  const { t } = visit;
  const { seat, errors, refused } = view;
  return (
    <div class="stack">
      {refused && (
        <div role="alert">
          <Alert tone="danger" title={refused} />
        </div>
      )}
      <ErrorSummary
        visit={visit}
        errors={errors}
        labelOf={(name) => labelOf(visit, name.replace(CORRECTION, '') as ColleagueField)}
      />
      <EventStrip visit={visit} event={view.event} />
      <DescriptionList>
        <Fact term={t('delegation.person')}>{seatName(visit, seat)}</Fact>
        {seat.named && <Fact term={t('delegation.email')}>{seat.email}</Fact>}
        <Fact term={t('delegation.status')}>
          <StatusWord visit={visit} status={seat.status} position={seat.position} />
        </Fact>
      </DescriptionList>
      {seat.named && <Correcting visit={visit} view={view} />}
      <Naming visit={visit} view={view} />
      <Leaving visit={visit} view={view} />
      <div class="actions">
        <ButtonLink look="tertiary" text={t('delegation.back')} href={view.back} />
      </div>
    </div>
  );
}

function Correcting({ visit, view: { seat, href, hidden, correction, errors } }: PartProps) {
  const { t } = visit;
  const common = (name: keyof NameInput) => ({
    visit,
    name: `${CORRECTION}${name}`,
    label: labelOf(visit, name),
    value: correction[name],
    errors,
  });
  return (
    <section aria-labelledby="correcting">
      <h2 class="kern-heading-medium" id="correcting">
        {t('delegation.seat.correct')}
      </h2>
      <p class="kern-body">{t('delegation.seat.correct.text')}</p>
      <Form action={`${href}/correct`} hidden={{ ...hidden, version: String(seat.version) }}>
        <div class="field-row">
          <Field {...common('firstName')} />
          <Field {...common('lastName')} />
        </div>
        <div class="actions">
          <Button text={t('delegation.seat.correct')} />
        </div>
      </Form>
    </section>
  );
}

function Naming({ visit, view }: PartProps) {
  const { t } = visit;
  const { seat, href, hidden, input, errors, coordinatorAddress } = view;
  const common = (name: ColleagueField) => ({
    visit,
    name,
    label: labelOf(visit, name),
    value: input[name],
    errors,
  });
  return (
    <section aria-labelledby="naming">
      <h2 class="kern-heading-medium" id="naming">
        {t(seat.named ? 'delegation.seat.swap' : 'delegation.seat.name')}
      </h2>
      <p class="kern-body">
        {seat.named
          ? t('delegation.seat.swap.text', { name: seatName(visit, seat) })
          : t('delegation.seat.name.text')}
      </p>
      <Form action={`${href}/person`} hidden={{ ...hidden, version: String(seat.version) }}>
        <div class="field-row">
          <Field {...common('firstName')} />
          <Field {...common('lastName')} />
        </div>
        <Field
          {...common('email')}
          type="email"
          hint={t('delegation.party.email.hint', { address: coordinatorAddress })}
          optional
        />
        <div class="actions">
          <Button
            look="primary"
            text={t(seat.named ? 'delegation.seat.swap.submit' : 'delegation.seat.name')}
          />
        </div>
      </Form>
    </section>
  );
}

function Leaving({ visit, view: { seat, href, hidden, nameBy } }: PartProps) {
  const { t, language } = visit;
  return (
    <section aria-labelledby="leaving">
      <h2 class="kern-heading-medium" id="leaving">
        {t(seat.named ? 'delegation.seat.leave' : 'delegation.seat.giveBack')}
      </h2>
      {seat.named && (
        <p class="kern-body">{t('delegation.seat.leave.text', { name: seatName(visit, seat) })}</p>
      )}
      <p class="kern-body">
        {seat.named && nameBy && `${t('delegation.seat.keep.text', { moment: moment(nameBy, language) })} `}
        {t('delegation.seat.giveBack.text')}
      </p>
      <div class="actions">
        {seat.named && nameBy && (
          <Form action={`${href}/keep`} hidden={hidden}>
            <Button text={t('delegation.seat.keep')} />
          </Form>
        )}
        <Form action={`${href}/withdraw`} hidden={hidden}>
          <Button text={t('delegation.seat.giveBack')} />
        </Form>
      </div>
    </section>
  );
}

function labelOf({ t }: Visit, name: ColleagueField): string {
  const field = COLLEAGUE_FIELDS.find((one) => one === name) ?? 'lastName';
  return field === 'email' ? t('delegation.email') : t(`delegation.party.${field}`);
}
