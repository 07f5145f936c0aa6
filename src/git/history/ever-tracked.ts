import { err, ok, type Result } from "../../base/result.ts";
import { nulList } from "../process/nul-list.ts";
import { askUserGit } from "../process/user-git.ts";

/**
 * The paths below `folders` (each from the top of the repository, as all paths here) that Git tracks or ever tracked, as far as this clone
 * has history: on any branch, in former states of branches, and in merges. None outside a repository; an error where Git can't say.
 */
export function everTracked(
  top: string,
  env: NodeJS.ProcessEnv,
  folders: readonly string[],
): Result<ReadonlySet<string>, string> {
  const below = ["--", ...folders.map((folder) => `:(top,literal)${folder}`)];
  const ask = (...args: readonly string[]) =>
    askUserGit(top, env, ["-c", "core.fsmonitor=false", ...args, ...below]);
  const now = ask("ls-files", "-z", "--full-name");
  if (now.code !== 0) return ok(new Set());
  const history = ["--all", "--reflog", "--full-history", "-m", "--name-only", "--no-renames", "--format="];
  const once = ask("log", "-z", "--no-show-signature", ...history);
  if (once.code !== 0) return err(once.stderr.trim());
  return ok(new Set([now, once].flatMap(({ stdout }) => nulList(stdout.toString("utf8")).map(trimmed))));
}

/** There is a line end between commits too. */
function trimmed(path: string): string {
  return path.replace(/^\n+/, "");
}
