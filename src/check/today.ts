import { CannotLook, failure } from "../model/failure.ts";

/** The day of judgement in UTC, `YYYY-MM-DD`, from the clock. */
export function dayOf(now: number): string {
  return new Date(now).toISOString().slice(0, 10);
}

/** The day that `--now` names. */
export function readDay(text: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T.*)?$/.exec(text);
  const time = match === null ? Number.NaN : Date.parse(text);
  if (
    Number.isNaN(time) ||
    (match !== null && !new Date(time).toISOString().startsWith(match[1] ?? "?") && text.length === 10)
  ) {
    throw new CannotLook(failure("bad-arguments", `"${text}" is not a date`, "write --now YYYY-MM-DD"));
  }
  return dayOf(time);
}
