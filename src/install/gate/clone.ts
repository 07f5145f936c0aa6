// Where the pieces of a clone lie, and where ours go. Everything of ours is under the common Git directory, which linked
// worktrees share, which no branch switch and no `git clean` touches.
import { resolve } from "node:path";
import { err, ok, type Result } from "../../base/result.ts";
import { explainExit } from "../../git/process/explain.ts";
import { tooOld } from "../../git/process/oldest-git.ts";
import { userGit, withoutRepository } from "../../git/process/user-git.ts";
import { type Failure, failure } from "../../model/failure.ts";
import { isFolder } from "../../system/folders.ts";

export interface Clone {
  /** The top of the worktree that we were started in; `undefined` in a bare repository. */
  readonly workTree: string | undefined;
  readonly gitDir: string;
  readonly commonDir: string;
  /** `<commonDir>/arkitekt`: program, launchers and record. */
  readonly home: string;
  /** `<home>/_`: what `core.hooksPath` points to. */
  readonly hooksFolder: string;
  /** Asks Git about this clone, free of variables that tie it to another one. */
  readonly git: (...args: readonly string[]) => { code: number; stdout: string; stderr: string };
  readonly env: NodeJS.ProcessEnv;
}

/** A Git that is too old to gate a clone, as a failure. */
export function refuseOldGit(repo: string, environment: NodeJS.ProcessEnv): Result<void, Failure> {
  if (!isFolder(repo)) return ok(undefined);
  const old = tooOld(userGit(repo, withoutRepository(environment), ["version"]).stdout);
  return old === undefined ? ok(undefined) : err(old);
}

export function readClone(repo: string, environment: NodeJS.ProcessEnv): Result<Clone, Failure> {
  if (!isFolder(repo)) return err(noFolder(repo));
  const env = withoutRepository(environment);
  const ask = (...args: readonly string[]) => userGit(repo, env, args);
  const found = ask("rev-parse", "--absolute-git-dir");
  if (found.code !== 0) return err(notFound(repo, found));
  const gitDir = line(found.stdout);
  const commonDir = resolve(line(ask("rev-parse", "--path-format=absolute", "--git-common-dir").stdout));
  const top = ask("rev-parse", "--show-toplevel");
  const workTree = top.code === 0 ? line(top.stdout) : undefined;
  const home = resolve(commonDir, "arkitekt");
  const inside = workTree ?? gitDir;
  // Where core.worktree leads, Git finds its way from the repository to the work tree, and not back.
  const isFound = line(userGit(inside, env, ["rev-parse", "--absolute-git-dir"]).stdout) === gitDir;
  const tied = isFound ? env : { ...env, GIT_DIR: gitDir };
  return ok({
    workTree,
    gitDir,
    commonDir,
    home,
    hooksFolder: resolve(home, "_"),
    git: (...args) => userGit(inside, tied, args),
    env,
  });
}

/** Node gives a path that is not UTF-8 with other characters in it, under which nothing can be found again. */
function noFolder(repo: string): Failure {
  return repo.includes("\uFFFD")
    ? failure(
        "no-folder",
        "the path of this folder is not UTF-8, so nothing in it can be named",
        "rename it, then run it again",
        repo,
      )
    : failure("no-folder", "there is no such folder", "check the path", repo);
}

function notFound(repo: string, { code, stderr }: { code: number; stderr: string }): Failure {
  return /not a git repository/.test(stderr)
    ? failure("no-repository", "there is no Git repository here", "git init, or name one: --repo DIR", repo)
    : { ...explainExit(["rev-parse"], { code, stderr }), where: repo };
}

function line(text: string): string {
  return text.replace(/\r?\n$/, "");
}
