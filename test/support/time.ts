/** Monday 2 March 2026, 9:00 in London: a working morning from which every story starts. */
export const MONDAY = Date.UTC(2026, 2, 2, 9, 0);
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
