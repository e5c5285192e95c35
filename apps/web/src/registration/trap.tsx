import type { Visit } from '../view/index.js';
import { TRAP } from './registration-form.js';

/**
 * A field that people never see, hear or reach, for programs that fill in whatever they find; what it catches is
 * answered as usual. Without a stylesheet it says that it must stay empty.
 */
export function Trap({ visit }: { visit: Visit }) {
  return (
    <div class="kern-sr-only" aria-hidden="true">
      <label for={TRAP}>{visit.t('register.trap')}</label>
      <input id={TRAP} name={TRAP} type="text" value="" tabindex={-1} autocomplete="off" />
    </div>
  );
}
