// What decides now where Git looks for hooks: every setting of core.hooksPath that reaches this clone.

import { basename, dirname, isAbsolute, join, resolve, sep } from "node:path";
import { nulList } from "../../git/process/nul-list.ts";
import { CannotLook, failure } from "../../model/failure.ts";
import { readFileIfThere } from "../../system/files.ts";
import { isRunnable, isThere, namesIn } from "../../system/folders.ts";
import { realPlace } from "../../system/places.ts";
import type { Clone } from "./clone.ts";
import { defaultHooks, isForwarder } from "./forwarders.ts";

export interface HooksPathSetting {
  readonly scope: "system" | "global" | "local" | "worktree";
  /** The configuration file, absolute. */
  readonly file: string;
  /** As Git expands it: `~` and `%(prefix)` resolved, otherwise as written. */
  readonly value: string;
  /** The folder that it leads to, links followed. A relative one counts from where hooks run: the top of the working tree it is set for. */
  readonly place: string;
}

/** The folder that a core.hooksPath leads to from the top of a working tree, or from a bare repository, as the system finds it. */
export function placeOf(top: string, value: string): string {
  const path = isAbsolute(value) ? value : `${top}/${value}`;
  return realPlace(path) ?? resolve(path);
}

/** Where hooks of this working tree run. */
export function hooksRunIn({ workTree, gitDir }: Pick<Clone, "workTree" | "gitDir">): string {
  return workTree ?? gitDir;
}

/** Whether the launchers of this clone lie there. */
export function isGatePlace(
  { home, hooksFolder }: Clone,
  { place }: Pick<HooksPathSetting, "place">,
): boolean {
  const known = realPlace(home) ?? home;
  return place === join(known, basename(hooksFolder)) || place.startsWith(join(known, "worktrees", sep));
}

/** The settings Git sees from this worktree, weakest first; those of the command line and environment left out. */
export function hooksPathSettings(clone: Clone): readonly HooksPathSetting[] {
  const what = ["--show-scope", "--show-origin", "--type=path", "--get-all", "core.hooksPath"];
  const answer = clone.git("config", "-z", ...what);
  // 1 means that it is not set. Nothing else must be taken for that.
  if (answer.code > 1) {
    const said = answer.stderr.trim().split("\n")[0] ?? "";
    throw new CannotLook(
      failure("bad-config", `Git can't read its configuration: ${said}`, "mend it, or update Git"),
    );
  }
  const pieces = nulList(answer.stdout);
  const found: HooksPathSetting[] = [];
  for (let at = 0; at + 2 < pieces.length; at += 3) {
    const scope = pieces[at] ?? "";
    const origin = (pieces[at + 1] ?? "").replace(/^file:/, "");
    const value = pieces[at + 2] ?? "";
    const top = hooksRunIn(clone);
    if (isScope(scope)) found.push({ scope, file: resolve(top, origin), value, place: placeOf(top, value) });
  }
  return found;
}

/** Settings that single worktrees make for themselves (`extensions.worktreeConfig`), this worktree's too. */
export function worktreeSettings(clone: Clone): readonly HooksPathSetting[] {
  if (clone.git("config", "--type=bool", "extensions.worktreeConfig").stdout.trim() !== "true") return [];
  return workTreesOf(clone).flatMap(({ gitDir, top }) => {
    const file = join(gitDir, "config.worktree");
    if (!isThere(file)) return [];
    const answer = clone.git("config", "--file", file, "-z", "--type=path", "--get-all", "core.hooksPath");
    const value = nulList(answer.stdout).at(-1);
    if (value === undefined) return [];
    return [{ scope: "worktree" as const, file, value, place: placeOf(top, value) }];
  });
}

/** Whether it leads to where Git looks by itself, where the forwarders lie. */
export function isDefaultPlace(clone: Clone, { place }: Pick<HooksPathSetting, "place">): boolean {
  return place === placeOf(clone.commonDir, defaultHooks(clone));
}

export interface WorkTree {
  readonly gitDir: string;
  /** Of a bare repository, the repository. */
  readonly top: string;
}

/** The main working tree, and the linked ones; of one whose folder is gone, where it was. */
export function workTreesOf(clone: Clone): readonly WorkTree[] {
  const { commonDir, gitDir } = clone;
  const folder = join(commonDir, "worktrees");
  const linked = namesIn(folder).flatMap((name): readonly WorkTree[] => {
    const own = join(folder, name);
    const link = readFileIfThere(join(own, "gitdir"))?.toString("utf8").trimEnd();
    return link === undefined ? [] : [{ gitDir: own, top: dirname(resolve(own, link)) }];
  });
  const first = nulList(clone.git("worktree", "list", "--porcelain", "-z").stdout)[0] ?? "";
  const top = gitDir === commonDir ? hooksRunIn(clone) : first.replace(/^worktree /, "");
  return [{ gitDir: commonDir, top }, ...linked];
}

/** The names of the hooks in `folder` that Git would run, except those of ours that lead to the gate. A relative folder counts from the worktree, as in Git. */
export function runnableHooks(clone: Clone, folder: string): readonly string[] {
  const place = placeOf(hooksRunIn(clone), folder);
  return namesIn(place).filter((name) => {
    const hook = join(place, name);
    return /^[a-z][a-z0-9-]*$/.test(name) && isRunnable(hook) && !isForwarder(hook);
  });
}

function isScope(scope: string): scope is HooksPathSetting["scope"] {
  return scope === "system" || scope === "global" || scope === "local" || scope === "worktree";
}
