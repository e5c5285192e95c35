import { type Event, heldDates } from '#event';
import type { Happening } from '#notice';
import {
  Alert,
  Button,
  ButtonLink,
  ErrorSummary,
  Field,
  type FieldErrors,
  TextArea,
} from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { OwnForm } from '../own-form.js';
import { ScopeWord } from './choose.page.js';
import type { NoticeField, NoticeInput } from './notice-form.js';
import { NoticeShell } from './notice-shell.js';
import { happeningWord } from './words.js';

export interface NoticeFormView {
  event: Event;
  what: Happening;
  input: NoticeInput;
  errors: FieldErrors;
  /** Why it cannot be done at all. */
  refused?: string;
}

interface PartProps {
  visit: OfficeVisit;
  view: NoticeFormView;
}

/** Says what is different now, and what else the office wants to say. Nothing is sent from here. */
export function NoticeFormPage({ visit, view }: PartProps) {
  const { t } = visit;
  const { event, what, input, errors, refused } = view;
  const title = t(happeningWord(what, event));
  const href = `/office/events/${event.id}/notice`;
  const wrong = Object.keys(errors).length > 0 ? t('site.errors.title', { title }) : undefined;
  return (
    <NoticeShell visit={visit} event={event} title={title} wrong={wrong} inside>
      <ErrorSummary visit={visit} errors={errors} labelOf={(name) => labelOf(visit, name as NoticeField)} />
      {refused && <Alert tone="danger" title={refused} />}
      {(input.scope !== 'event' || (what === 'moved' && heldDates(event).length > 1)) && (
        <p class="kern-body kern-body--large">
          <ScopeWord visit={visit} event={event} what={what} scope={input.scope} />
        </p>
      )}
      <OwnForm visit={visit} action={href} hidden={{ what, scope: input.scope, wish: 'preview' }}>
        {what === 'moved' && <Whereabouts visit={visit} view={view} />}
        {what === 'online' && (
          <Field {...common(visit, view, 'joiningLink')} hint={t('planning.joiningLink.hint')} />
        )}
        <OwnWords visit={visit} view={view} />
        <div class="actions">
          <Button look="primary" text={t('notice.preview.submit')} turbo={false} />
          <ButtonLink text={t('office.back')} href={href} />
        </div>
      </OwnForm>
    </NoticeShell>
  );
}

function Whereabouts({ visit, view }: PartProps) {
  return (
    <>
      <div class="field-row">
        <Field {...common(visit, view, 'day')} type="date" />
        <Field {...common(visit, view, 'from')} type="time" />
        <Field {...common(visit, view, 'until')} type="time" />
      </div>
      {view.event.format !== 'online' && <Field {...common(visit, view, 'place')} optional />}
    </>
  );
}

function OwnWords({ visit, view }: PartProps) {
  const { mainLanguage } = view.event;
  return (['text.de', 'text.en', 'text.fr'] as const).map((name) => {
    const isMain = name === `text.${mainLanguage}`;
    return (
      <TextArea
        {...common(visit, view, name)}
        hint={isMain ? visit.t('notice.text.hint') : undefined}
        optional={!(isMain && view.what === 'programme')}
        key={name}
      />
    );
  });
}

/** What a field of the form is called. */
function labelOf({ t }: OfficeVisit, name: NoticeField): string {
  switch (name) {
    case 'text.de':
    case 'text.en':
    case 'text.fr':
      return t(`notice.${name}`);
    case 'scope':
      return t('notice.which');
    default:
      return t(`planning.${name}`);
  }
}

const common = (visit: OfficeVisit, { input, errors }: NoticeFormView, name: NoticeField) => ({
  visit,
  name,
  label: labelOf(visit, name),
  value: input[name],
  errors,
});
