import type { Command } from "../command/command.ts";
import type { World } from "../system/world.ts";

/** What begins with one word after `arkitekt`, once its part is loaded. */
export interface Loaded {
  /** One, or those of a family. */
  readonly commands: readonly Command<never>[];
  run(args: readonly string[], world: World): Promise<number>;
}
