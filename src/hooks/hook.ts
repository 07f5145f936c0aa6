import type { World } from "../system/world.ts";

/** `args` are what Git gave; the answer is an exit code. */
export type Hook = (args: readonly string[], world: World, isPrefetched: boolean) => Promise<number>;
