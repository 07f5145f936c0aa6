import { openRepository, type Repository } from "../git/repository.ts";
import { CannotLook } from "../model/failure.ts";
import type { World } from "../system/world.ts";

/** Opens the repository that the hook or command runs in, and closes it whatever happens. */
export async function withRepository<T>(
  { cwd, env }: Pick<World, "cwd" | "env">,
  use: (repo: Repository) => Promise<T>,
): Promise<T> {
  const repo = await openRepository(cwd, env);
  if (!repo.ok) throw new CannotLook(repo.error);
  try {
    return await use(repo.value);
  } finally {
    await repo.value.close();
  }
}
