import { basename } from "node:path";
import { everTracked } from "../../git/history/ever-tracked.ts";
import { openRepository } from "../../git/open/repository.ts";
import { refuseWriteUnderWay } from "../../git/open/write-under-way.ts";
import { withoutRepository } from "../../git/process/user-git.ts";
import { repositoryOf } from "../../handoff/store/place.ts";
import { guarded, type SpecWorld } from "../../handoff/store/world.ts";
import { CannotLook, type Failure } from "../../model/failure.ts";
import { REQUESTS } from "../../model/project.ts";
import { SETTING_DEFAULTS } from "../../policy/generated/settings.generated.ts";
import type { Policy } from "../../policy/policy.ts";
import { readInForce } from "../../policy-source/in-force.ts";
import { policyInWorkingTree } from "../../policy-source/in-working-tree.ts";
import type { PolicyRead } from "../../policy-source/policy-at.ts";
import { runProcessNow } from "../../system/process.ts";
import { readStandardInput, type World } from "../../system/world.ts";

export { spec } from "../../handoff/commands/index.ts";

/** With what the policy says of hand-offs, if there is one. */
export async function specWorld(world: World): Promise<SpecWorld> {
  const { policy, refusal } = await found(world);
  const { projects, project } = policy?.handoff ?? SETTING_DEFAULTS.handoff;
  return guarded({
    cwd: world.cwd,
    env: world.env,
    projects,
    folder: policy?.project.requests ?? REQUESTS,
    refusal,
    sender: () => senderBy(world, project),
    everTracked: (folders) => everTracked(repositoryOf(world), withoutRepository(world.env), folders),
    clock: () => world.now,
    readInput: readStandardInput,
    write: (text) => world.stdout.write(text),
    complain: (text) => world.stderr.write(text),
  });
}

interface Found {
  readonly policy?: Policy | undefined;
  readonly refusal?: Failure;
}

/**
 * A request is written in the working tree, so the policy that lies there counts, committed or not; then the one in force. A repository
 * that Git doesn't open, somebody else's for example, can still be read; its policy then does not count.
 */
async function found({ cwd, env }: World): Promise<Found> {
  const repo = await openRepository(cwd, env);
  if (!repo.ok) {
    if (repo.error.kind !== "no-repository") return { refusal: repo.error };
    return { policy: policyOf(await policyInWorkingTree(repositoryOf({ cwd }))) };
  }
  try {
    await refuseWriteUnderWay(repo.value.gitDir);
    const own = policyOf(await policyInWorkingTree(repositoryOf({ cwd })));
    return { policy: own ?? policyOf(await readInForce(repo.value)) };
  } finally {
    await repo.value.close();
  }
}

function policyOf(read: PolicyRead): Policy | undefined {
  if (!read.ok) throw new CannotLook(read.error);
  return read.value?.policy;
}

/** The name that the policy gives, else that of the remote, else that of the folder; the agent is the author that Git knows. */
function senderBy(
  { cwd, env }: World,
  project: string,
): { readonly project: string; readonly agent: string } {
  const git = (...args: readonly string[]) => {
    const end = runProcessNow("git", args, { cwd, env });
    return end.ok && end.value.code === 0 ? end.value.stdout.toString("utf8").trim() : "";
  };
  const remote = project === "." ? git("config", "--get", "remote.origin.url") : "";
  const byGit = basename(
    remote
      .replace(/[/\\]+$/, "")
      .replace(/\/?\.git$/, "")
      .replace(/^.*:/, ""),
  );
  const name = env["GIT_AUTHOR_NAME"] ?? git("config", "--get", "user.name");
  return {
    project:
      project !== "."
        ? project
        : (/^\.*$/.test(byGit) ? "" : byGit) || basename(repositoryOf({ cwd })) || "lang",
    agent: name.trim() || "codex",
  };
}
