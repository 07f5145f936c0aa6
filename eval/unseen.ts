// What `no-require-effects` says of public code that nothing was fitted to, each finding judged at the code.
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
}

const kept = fileURLToPath(new URL("unseen.json", import.meta.url));

export function unseen(): readonly Unseen[] {
  return JSON.parse(readFileSync(kept, "utf8")) as Unseen[];
}

export function unseenList(all: readonly Unseen[]): string {
  const sure = all.filter(({ warns }) => warns !== true);
  const unsure = all.filter(({ warns }) => warns === true);
  const figures = `${rightOf(sure)} that can block are right, and ${rightOf(unsure)} that only warn.`;
  const lines = all.map(
    ({ history, place, says, right, why, warns }) =>
      `- ${right ? "right" : "**false**"}: ${history} ${place}${warns ? " warns" : ""}: ${says} — ${why}`,
  );
  return `${figures}\n\n${lines.join("\n")}`;
}

function rightOf(all: readonly Unseen[]): string {
  return `${all.filter(({ right }) => right).length} of ${all.length}`;
}
