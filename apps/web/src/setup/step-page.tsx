import type { ComponentChildren } from 'preact';
import type { SetupStep } from '#association';
import type { OfficeVisit } from '../office/door/office-visits.service.js';
import { OfficePage } from '../office/office-page.js';
import { OwnForm } from '../office/own-form.js';
import { Alert, Button, ErrorSummary, type FieldErrors } from '../view/index.js';
import { SETUP } from './setup-controller.js';

export interface StepPageProps {
  visit: OfficeVisit;
  step: SetupStep;
  errors?: FieldErrors;
  /** What a field is called in the summary of mistakes. */
  labelOf?: (name: string) => string;
  /** Why it did not work. */
  refused?: string;
  children: ComponentChildren;
}

/** The shell of one step of the set-up. */
export function StepPage({ visit, step, errors, labelOf, refused, children }: StepPageProps) {
  const { t } = visit;
  const name = t(`setup.step.${step}`);
  const title = errors || refused ? t('site.errors.title', { title: name }) : name;
  return (
    <OfficePage visit={visit} title={title} room="setup" crumbs={[{ text: t('setup.title'), href: SETUP }]}>
      <div class="narrow stack">
        <h1 class="kern-heading-x-large">{name}</h1>
        <ErrorSummary visit={visit} errors={errors ?? {}} labelOf={labelOf ?? ((field) => field)} />
        {refused && (
          <div role="alert">
            <Alert tone="danger" title={refused} />
          </div>
        )}
        {children}
        <p class="kern-body">
          <a class="text-link" href={SETUP}>
            {t('setup.back')}
          </a>
        </p>
      </div>
    </OfficePage>
  );
}

/** Ticks a step off: it is arranged elsewhere, or shall wait. */
export function TickOff({ visit, step, text }: { visit: OfficeVisit; step: SetupStep; text: string }) {
  return (
    <OwnForm visit={visit} action={`${SETUP}/${step}/tick-off`}>
      <div class="actions">
        <Button text={text} />
      </div>
    </OwnForm>
  );
}
