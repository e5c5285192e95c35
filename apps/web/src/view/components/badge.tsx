import type { ComponentChildren } from 'preact';
import { Icon } from './icon.js';
import type { Tone } from './tone.js';

/** A status in a word or two. */
export function Badge({ tone, children }: { tone: Tone; children: ComponentChildren }) {
  return (
    <span class={`kern-badge kern-badge--small kern-badge--${tone}`}>
      <Icon name={tone} size="small" />
      <span class="kern-label kern-label--small">{children}</span>
    </span>
  );
}
