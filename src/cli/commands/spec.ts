import { openRepository } from "../../git/open/repository.ts";
import { refuseWriteUnderWay } from "../../git/open/write-under-way.ts";
import { repositoryOf } from "../../handoff/store/place.ts";
import { guarded, type SpecWorld } from "../../handoff/store/world.ts";
import { CannotLook } from "../../model/failure.ts";
import { SETTING_DEFAULTS } from "../../policy/generated/settings.generated.ts";
import { readInForce } from "../../policy-source/in-force.ts";
import { policyInWorkingTree } from "../../policy-source/in-working-tree.ts";
import type { PolicyRead } from "../../policy-source/policy-at.ts";
import { readStandardInput, type World } from "../../system/world.ts";

export { spec } from "../../handoff/commands/index.ts";

/** With the projects that the policy names, if there is one. */
export async function specWorld(world: World): Promise<SpecWorld> {
  return guarded({
    cwd: world.cwd,
    env: world.env,
    projects: await projectsOf(world),
    clock: () => world.now,
    readInput: readStandardInput,
    write: (text) => world.stdout.write(text),
    complain: (text) => world.stderr.write(text),
  });
}

/** A request is written in the working tree, so the policy that lies there counts, committed or not; then the one in force. */
async function projectsOf({ cwd, env }: World): Promise<readonly string[]> {
  const own = await policyInWorkingTree(repositoryOf({ cwd }));
  const repo = await openRepository(cwd, env);
  if (!repo.ok) {
    if (repo.error.kind !== "no-repository") throw new CannotLook(repo.error);
    return projectsIn(own) ?? SETTING_DEFAULTS.handoff.projects;
  }
  try {
    await refuseWriteUnderWay(repo.value.gitDir);
    return projectsIn(own) ?? projectsIn(await readInForce(repo.value)) ?? SETTING_DEFAULTS.handoff.projects;
  } finally {
    await repo.value.close();
  }
}

function projectsIn(read: PolicyRead): readonly string[] | undefined {
  if (!read.ok) throw new CannotLook(read.error);
  return read.value?.policy.handoff.projects;
}
