import { LANGUAGES } from '#language';
import { CONTACT_ROLES, type Contact } from '#member';
import {
  Button,
  ButtonLink,
  Checkboxes,
  Disclosure,
  ErrorSummary,
  Field,
  type FieldErrors,
  Radios,
  Select,
} from '../../view/index.js';
import type { OfficeVisit } from '../door/office-visits.service.js';
import { OfficePage } from '../office-page.js';
import { OwnForm } from '../own-form.js';
import type { ContactField, ContactInput } from './member-form.js';
import { nameOf } from './member-view.js';

export interface ContactFormView {
  /** Missing for hosts and speakers of nobody's. */
  member?: { id: string; name: string };
  /** Who is changed; missing for somebody new. */
  contact?: Contact;
  /** The other people at the member, one of whom may be the same. */
  others?: Contact[];
  input: ContactInput;
  errors: FieldErrors;
}

/** The form for somebody at a member or of nobody's. */
export function ContactFormPage({ visit, view }: { visit: OfficeVisit; view: ContactFormView }) {
  const { t } = visit;
  const { member, contact, others = [], input, errors } = view;
  const title = contact ? nameOf(contact) : t('directory.contact.add');
  const back = member ? `/office/members/${member.id}` : '/office/contacts';
  const href = `${member ? `${back}/contacts` : back}/${contact?.id ?? 'new'}`;
  const field = (name: ContactField) => ({
    visit,
    name,
    label: t(`directory.column.${name}`),
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
        { text: member?.name ?? t('directory.others'), href: back },
      ]}
    >
      <div class="narrow stack">
        <div class="page-head">
          <h1 class="kern-heading-x-large">{title}</h1>
        </div>
        <ErrorSummary
          visit={visit}
          errors={errors}
          labelOf={(name) => t(`directory.column.${name as ContactField}`)}
        />
        <OwnForm visit={visit} action={href}>
          <Field {...field('firstName')} optional />
          <Field {...field('lastName')} />
          <Field {...field('email')} type="email" hint={t('directory.addresses.shared')} optional />
          <Field {...field('phone')} optional />
          <Radios
            name="language"
            legend={t('directory.column.language')}
            value={input.language}
            choices={LANGUAGES.map((language) => ({ value: language, text: t(`language.${language}`) }))}
            errors={errors}
          />
          <Checkboxes
            name="roles"
            legend={t('directory.roles')}
            choices={CONTACT_ROLES.map((role) => ({ value: role, text: t(`contact.role.${role}`) }))}
            checked={input.roles}
          />
          <div class="actions">
            <Button look="primary" text={t('directory.save')} />
            <ButtonLink text={t('office.back')} href={back} />
          </div>
        </OwnForm>
        {contact && (
          <Disclosure title={t('directory.contact.leave')} open={Boolean(errors.day)}>
            <OwnForm visit={visit} action={`${href}/leave`}>
              <Field
                visit={visit}
                name="day"
                label={t('directory.contact.leave.day')}
                type="date"
                value={contact.leftOn ?? ''}
                errors={errors}
              />
              <Button text={t('directory.save')} />
            </OwnForm>
          </Disclosure>
        )}
        {contact?.email && (
          <Disclosure title={t('directory.contact.revoke')}>
            <OwnForm visit={visit} action={`${href}/revoke`}>
              <p class="kern-body">{t('directory.contact.revoke.text', { name: nameOf(contact) })}</p>
              <Button text={t('directory.contact.revoke')} />
            </OwnForm>
          </Disclosure>
        )}
        {contact && others.length > 0 && (
          <Disclosure title={t('directory.contact.merge')}>
            <OwnForm visit={visit} action={`${href}/merge`}>
              <Select
                visit={visit}
                name="double"
                label={t('directory.contact.merge.which')}
                value=""
                choices={others.map((other) => ({
                  value: other.id,
                  text: `${nameOf(other)}${other.email ? ` (${other.email})` : ''}`,
                }))}
                empty={t('site.choose')}
              />
              <Button text={t('directory.merge.submit')} />
            </OwnForm>
          </Disclosure>
        )}
      </div>
    </OfficePage>
  );
}
