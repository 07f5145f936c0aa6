import type { Hook } from "./hook.ts";

/** A clean merge that is about to be committed. */
export const preMergeCommit: Hook = async (args, world) =>
  (await import("./pre-commit.ts")).preMergeCommit(args, world);
