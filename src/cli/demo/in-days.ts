/** A day that many days after `now`, YYYY-MM-DD. */
export function inDays(now: number, days: number): string {
  return new Date(now + days * 86_400_000).toISOString().slice(0, 10);
}
