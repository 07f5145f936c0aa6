import { CannotLook, failure } from "../model/failure.ts";

/** The day of judgement in UTC, `YYYY-MM-DD`, from the clock. `toISOString` would make the engine look for the time zone: a hundredth of a commit. */
export function dayOf(now: number): string {
  const date = new Date(now);
  const parts = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  return parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, "0")).join("-");
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
