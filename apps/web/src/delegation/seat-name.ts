import type { DelegationSeat } from '#delegation';
import type { Visit } from '../view/index.js';

/** The person on a seat, or "N. N.". */
export const seatName = ({ t }: Visit, { named, firstName, lastName }: DelegationSeat): string =>
  named ? `${firstName} ${lastName}`.trim() : t('delegation.name.none');
