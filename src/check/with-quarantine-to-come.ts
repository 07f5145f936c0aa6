import type { Repository } from "../git/open/repository.ts";
import { withRoom } from "../git/write/quarantine.ts";
import type { World } from "../system/world.ts";
import { withRepository } from "./with-repository.ts";

/** Opens the repository with room for the one quarantine in which what is looked at will be made. */
export async function withQuarantineToCome<T>(
  world: Pick<World, "cwd" | "env">,
  use: (repo: Repository) => Promise<T>,
): Promise<T> {
  return await withRoom((room) => withRepository(world, use, { room }));
}
