import type { Again } from "../changes/file-changes.ts";
import type { Git } from "../process/git.ts";
import { DiffReader, type RawDiff } from "./diff-reader.ts";

/** The one comparison of two sides that `args` ask for. */
export async function runDiff(git: Git, args: readonly string[]): Promise<RawDiff> {
  for await (const diff of streamDiffs(git, args, false)) return diff;
  throw new Error(`git ${args[0]} gave no diff`);
}

/** How `fileChanges` asks for a diff again; `ask` runs it with options put before its own. */
export function againBy(ask: (...more: string[]) => Promise<RawDiff>): Again {
  return {
    asText: async () => (await ask("--text")).lines,
    withoutSpace: async () => (await ask("--text", "-w")).lines,
  };
}

/** The diffs of many commits, named on standard input, one at a time as they come. */
export async function* streamDiffs(
  git: Git,
  args: readonly string[],
  isByCommit: boolean,
  input = "",
): AsyncGenerator<RawDiff, void, void> {
  const reader = new DiffReader(isByCommit);
  for await (const chunk of git.stream(args, { input })) yield* reader.push(chunk);
  yield* reader.end();
}
