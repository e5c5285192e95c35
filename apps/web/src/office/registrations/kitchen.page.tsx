import type { SensitiveQuestion } from '#report';
import { Alert, Button, Disclosure, Table } from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { inTable } from '../moment.js';
import { OwnForm } from '../own-form.js';
import { FormShell } from './form-shell.js';
import { type EventPart, eventCrumbs } from './registration-view.js';

export interface KitchenView extends EventPart {
  timeZone: string;
  isAsked: boolean;
  /** Who looked before, the latest first. */
  looks: { at: Temporal.Instant; name?: string }[];
  /** Missing until somebody has asked for them. */
  questions?: SensitiveQuestion[];
}

interface PartProps {
  visit: OfficeVisit;
  view: KitchenView;
}

/** Confidential answers of all who come, counted; behind a button, and who presses it is written down. */
export function KitchenPage({ visit, view }: PartProps) {
  const { t } = visit;
  const { brief, isAsked, questions, looks, timeZone } = view;
  return (
    <FormShell visit={visit} title={t('kitchen.title')} crumbs={eventCrumbs(visit, view)} brief={brief}>
      {questions && <Alert tone="info" title={t('desk.sensitive.noted')} />}
      {!isAsked && <p class="kern-body">{t('kitchen.unasked')}</p>}
      {isAsked && !questions && <p class="kern-body">{t('kitchen.text')}</p>}
      {questions?.map((question) => (
        <Answers visit={visit} question={question} key={question.id} />
      ))}
      {isAsked && <Ways visit={visit} view={view} />}
      {looks.length > 0 && (
        <p class="kern-body">
          {t('kitchen.looks', {
            looks: looks
              .map(
                ({ at, name }) =>
                  `${name ?? t('office.by.office')}, ${inTable(at, visit.language, timeZone)}`,
              )
              .join('; '),
          })}
        </p>
      )}
    </FormShell>
  );
}

function Ways({ visit, view: { href, questions } }: PartProps) {
  const { t } = visit;
  return (
    <OwnForm visit={visit} action={`${href}/kitchen`}>
      <p class="kern-body">{t('kitchen.names.text')}</p>
      <div class="actions">
        {!questions && <Button look="primary" text={t('kitchen.open')} turbo={false} />}
        <Button icon="download" text={t('kitchen.excel')} name="file" value="excel" turbo={false} />
        <Button
          icon="download"
          look="tertiary"
          text={t('kitchen.plain')}
          name="file"
          value="plain"
          turbo={false}
        />
      </div>
    </OwnForm>
  );
}

function Answers({ visit, question }: { visit: OfficeVisit; question: SensitiveQuestion }) {
  const { t } = visit;
  const { id, label, isWritten, answers } = question;
  return (
    <section class="programme-group" aria-labelledby={id}>
      <h2 class="kern-heading-medium" id={id}>
        {label}
      </h2>
      <Table
        caption={label}
        rows={answers}
        keyOf={({ text }) => text}
        empty={t('kitchen.noAnswers')}
        columns={[
          { title: t('kitchen.answer'), heading: true, cell: ({ text }) => text },
          { title: t('kitchen.count'), numeric: true, cell: ({ names }) => names.length },
          {
            title: t('kitchen.names'),
            cell: ({ names }) =>
              isWritten ? (
                names.join(', ')
              ) : (
                <Disclosure title={t('kitchen.names')}>{names.join(', ')}</Disclosure>
              ),
          },
        ]}
      />
    </section>
  );
}
