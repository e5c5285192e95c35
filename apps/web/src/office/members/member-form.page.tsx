import { MEMBER_KINDS } from '#member';
import {
  Alert,
  Button,
  ButtonLink,
  ErrorSummary,
  Field,
  type FieldErrors,
  Radios,
} from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { OfficePage } from '../office-page.js';
import { OwnForm } from '../own-form.js';
import type { MemberFormField, MemberFormInput } from './member-form.js';

export interface MemberFormView {
  /** The member that is changed; missing for a new one. */
  member?: { id: string; name: string };
  input: MemberFormInput;
  errors: FieldErrors;
  refused?: string;
}

/** The form for a new member, or for what is written down about one. */
export function MemberFormPage({ visit, view }: { visit: OfficeVisit; view: MemberFormView }) {
  const { t } = visit;
  const { member, input, errors, refused } = view;
  const title = member ? t('directory.edit') : t('directory.add');
  const back = member ? `/office/members/${member.id}` : '/office/members';
  const field = (name: MemberFormField) => ({
    visit,
    name,
    label: labelOf(visit, name),
    value: input[name],
    errors,
  });
  return (
    <OfficePage
      visit={visit}
      title={title}
      room="members"
      crumbs={[
        { text: t('directory.title'), href: '/office/members' },
        ...(member ? [{ text: member.name, href: back }] : []),
      ]}
    >
      <div class="narrow stack">
        <div class="page-head">
          <h1 class="kern-heading-x-large">{title}</h1>
        </div>
        {refused && <Alert tone="danger" title={refused} />}
        <ErrorSummary
          visit={visit}
          errors={errors}
          labelOf={(name) => labelOf(visit, name as MemberFormField)}
        />
        <OwnForm visit={visit} action={member ? `${back}/change` : '/office/members/new'}>
          <Field {...field('name')} />
          <Radios
            name="kind"
            legend={labelOf(visit, 'kind')}
            value={input.kind}
            choices={MEMBER_KINDS.map((kind) => ({ value: kind, text: t(`member.kind.${kind}`) }))}
            errors={errors}
          />
          {!member && <Field {...field('from')} type="date" />}
          <Field {...field('domains')} hint={t('directory.domains.hint')} optional />
          <Field {...field('postal')} optional />
          <Field {...field('leitwegId')} optional />
          <div class="actions">
            <Button look="primary" text={t('directory.save')} />
            <ButtonLink text={t('office.back')} href={back} />
          </div>
        </OwnForm>
      </div>
    </OfficePage>
  );
}

function labelOf({ t }: OfficeVisit, name: MemberFormField): string {
  if (name === 'name') return t('office.name');
  return t(name === 'from' ? 'directory.column.since' : `directory.column.${name}`);
}
