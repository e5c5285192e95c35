export interface FilterLink {
  text: string;
  href: string;
  current: boolean;
}

export interface FilterLinksProps {
  label: string;
  links: FilterLink[];
  /** Tabs for the few views of a page, chips for a filter. */
  look?: 'chips' | 'tabs';
}

/** Narrows what the page shows, one link per choice; works as plain links and can be bookmarked. */
export function FilterLinks({ label, links, look }: FilterLinksProps) {
  return (
    <nav class={`filter-links filter-links--${look ?? 'chips'}`} aria-label={label}>
      <ul>
        {links.map(({ text, href, current }) => (
          <li key={href}>
            <a class="filter-links__link" href={href} aria-current={current ? 'true' : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
