// Where `--push` goes, looked up before anything is done: a remote that does not exist would be noticed only after the first phase.
import { list } from "../../base/wording.ts";
import type { Repository } from "../../git/open/repository.ts";
import { userGit, withoutRepository } from "../../git/process/user-git.ts";
import { CannotLook, failure } from "../../model/failure.ts";

export interface RemotePlace {
  /** As it was given: a name, a path or an address. */
  readonly name: string;
  readonly url: string;
  /** Pushes as the user's own `git push` would. */
  git(args: readonly string[]): ReturnType<typeof userGit>;
}

export function remotePlace(repo: Repository, name: string, env: NodeJS.ProcessEnv): RemotePlace {
  const own = withoutRepository(env);
  const cwd = repo.top ?? repo.gitDir;
  const git = (args: readonly string[]) => userGit(cwd, own, args, { seconds: 3600 });
  const address = name.startsWith("-") ? undefined : git(["remote", "get-url", "--push", name]);
  if (address?.code === 0) return { name, url: address.stdout.trim(), git };
  if (!name.startsWith("-") && /[/:]/.test(name)) return { name, url: name, git };
  const names = git(["remote"]).stdout.split("\n").filter(Boolean);
  const next =
    names.length === 0
      ? "add one: git remote add NAME ADDRESS"
      : `there is ${list(names, "and")}: --push ${names[0]}`;
  throw new CannotLook(failure("bad-arguments", `no remote is called ${name}`, next));
}
