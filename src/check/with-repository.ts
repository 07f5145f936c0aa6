import {
  openRepository,
  type PrefetchGiven,
  type Repository,
  type RoomToCome,
} from "../git/open/repository.ts";
import { refuseWriteUnderWay } from "../git/open/write-under-way.ts";
import { CannotLook } from "../model/failure.ts";
import type { World } from "../system/world.ts";

export interface HowToOpen {
  readonly prefetched?: PrefetchGiven | undefined;
  readonly room?: RoomToCome;
  /** Whether it opens even where a patch was being written when its process was killed. */
  readonly mayBeCutShort?: boolean;
}

/**
 * Opens the repository that the hook or command runs in, and closes it whatever happens. It does not wait for Git to end:
 * everything that Git was asked is answered by then.
 */
export async function withRepository<T>(
  { cwd, env }: Pick<World, "cwd" | "env">,
  use: (repo: Repository) => Promise<T>,
  { prefetched, room, mayBeCutShort = false }: HowToOpen = {},
): Promise<T> {
  const repo = await openRepository(cwd, env, {
    isForObjects: true,
    ...(prefetched && { prefetched }),
    ...(room && { room }),
  });
  if (!repo.ok) throw new CannotLook(repo.error);
  try {
    if (!mayBeCutShort) await refuseWriteUnderWay(repo.value.gitDir);
    return await use(repo.value);
  } catch (error) {
    if (!(error instanceof CannotLook) || error.failure.kind !== "missing-object") throw error;
    const { howToBring } = await import("../git/objects/how-to-bring.ts");
    throw new CannotLook(await howToBring(repo.value, error.failure));
  } finally {
    void repo.value.close();
  }
}
