/** `git am` has applied a patch to the index and is about to commit it. */
export { preCommit as preApplypatch } from "./pre-commit.ts";
