// Where the pieces of a repository that others push to lie, and where ours go.
import { join, resolve, sep } from "node:path";
import { err, ok, type Result } from "../../base/result.ts";
import { type Failure, failure } from "../../model/failure.ts";
import { readFileIfThere } from "../../system/files.ts";
import { isFolder, isRunnable, isThere } from "../../system/folders.ts";
import { isOwnLauncher } from "../../system/program/damaged-launchers.ts";
import { type Clone, readClone } from "../gate/clone.ts";

export interface ServerPlace {
  /** Its `home` is beside that of a clone's gate: one repository may have both. */
  readonly clone: Clone;
  /** The file that Git, or a hook that calls several others, runs. */
  readonly hook: string;
  /** Somebody else's hook that stands in that place now. */
  readonly other: "none" | "at rest" | "in force";
  /** What it is kept as. */
  readonly aside: string;
  /** In words of the shell, where `home` is, seen from the hook's own folder. */
  readonly isHookInside: boolean;
}

export function readServerPlace(repo: string, env: NodeJS.ProcessEnv): Result<ServerPlace, Failure> {
  const read = readClone(repo, env);
  if (!read.ok) return read;
  const { git, gitDir, commonDir } = read.value;
  if (git("rev-parse", "--is-bare-repository").stdout.trim() !== "true") {
    const next = "name the bare repository that others push to; a clone is gated by: arkitekt install";
    return err(failure("not-bare", "this repository has a working tree: nobody pushes here", next, repo));
  }
  const clone = { ...read.value, home: join(commonDir, "arkitekt-server") };
  const set = git("config", "--type=path", "--get", "core.hooksPath");
  const folder = set.code === 0 ? resolve(gitDir, set.stdout.replace(/\n$/, "")) : join(commonDir, "hooks");
  const hook = hookIn(folder);
  const isHookInside = hook.startsWith(join(commonDir, sep));
  return ok({ clone, hook, other: otherAt(hook, clone), aside: `${hook}.before-arkitekt`, isHookInside });
}

/** Gitea and Forgejo have a hook of their own that runs all that lies in a folder beside it. */
function hookIn(folder: string): string {
  const own = join(folder, "pre-receive");
  const several = `${own}.d`;
  const text = readFileIfThere(own)?.toString("utf8") ?? "";
  const handsOn = isFolder(several) && text.includes("pre-receive.d") && !isServerLauncher(text);
  return handsOn ? join(several, "arkitekt") : own;
}

export function isServerLauncher(text: string): boolean {
  return text.includes("# Laid by `arkitekt install --server`");
}

/** Beside our folder, a hook that is empty or ends within the first words of ours is what became of it. */
function otherAt(hook: string, { home }: Clone): ServerPlace["other"] {
  if (!isThere(hook)) return "none";
  const text = readFileIfThere(hook)?.toString("utf8") ?? "";
  if (isServerLauncher(text) || (isThere(home) && isOwnLauncher(text))) return "none";
  return isRunnable(hook) ? "in force" : "at rest";
}
