import type { Attendance } from '#event';
import type { Visit } from '../visit.js';

/** How full one kind of seats is. */
export interface Seats {
  attendance: Attendance;
  /** Null means no limit. */
  capacity: number | null;
  taken: number;
  waiting: number;
}

export interface SeatBarProps {
  visit: Visit;
  seats: Seats;
  /** Says of which seats it speaks, where there are two kinds. */
  named?: boolean;
}

/** A picture of the seats and the sentence that says the same; only the sentence without a limit. */
export function SeatBar({ visit, seats, named }: SeatBarProps) {
  const sentence = seatsSentence(visit, seats);
  return (
    <div class="seats">
      <p class="kern-body kern-body--small">
        {named && (
          <span class="seats__kind">
            {`${visit.t(`format.${seats.attendance}`)}${visit.t('site.colon')} `}
          </span>
        )}
        {sentence}
      </p>
      {seats.capacity !== null && <Picture {...seats} capacity={seats.capacity} />}
    </div>
  );
}

/** "12 of 30 seats free", "Fully booked, 3 waiting", "No limit of seats". */
export function seatsSentence({ t }: Visit, { capacity, taken, waiting }: Seats): string {
  if (capacity === null) return t('seats.unlimited');
  const free = Math.max(0, capacity - taken);
  const seats = free > 0 ? t('seats.free', { free, capacity }) : t('seats.full', { capacity });
  return waiting > 0 ? `${seats} · ${t('seats.waiting', { waiting })}` : seats;
}

const WIDTH = 300;
const GAP = 4;

// Widths are attributes: the content security policy allows no style attribute.
function Picture({ capacity, taken, waiting }: { capacity: number; taken: number; waiting: number }) {
  const unit = WIDTH / Math.max(1, Math.max(capacity, taken) + waiting);
  const room = Math.max(capacity, taken) * unit - (waiting > 0 ? GAP : 0);
  const filled = Math.min(room, taken * unit);
  return (
    <svg class="seats__picture" viewBox={`0 0 ${WIDTH} 8`} preserveAspectRatio="none" aria-hidden="true">
      <rect class="seats__free" width={room} height={8} />
      <rect class="seats__taken" width={filled} height={8} />
      {waiting > 0 && (
        <rect class="seats__waiting" x={room + GAP} width={Math.max(0, WIDTH - room - GAP)} height={8} />
      )}
    </svg>
  );
}
