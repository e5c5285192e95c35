import type { ComponentChildren } from 'preact';

export interface FormProps {
  action: string;
  /** `get` for searches and filters: it changes nothing and can be bookmarked. */
  method?: 'post' | 'get';
  /** What goes with it unseen. */
  hidden?: Readonly<Record<string, string>>;
  /** Side by side where there is room, for a line of filters. */
  isRow?: boolean;
  /** One of its fields is a file. */
  carriesFile?: boolean;
  children: ComponentChildren;
}

/** A form whose mistakes the server explains; the browser's own bubbles are off, in whatever language they speak. */
export function Form({ action, method, hidden, isRow, carriesFile, children }: FormProps) {
  return (
    <form
      class={isRow ? 'form form--row' : 'form'}
      method={method ?? 'post'}
      action={action}
      encType={carriesFile ? 'multipart/form-data' : undefined}
      noValidate
    >
      {Object.entries(hidden ?? {}).map(([name, value]) => (
        <input type="hidden" name={name} value={value} key={name} />
      ))}
      {children}
    </form>
  );
}
