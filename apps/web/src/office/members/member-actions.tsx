import { Button, Disclosure, Field, Select } from '../../view/index.js';
import { OwnForm } from '../own-form.js';
import { type MemberPartProps, nameOf } from './member-view.js';

/** What happens to a member now and then: a function passes on, a resignation, another membership, a double. */
export function MemberActions({ visit, view }: MemberPartProps) {
  const last = view.memberships.at(-1);
  return (
    <div class="stack narrow">
      <Assignment visit={visit} view={view} />
      {last && <DayForm visit={visit} view={view} deed="resign" />}
      {(!last || last.untilDay !== null) && <DayForm visit={visit} view={view} deed="rejoin" />}
      <Merge visit={visit} view={view} />
    </div>
  );
}

function DayForm({ visit, view: { member }, deed }: MemberPartProps & { deed: 'resign' | 'rejoin' }) {
  const { t } = visit;
  return (
    <Disclosure title={t(`directory.${deed}`)}>
      <OwnForm visit={visit} action={`/office/members/${member.id}/${deed}`}>
        <Field visit={visit} name="day" label={t(`directory.${deed}.day`)} type="date" value="" />
        <Button text={t(`directory.${deed}`)} />
      </OwnForm>
    </Disclosure>
  );
}

function Assignment({ visit, view: { member, contacts, functions, today } }: MemberPartProps) {
  const { t } = visit;
  const present = contacts.filter(({ leftOn }) => leftOn === null || leftOn >= today);
  if (present.length === 0) return null;
  return (
    <Disclosure title={t('directory.function.assign')}>
      <OwnForm visit={visit} action={`/office/members/${member.id}/functions`}>
        <Field
          visit={visit}
          name="title"
          label={t('directory.function.name')}
          hint={functions.map(({ name }) => name).join(', ') || undefined}
          value=""
        />
        <Select
          visit={visit}
          name="contactId"
          label={t('directory.contact')}
          value=""
          choices={present.map((contact) => ({ value: contact.id, text: nameOf(contact) }))}
          empty={t('site.choose')}
        />
        <Field visit={visit} name="from" label={t('directory.function.from')} type="date" value={today} />
        <Button text={t('directory.function.assign')} />
      </OwnForm>
    </Disclosure>
  );
}

function Merge({ visit, view: { member, others } }: MemberPartProps) {
  const { t } = visit;
  return (
    <Disclosure title={t('directory.merge')}>
      <p class="kern-body">{t('directory.merge.hint', { name: member.name })}</p>
      <OwnForm visit={visit} action={`/office/members/${member.id}/merge`}>
        <Select
          visit={visit}
          name="double"
          label={t('directory.merge.which')}
          value=""
          choices={others.map(({ id, name }) => ({ value: id, text: name }))}
          empty={t('site.choose')}
        />
        <Button text={t('directory.merge.submit')} />
      </OwnForm>
    </Disclosure>
  );
}
