// What `no-require-effects` and `module-shape` say of public code that nothing was fitted to, each finding judged at the code.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export interface Unseen {
  readonly history: string;
  readonly place: string;
  readonly says: string;
  readonly right: boolean;
  readonly why: string;
  /** It never blocks. */
  readonly warns?: boolean;
  /** Which reading it is of; the first where it is left out. What was wrong in one is mended before the next, so each is of code that was not read before. */
  readonly round?: 2 | 3;
  /** How many more there are of the same in that file. */
  readonly others?: number;
  /** What became of it since it was read; it is said as it was where this is left out. */
  readonly today?: "silent" | "merged" | "warns" | "rightly warns";
}

const kept = fileURLToPath(new URL("unseen.json", import.meta.url));

export function unseen(): readonly Unseen[] {
  return JSON.parse(readFileSync(kept, "utf8")) as Unseen[];
}

/** A reading: what was right when it was read, what is today, and each finding. */
export function unseenList(all: readonly Unseen[], round: Unseen["round"]): string {
  const read = all.filter((each) => each.round === round);
  const sure = read.filter(({ warns }) => warns !== true);
  const unsure = read.filter(({ warns }) => warns === true);
  const isRight = ({ right }: Unseen) => right;
  const nowSure = sure.filter(({ today }) => today === undefined);
  const nowUnsure = read.filter(
    ({ warns, today }) => (warns === true && today === undefined) || today?.endsWith("warns"),
  );
  const isRightNow = ({ right, today }: Unseen) => right || today === "rightly warns";
  const figures = `When it was read, ${shareOf(sure, isRight)} that can block were right, and ${shareOf(unsure, isRight)} that only warn; of what is still said, ${shareOf(nowSure, isRightNow)} and ${shareOf(nowUnsure, isRightNow)}.`;
  return `${figures}\n\n${read.map(lineOf).join("\n")}`;
}

function lineOf({ history, place, says, right, why, warns, others, today }: Unseen): string {
  const more = others === undefined ? "" : `, and ${others} more of the kind`;
  const now = today === undefined ? "" : ` (${TODAY[today]})`;
  return `- ${right ? "right" : "**false**"}: ${history} ${place}${warns ? " warns" : ""}: ${says}${more} — ${why}${now}`;
}

const TODAY: Readonly<Record<NonNullable<Unseen["today"]>, string>> = {
  silent: "no longer said",
  merged: "said once, with another of the same object",
  warns: "only warns today",
  "rightly warns": "only warns today, and rightly",
};

function shareOf(all: readonly Unseen[], isRight: (each: Unseen) => boolean): string {
  return `${all.filter(isRight).length} of ${all.length}`;
}
