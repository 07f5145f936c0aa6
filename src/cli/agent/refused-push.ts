import { resolve } from "node:path";
import type { GitCall } from "../../agent/git-call.ts";
import { judgePush } from "../../check/push.ts";
import { dayOf } from "../../check/today.ts";
import { withRepository } from "../../check/with-repository.ts";
import type { RefUpdate } from "../../git/history/push-lines.ts";
import type { Repository } from "../../git/open/repository.ts";
import { userGit } from "../../git/process/user-git.ts";
import { seenBranches } from "../../git/remote/seen-branches.ts";
import { agent } from "../../report/verdict/agent.ts";
import type { World } from "../../system/world.ts";

/** Judges what each push would bring, as `pre-push` does, in case nothing else does. */
export async function refusedPush(
  calls: readonly GitCall[],
  cwd: string,
  world: World,
): Promise<string | undefined> {
  for (const { args, folder } of calls) {
    const place = folder.startsWith("~") ? cwd : resolve(cwd, folder);
    const refusal = await ofPush(args, place, world);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

async function ofPush(args: readonly string[], cwd: string, world: World): Promise<string | undefined> {
  return await withRepository({ cwd, env: world.env }, async (repo) => {
    const { name, url, refspecs } = targetOf(args, cwd, world);
    const wanted = refspecs.flatMap((refspec) => updateOf(repo, refspec, cwd, world) ?? []);
    if (wanted.length === 0) return undefined;
    // Git would ask the remote what each branch holds there; here it is what this clone has last seen.
    const { branches } = await seenBranches(repo, { name, url });
    const updates = wanted.map((update) => ({ ...update, oldId: branches.get(update.remoteRef) }));
    const verdict = await judgePush(repo, updates, { name, url }, { today: dayOf(world.now) });
    if (verdict.outcome !== "block") return undefined;
    const again = () => "git push";
    return agent(verdict, { again, next: "" });
  });
}

/** Options of `git push` that take the next word. */
const WITH_VALUE = new Set(["-o", "--push-option", "--receive-pack", "--exec", "--repo"]);

function targetOf(args: readonly string[], cwd: string, { env }: World) {
  const ask = (...what: readonly string[]) => userGit(cwd, env, what).stdout.trim();
  const plain = args.filter((word, at) => !word.startsWith("-") && !WITH_VALUE.has(args[at - 1] ?? ""));
  const [remote, ...refspecs] = plain;
  const branch = ask("symbolic-ref", "--quiet", "--short", "HEAD");
  const names = ask("remote").split("\n");
  const name =
    remote ??
    (ask("config", `branch.${branch}.pushRemote`) || ask("config", `branch.${branch}.remote`) || "origin");
  const isAll = args.some((word) => /^--(all|branches|mirror)$/.test(word));
  const branches = () => ask("for-each-ref", "--format=%(refname)", "refs/heads").split("\n");
  return {
    name,
    url: names.includes(name) ? ask("remote", "get-url", "--push", name) : name,
    refspecs: isAll ? branches() : refspecs.length > 0 ? refspecs : ["HEAD"],
  };
}

/** Undefined for a deletion, and for what Git will not find either. */
function updateOf(
  repo: Repository,
  refspec: string,
  cwd: string,
  { env }: World,
): Omit<RefUpdate, "oldId"> | undefined {
  const [from = "", to] = refspec.replace(/^\+/, "").split(":");
  if (from === "") return undefined;
  const answer = userGit(cwd, env, ["rev-parse", "--verify", "--quiet", `${from}^{commit}`]);
  const full = userGit(cwd, env, ["rev-parse", "--symbolic-full-name", from]).stdout.trim();
  if (answer.code !== 0) return undefined;
  const localRef = full !== "" && full !== "HEAD" ? full : from;
  const target = to ?? localRef;
  const remoteRef = target.startsWith("refs/")
    ? target
    : `refs/heads/${target === "HEAD" ? headOf(repo) : target}`;
  return { localRef, newId: answer.stdout.trim(), remoteRef };
}

function headOf({ head }: Repository): string {
  return head.kind === "detached" ? "HEAD" : head.branch;
}
