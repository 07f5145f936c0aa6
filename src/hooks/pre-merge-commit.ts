/** A merge that went clean and is about to be committed. */
export { preMergeCommit } from "./pre-commit.ts";
