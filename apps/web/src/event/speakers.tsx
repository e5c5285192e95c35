import { ShownText, type Visit } from '../view/index.js';
import type { SpeakerView } from './event-view.js';

/** Who speaks, and as what. */
export function Speakers({ visit, speakers }: { visit: Visit; speakers: SpeakerView[] }) {
  if (speakers.length === 0) return null;
  return (
    <section aria-labelledby="speakers">
      <h2 class="kern-heading-medium" id="speakers">
        {visit.t('event.speakers')}
      </h2>
      <ul class="kern-list kern-list--bullet speakers">
        {speakers.map((speaker) => (
          <li key={speaker.name}>
            <strong>{speaker.name}</strong>
            {speaker.function && (
              <>
                {', '}
                <ShownText text={speaker.function} visit={visit} />
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
