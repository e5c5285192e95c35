import type { ComponentChildren } from 'preact';

/** Something that most people need not see, behind its title; opens without a script. */
export function Disclosure({
  title,
  open,
  children,
}: {
  title: string;
  open?: boolean;
  children: ComponentChildren;
}) {
  return (
    <details class="kern-accordion" open={open}>
      <summary class="kern-accordion__header">
        <span class="kern-title kern-title--small">{title}</span>
      </summary>
      <div class="kern-accordion__body">{children}</div>
    </details>
  );
}
