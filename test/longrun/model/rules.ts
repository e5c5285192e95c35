/** An event's rules as the model knows them; moments are milliseconds since 1970. */
export interface ModelRules {
  promotion: 'automatic' | 'offer';
  lineOrder: 'arrival' | 'fair';
  approval: boolean;
  lateRequests: boolean;
  requestHoldsSeat: boolean;
  requestDays: number;
  verifyMinutes: number | null;
  verifyHoldsSeat: boolean;
  proof: 'choice' | 'address';
  collectHours: number | null;
  namingDays: number;
  withdrawUntil: number | null;
  mostPerAddress: number | null;
  series: string | null;
  mostInSeries: number | null;
  memberGuaranteed: number;
  memberCap: number | null;
  contingentsUntil: number | null;
  /** By member; everybody's of the day they were made. */
  contingents: ReadonlyMap<string, { guaranteed: number; cap: number | null }>;
}

/** What holds where nobody has said anything. */
export const plainRules = (): ModelRules => ({
  promotion: 'automatic',
  lineOrder: 'arrival',
  approval: false,
  lateRequests: true,
  requestHoldsSeat: false,
  requestDays: 14,
  verifyMinutes: null,
  verifyHoldsSeat: true,
  proof: 'choice',
  collectHours: 72,
  namingDays: 14,
  withdrawUntil: null,
  mostPerAddress: null,
  series: null,
  mostInSeries: null,
  memberGuaranteed: 0,
  memberCap: null,
  contingentsUntil: null,
  contingents: new Map(),
});

/** Whether it matters whose people sit. */
export const membersCount = (rules: ModelRules): boolean => rules.lineOrder === 'fair' || keepsSeats(rules);

/** Whether anything is kept for members, or is the most that one may have. */
export const keepsSeats = ({ memberGuaranteed, memberCap, contingents }: ModelRules): boolean =>
  memberGuaranteed > 0 ||
  memberCap !== null ||
  [...contingents.values()].some((own) => own.guaranteed > 0 || own.cap !== null);
