import { openRepository } from "../../git/open/repository.ts";
import { refuseWriteUnderWay } from "../../git/open/write-under-way.ts";
import { guarded, type SpecWorld } from "../../handoff/store/world.ts";
import { CannotLook } from "../../model/failure.ts";
import { readInForce } from "../../policy-source/in-force.ts";
import { readStandardInput, type World } from "../../system/world.ts";

export { spec } from "../../handoff/commands/index.ts";

const DEFAULT_PROJECTS = ["jsonld", "markdown_ld"];

/** With the projects that the policy of the repository names, if there is one. */
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

async function projectsOf({ cwd, env }: World): Promise<readonly string[]> {
  const repo = await openRepository(cwd, env);
  if (!repo.ok) {
    if (repo.error.kind === "no-repository") return DEFAULT_PROJECTS;
    throw new CannotLook(repo.error);
  }
  try {
    await refuseWriteUnderWay(repo.value.gitDir);
    const read = await readInForce(repo.value);
    if (!read.ok) throw new CannotLook(read.error);
    return read.value?.policy.handoff.projects ?? DEFAULT_PROJECTS;
  } finally {
    await repo.value.close();
  }
}
