/** How long dates stay in a feed after they are over, cancelled ones too (rule C6). */
export const STAYS_FOR = Temporal.Duration.from({ days: 90 });
