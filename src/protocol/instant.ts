import { withoutEnd } from "../base/without-end.ts";
/** A moment to the fraction that was written: whole seconds since 1970 (UTC), then decimals without zeros at the end. */
export interface Instant {
  readonly seconds: number;
  readonly fraction: string;
}

/**
 * Reads a date and time of RFC 3339. Seconds may be left out, as public messages do; a zone may not: without one the
 * moment is unknown. Fractions count in full, so microseconds still order.
 */
export function parseInstant(text: string): Instant | undefined {
  const match = FORM.exec(text);
  if (match === null) return undefined;
  const [, date = "", hours = "", minutes = "", second = "00", fraction = "", zone = ""] = match;
  const day = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(day) || new Date(day).toISOString().slice(0, 10) !== date) return undefined;
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(second) > 60) return undefined;
  const offset = offsetOf(zone);
  if (offset === undefined) return undefined;
  const seconds = day / 1000 + Number(hours) * 3600 + Number(minutes) * 60 + Number(second) - offset;
  return { seconds, fraction: withoutEnd(fraction, "0") };
}

/** What is said about a text that is not an instant; a schema knows the form, but not every day in that form exists. */
export const TIME_IS_DUE = "must be a time such as 2025-08-31T15:50:00Z";
export const DAY_OR_TIME_IS_DUE = "must be a date or a time such as 2025-09-02T12:00:00Z";

/** Less than 0 if `left` is earlier. */
export function compareInstants(left: Instant, right: Instant): number {
  if (left.seconds !== right.seconds) return left.seconds - right.seconds;
  return left.fraction < right.fraction ? -1 : left.fraction > right.fraction ? 1 : 0;
}

/** In UTC, as `2025-08-31T15:50:00Z`, with as many decimals as there are. */
export function formatInstant({ seconds, fraction }: Instant): string {
  const whole = new Date(seconds * 1000).toISOString().slice(0, 19);
  return `${whole}${fraction === "" ? "" : `.${fraction}`}Z`;
}

/** To the second, as at the beginning of ids: `20250831T155000Z`. It sorts as text. */
export function compactInstant({ seconds }: Instant): string {
  return new Date(seconds * 1000).toISOString().slice(0, 19).replaceAll(/[-:]/g, "").concat("Z");
}

export function instantOfMilliseconds(milliseconds: number): Instant {
  const seconds = Math.floor(milliseconds / 1000);
  const rest = String(milliseconds - seconds * 1000).padStart(3, "0");
  return { seconds, fraction: withoutEnd(rest, "0") };
}

const FORM = /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,18}))?)?([Zz]|[+-]\d{2}:\d{2})$/;

function offsetOf(zone: string): number | undefined {
  if (zone === "Z" || zone === "z") return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(4, 6));
  if (hours > 23 || minutes > 59) return undefined;
  return (zone.startsWith("-") ? -1 : 1) * (hours * 3600 + minutes * 60);
}
