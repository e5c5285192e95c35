import type { Visit } from '../visit.js';
import { Icon } from './icon.js';

export interface PaginationProps {
  visit: Visit;
  /** Pages count from 1. */
  current: number;
  last: number;
  href: (page: number) => string;
}

/** Links to the pages of a long list; nothing when there is only one. */
export function Pagination({ visit, current, last, href }: PaginationProps) {
  if (last < 2) return null;
  const { t } = visit;
  return (
    <nav class="pagination" aria-label={t('site.pages')}>
      <ul>
        {current > 1 && (
          <li>
            <a class="pagination__link" href={href(current - 1)} rel="prev">
              <Icon name="chevron-left" />
              {t('site.previous')}
            </a>
          </li>
        )}
        {pagesShown(current, last).map((page, index) => (
          <li key={page ?? `gap ${index}`}>
            {page ? (
              <a
                class="pagination__link"
                href={href(page)}
                aria-label={t('site.page', { page, last })}
                aria-current={page === current ? 'page' : undefined}
              >
                {page}
              </a>
            ) : (
              <span class="pagination__gap">…</span>
            )}
          </li>
        ))}
        {current < last && (
          <li>
            <a class="pagination__link" href={href(current + 1)} rel="next">
              {t('site.next')}
              <Icon name="chevron-right" />
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}

/** The first, the last and the neighbours of the current page; undefined stands for a gap. */
export function pagesShown(current: number, last: number): (number | undefined)[] {
  const pages = [1, current - 1, current, current + 1, last].filter((page) => page >= 1 && page <= last);
  const shown = [...new Set(pages)].sort((a, b) => a - b);
  return shown.flatMap((page, index) => {
    const before = shown[index - 1] ?? 0;
    if (page - before === 1) return [page];
    return page - before === 2 ? [page - 1, page] : [undefined, page];
  });
}
