// Whether the gate that was installed here is where Git looks: every command asks this, so it costs one call of Git, and that only in a
// clone that may have a gate.
import { dirname, join } from "node:path";
import { userGit } from "../../git/process/user-git.ts";
import { readFileIfThere } from "../../system/files.ts";
import { isFolder, kindAt } from "../../system/folders.ts";

/** What to say when core.hooksPath does not lead to the gate that was installed here; undefined where it does, or there is none. */
export function lostGate(cwd: string, env: NodeJS.ProcessEnv): string | undefined {
  if (!mayBeGated(cwd, env) || leadsToIt(cwd, env)) return undefined;
  const answer = userGit(cwd, env, [
    "rev-parse",
    "--path-format=absolute",
    "--git-common-dir",
    "--git-path",
    "hooks",
  ]);
  const [commonDir, hooks, ...more] = answer.stdout.trimEnd().split("\n");
  if (answer.code !== 0 || commonDir === undefined || hooks === undefined || more.length > 0)
    return undefined;
  const home = join(commonDir, "arkitekt");
  if (!isFolder(join(home, "_")) || join(hooks, "/").startsWith(join(home, "/"))) return undefined;
  return `core.hooksPath leads to ${hooks}, not to the gate of this clone; put it back: npx arkitekt install`;
}

/** Whether the nearest Git folder has a gate, or is one from which only Git finds the way: that of a linked worktree. */
function mayBeGated(cwd: string, env: NodeJS.ProcessEnv): boolean {
  if (env["GIT_DIR"] !== undefined || env["GIT_COMMON_DIR"] !== undefined) return true;
  for (let folder = cwd; ; folder = dirname(folder)) {
    const place = join(folder, ".git");
    const kind = kindAt(place);
    if (kind === "folder") return isFolder(join(place, "arkitekt/_"));
    // A bare repository has no such folder in it.
    if (kind !== undefined || isFolder(join(folder, "arkitekt/_"))) return true;
    if (dirname(folder) === folder) return false;
  }
}

/** Variables that move a repository elsewhere, or have the last word on its settings. */
const ELSEWHERE = /^GIT_(?:DIR|COMMON_DIR|WORK_TREE|CONFIG|CONFIG_PARAMETERS|CONFIG_COUNT)$/;

/** The Git folder that all working trees share: `.git` itself, or what that of a linked one leads to. */
function commonFolder(place: string): string | undefined {
  if (kindAt(place) === "folder") return place;
  const linked = /^gitdir: (\/.*\/worktrees\/[^/\n]+)\n$/.exec(
    readFileIfThere(place)?.toString("utf8") ?? "",
  )?.[1];
  const up = linked && readFileIfThere(join(linked, "commondir"))?.toString("utf8");
  return linked !== undefined && up === "../..\n" ? join(linked, "..", "..") : undefined;
}

/** Whether the clone's own settings say so in plain words, and nothing can contradict them: then Git need not be asked. */
function leadsToIt(cwd: string, env: NodeJS.ProcessEnv): boolean {
  if (Object.keys(env).some((name) => ELSEWHERE.test(name))) return false;
  const own = commonFolder(join(cwd, ".git"));
  if (own === undefined) return false;
  const config = readFileIfThere(join(own, "config"))?.toString("utf8") ?? "";
  if (/include|worktreeconfig/i.test(config)) return false;
  const paths = [...config.matchAll(/^[ \t]*hookspath.*$/gim)];
  const [set] = paths;
  if (set === undefined || paths.length > 1) return false;
  const section = config
    .slice(0, set.index)
    .match(/^\[.*$/gm)
    ?.at(-1);
  const path = /^\s*hookspath = ([^"\\#;]+)$/i.exec(set[0])?.[1];
  return section === "[core]" && path === join(own, "arkitekt", "_");
}
