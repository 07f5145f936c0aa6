// Git as its user has set it up. Verdicts never come from here: install and doctor ask about the user's own
// configuration and run commands on the user's behalf, so nothing is pinned.
import { CannotLook } from "../../model/failure.ts";
import { runProcessNow } from "../../system/process.ts";
import { explainNotStarted } from "./explain.ts";

export interface UserGitAnswer {
  readonly code: number;
  /** What ended it. */
  readonly signal?: NodeJS.Signals | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

interface UserGitOptions {
  readonly input?: string | Buffer;
  readonly seconds?: number;
}

/** Runs git in `cwd`; throws `CannotLook` if it can't be started. */
export function userGit(
  cwd: string,
  env: NodeJS.ProcessEnv,
  args: readonly string[],
  options: UserGitOptions = {},
): UserGitAnswer {
  const answer = askUserGit(cwd, env, args, options);
  return { ...answer, stdout: answer.stdout.toString("utf8") };
}

/** The same for what Git writes as bytes: contents, paths. */
export function askUserGit(
  cwd: string,
  env: NodeJS.ProcessEnv,
  args: readonly string[],
  options: UserGitOptions = {},
): Omit<UserGitAnswer, "stdout"> & { readonly stdout: Buffer } {
  const { input, seconds = 600 } = options;
  const end = runProcessNow("git", args, {
    cwd,
    env,
    ...(input === undefined ? {} : { input }),
    limit: { seconds, signal: "SIGTERM" },
  });
  if (!end.ok) throw new CannotLook(explainNotStarted(end.error.code, cwd));
  return end.value;
}

/**
 * `env` without what ties Git to one repository, index or command line: what Git's `rev-parse --local-env-vars` lists, so
 * that a repository is found from its folder even when we are started by a hook.
 */
export function withoutRepository(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !TIES.test(name)));
}

const TIES =
  /^GIT_(ALTERNATE_OBJECT_DIRECTORIES|CONFIG|CONFIG_PARAMETERS|CONFIG_COUNT|CONFIG_(KEY|VALUE)_\d+|OBJECT_DIRECTORY|DIR|WORK_TREE|IMPLICIT_WORK_TREE|GRAFT_FILE|INDEX_FILE|NO_REPLACE_OBJECTS|REPLACE_REF_BASE|PREFIX|SHALLOW_FILE|COMMON_DIR|INTERNAL_SUPER_PREFIX|QUARANTINE_PATH|NAMESPACE|LITERAL_PATHSPECS)$/;
