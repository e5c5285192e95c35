import type { ComponentChildren } from 'preact';

/** Facts as pairs of term and value; `stacked` puts the value below its term, for narrow places. */
export function DescriptionList({ stacked, children }: { stacked?: boolean; children: ComponentChildren }) {
  return <dl class={`kern-description-list${stacked ? ' kern-description-list--col' : ''}`}>{children}</dl>;
}

/** One pair of a {@link DescriptionList}. */
export function Fact({ term, children }: { term: string; children: ComponentChildren }) {
  return (
    <div class="kern-description-list-item">
      <dt class="kern-description-list-item__key">{term}</dt>
      <dd class="kern-description-list-item__value">{children}</dd>
    </div>
  );
}
