import type { Hook } from "./hook.ts";

/** `git am` has applied a patch to the index and is about to commit it. */
export const preApplypatch: Hook = async (...given) => (await import("./pre-commit.ts")).preCommit(...given);
