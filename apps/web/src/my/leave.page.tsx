import { Button, ButtonLink, Document, Form, type Visit } from '../view/index.js';

export interface LeaveView {
  name: string;
  home: string;
  /** The person's form. */
  back: string;
}

/** Asks before somebody is noted as gone. */
export function LeavePage({ visit, view: { name, home, back } }: { visit: Visit; view: LeaveView }) {
  const { t } = visit;
  const title = t('my.person.leave.name', { name });
  return (
    <Document visit={visit} title={title} crumbs={[{ text: t('my.title'), href: home }]} personal>
      <div class="narrow stack">
        <div class="page-head">
          <h1 class="kern-heading-x-large">{title}</h1>
        </div>
        <p class="kern-body kern-body--large">{t('my.person.leave.text', { name })}</p>
        <Form action={`${back}/leave`}>
          <div class="actions">
            <Button look="primary" text={t('my.person.leave')} />
            <ButtonLink text={t('my.back')} href={back} />
          </div>
        </Form>
      </div>
    </Document>
  );
}
