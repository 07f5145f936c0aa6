// A second way to the gate: in the default hooks folder, where Git looks when core.hooksPath is set to that folder, as tools that make
// worktrees do, or removed. What others have put there is never touched.
import { join } from "node:path";
import { createFile, readFileIfThere, replaceFile } from "../../system/files.ts";
import { isRunnable, isThere, kindAt, makeFolder, namesIn, takeAway } from "../../system/folders.ts";
import { isSealed, sealed } from "../../system/program/checksums.ts";
import type { Clone } from "./clone.ts";
import { GATED } from "./launchers.ts";

/** Where Git looks when core.hooksPath is not set. */
export function defaultHooks({ commonDir }: Pick<Clone, "commonDir">): string {
  return join(commonDir, "hooks");
}

/** Says whether anything had to be written. A folder that is a link leads to other people's files, where we have no business. */
export function layForwarders(clone: Pick<Clone, "commonDir">, template: string): boolean {
  const text = sealed(template);
  const folder = defaultHooks(clone);
  if (isElsewhere(folder)) return false;
  makeFolder(folder);
  let wrote = false;
  for (const name of GATED) {
    const place = join(folder, name);
    if (readFileIfThere(place)?.toString("utf8") === text && isRunnable(place)) continue;
    if (isForwarder(place)) replaceFile(place, text, 0o755);
    else if (!createFile(place, text, 0o755)) continue;
    wrote = true;
  }
  return wrote;
}

/** The forwarders that are gone, damaged, or not run by Git; `others` are the hooks of the user that stand in their place. */
export function lackingForwarders(clone: Clone): {
  readonly lost: readonly string[];
  readonly others: readonly string[];
} {
  const folder = defaultHooks(clone);
  if (isElsewhere(folder)) return { lost: [], others: [] };
  const isWhole = (name: string) => {
    const place = join(folder, name);
    return isRunnable(place) && isSealed(readFileIfThere(place)?.toString("utf8") ?? "");
  };
  const others = GATED.filter((name) => isThere(join(folder, name)) && !isForwarder(join(folder, name)));
  return { lost: GATED.filter((name) => !others.includes(name) && !isWhole(name)), others };
}

/** Takes them out, and the folder too if install made it and it holds nothing else; returns what was removed. */
export function takeForwarders(clone: Clone, madeFolder: boolean): readonly string[] {
  const folder = defaultHooks(clone);
  const gone = namesIn(folder)
    .map((name) => join(folder, name))
    .filter(isForwarder);
  for (const place of gone) takeAway(place);
  if (madeFolder && namesIn(folder).length === 0) takeAway(folder);
  return gone;
}

export function isForwarder(place: string): boolean {
  return kindAt(place) === "file" && readFileIfThere(place)?.includes(COMES_HERE) === true;
}

const COMES_HERE = "\n# Git comes here only where core.hooksPath does not lead to the gate any more";

function isElsewhere(folder: string): boolean {
  return !["folder", undefined].includes(kindAt(folder));
}
