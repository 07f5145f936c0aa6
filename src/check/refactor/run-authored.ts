// A patch that the program writes itself, for files that steer it: it goes the way of every patch, but is not recorded as a refactoring, because
// another version of the program may write it differently.
import { createHash } from "node:crypto";
import { err, ok, type Result } from "../../base/result.ts";
import type { Repository } from "../../git/open/repository.ts";
import type { JudgedFinding } from "../../model/finding.ts";
import type { PatchEdit } from "../../model/patch.ts";
import type { PatchReport } from "../../model/patch-report.ts";
import type { Proposal } from "../../patch/proposal.ts";
import type { PatchBase } from "../patch/judge-made.ts";
import type { CommitWish } from "../patch/patch-target.ts";
import { type Proposer, type RunPatchOptions, runPatch } from "../patch/run-patch.ts";

export interface AuthoredFile {
  readonly path: string;
  readonly text: string;
  /** Another text that is there already is not replaced. */
  readonly isNew: boolean;
}

export interface Authored {
  readonly files: readonly AuthoredFile[];
  readonly notes: string;
}

/** The error is all that keeps it from being written. */
export type Author = (
  repo: Repository,
  base: PatchBase,
) => Promise<Result<Authored, readonly JudgedFinding[]>>;

export interface RunAuthoredOptions extends Pick<RunPatchOptions, "today"> {
  readonly isWritten: boolean;
  readonly commit: CommitWish | undefined;
}

export async function runAuthored(
  repo: Repository,
  author: Author,
  options: RunAuthoredOptions,
): Promise<PatchReport> {
  let made: Authored | undefined;
  const proposer = authoredProposer(author, (found) => {
    made = found;
  });
  const run = await runPatch(repo, proposer, options);
  const { verdict, changes, done, tree, isWritten, acceptance } = run;
  const { commit } = options;
  return {
    verdict,
    files: changes.map(({ path }) => path),
    done,
    warnings: [],
    acceptance,
    tree,
    isWritten,
    commit:
      run.commit === undefined || commit === undefined
        ? undefined
        : { id: run.commit, branch: commit.branch },
    ...(made === undefined
      ? {}
      : { refactoring: { patch: objectOf(made), notes: made.notes, wouldTouch: [] } }),
  };
}

/** What makes the patch of it; `tell` is told of what was written. */
export function authoredProposer(author: Author, tell: (made: Authored) => void): Proposer {
  return async (there, base) => {
    const found = await author(there, base);
    if (!found.ok) return err(found.error);
    tell(found.value);
    return ok(proposalOf(found.value));
  };
}

function proposalOf(made: Authored): Proposal {
  const { files, notes } = made;
  const edits = files.map(
    ({ path, text, isNew }): PatchEdit => ({
      kind: "contents",
      path,
      contents: Buffer.from(text, "utf8"),
      isNew,
    }),
  );
  const digest = createHash("sha256")
    .update(JSON.stringify(objectOf(made)))
    .digest("hex");
  return {
    form: "object",
    digest: () => `sha256:${digest}`,
    steps: { kind: "patch", patch: { edits, moves: [], deletions: [] } },
    notes,
    acceptance: [],
    proofGreps: [],
    warnings: [],
  };
}

/** It as the playbook's object. */
function objectOf({ files, notes }: Authored): Readonly<Record<string, unknown>> {
  return {
    ok: true,
    notes,
    edits: files.map(({ path, text }) => ({ path, contents: text })),
    moves: [],
    deletions: [],
  };
}
