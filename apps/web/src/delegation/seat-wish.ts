/** What can be wished about a seat: a person on it, the name spelled otherwise, to keep it without a name, to give it back. */
const SEAT_WISHES = ['person', 'correct', 'keep', 'withdraw'] as const;
export type SeatWish = (typeof SEAT_WISHES)[number];

export const isSeatWish = (text: string): text is SeatWish => SEAT_WISHES.some((wish) => wish === text);
