import type { ComponentChildren } from 'preact';
import { Form } from '../view/index.js';
import type { OfficeVisit } from './door/office-visits.service.js';

export interface OwnFormProps {
  visit: OfficeVisit;
  action: string;
  /** What goes with it unseen. */
  hidden?: Readonly<Record<string, string>>;
  carriesFile?: boolean;
  children: ComponentChildren;
}

/** A form that changes something; it proves that it is ours. */
export function OwnForm({ visit, action, hidden, carriesFile, children }: OwnFormProps) {
  return (
    <Form action={action} hidden={{ ...hidden, _csrf: visit.formToken }} carriesFile={carriesFile}>
      {children}
    </Form>
  );
}
