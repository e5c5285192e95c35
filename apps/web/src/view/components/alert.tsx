import { type ComponentChildren, toChildArray } from 'preact';
import { Icon } from './icon.js';
import type { Tone } from './tone.js';

export interface AlertProps {
  tone: Tone;
  title: string;
  /** Where the message is what the page is about, its title is the page's first heading. */
  isHeading?: boolean;
  children?: ComponentChildren;
}

/** A message on the page; the title says it, the body explains. */
export function Alert({ tone, title, isHeading, children }: AlertProps) {
  const hasBody = toChildArray(children).length > 0;
  return (
    <div class={`kern-alert kern-alert--${tone}`}>
      <div class="kern-alert__header">
        <Icon name={tone} />
        {isHeading ? <h1 class="kern-title">{title}</h1> : <p class="kern-title">{title}</p>}
      </div>
      {hasBody && <div class="kern-alert__body">{children}</div>}
    </div>
  );
}
