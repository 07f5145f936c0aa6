// What decides now where Git looks for hooks: every setting of core.hooksPath that reaches this clone.

import { join, resolve } from "node:path";
import { nulList } from "../../git/process/nul-list.ts";
import { CannotLook, failure } from "../../model/failure.ts";
import { isRunnable, isThere, namesIn } from "../../system/folders.ts";
import type { Clone } from "./clone.ts";
import { isForwarder } from "./forwarders.ts";

export interface HooksPathSetting {
  readonly scope: "system" | "global" | "local" | "worktree";
  /** The configuration file, absolute. */
  readonly file: string;
  /** As Git expands it: `~` resolved, otherwise as written. */
  readonly value: string;
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
    if (isScope(scope)) found.push({ scope, file: resolve(clone.workTree ?? clone.gitDir, origin), value });
  }
  return found;
}

/** Settings that single worktrees make for themselves (`extensions.worktreeConfig`), this worktree's too. */
export function worktreeSettings(clone: Clone): readonly HooksPathSetting[] {
  if (clone.git("config", "--type=bool", "extensions.worktreeConfig").stdout.trim() !== "true") return [];
  const linked = join(clone.commonDir, "worktrees");
  const gitDirs = [clone.commonDir, ...namesIn(linked).map((name) => join(linked, name))];
  return gitDirs.flatMap((gitDir) => {
    const file = join(gitDir, "config.worktree");
    if (!isThere(file)) return [];
    const answer = clone.git("config", "--file", file, "-z", "--type=path", "--get-all", "core.hooksPath");
    const value = nulList(answer.stdout).at(-1);
    return value === undefined ? [] : [{ scope: "worktree" as const, file, value }];
  });
}

/** The names of the hooks in `folder` that Git would run, except those of ours that lead to the gate. A relative folder counts from the worktree, as in Git. */
export function runnableHooks(clone: Clone, folder: string): readonly string[] {
  const place = resolve(clone.workTree ?? clone.gitDir, folder);
  return namesIn(place).filter((name) => {
    const hook = join(place, name);
    return /^[a-z][a-z0-9-]*$/.test(name) && isRunnable(hook) && !isForwarder(hook);
  });
}

function isScope(scope: string): scope is HooksPathSetting["scope"] {
  return scope === "system" || scope === "global" || scope === "local" || scope === "worktree";
}
