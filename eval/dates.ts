/** The day on which everything is judged, and the commits are made. */
export const TODAY = "2026-03-01";

/** `YYYY-MM-DD`, so many days after that day. */
export function daysAhead(days: number): string {
  return new Date(Date.parse(TODAY) + days * 86_400_000).toISOString().slice(0, 10);
}
