// A refactoring and a tree → a patch like any other that is handed in, or what keeps it from being made.

import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { err, ok, type Result } from "../../base/result.ts";
import type { Finding, JudgedFinding } from "../../model/finding.ts";
import type { PatchEdit, Replacement } from "../../model/patch.ts";
import { fileAt } from "../../model/place.ts";
import type { Proposal } from "../../patch/proposal.ts";
import { replace } from "../../patch/replace.ts";
import { recordOf } from "../../refactor/read-refactoring.ts";
import { refactor } from "../../refactor/refactor.ts";
import type { Refactored, RewrittenText } from "../../refactor/refactored.ts";
import type { Refactoring } from "../../refactor/refactoring.ts";
import type { Tree } from "../../refactor/tree.ts";

export interface RefactorProposal {
  readonly proposal: Proposal;
  readonly refactored: Refactored;
  /** Places that stay as they are, as warnings. */
  readonly reports: readonly JudgedFinding[];
}

/** Every place that stops it; if there is one, nothing is made. */
export async function refactorProposal(
  tree: Tree,
  task: Refactoring,
): Promise<Result<RefactorProposal, readonly JudgedFinding[]>> {
  const refactored = refactor(tree, task);
  const reports = refactored.reports.map((finding) => judged(finding, "warn"));
  if (refactored.stops.length > 0)
    return err([...refactored.stops.map((finding) => judged(finding, "error")), ...reports]);
  const objections = await objectionsTo(refactored);
  if (objections.length > 0) return err([...objections, ...reports]);
  const digest = () => `sha256:${createHash("sha256").update(recordOf(task)).digest("hex")}`;
  const { patch, notes } = refactored;
  const proposal: Proposal = {
    form: "object",
    digest,
    steps: { kind: "patch", patch },
    notes,
    acceptance: [],
    proofGreps: [],
    warnings: [],
  };
  return ok({ proposal, refactored, reports });
}

/** What the second parser says: loaded only here, where something is about to be written. */
async function objectionsTo({ rewritten }: Refactored): Promise<readonly JudgedFinding[]> {
  if (rewritten.length === 0) return [];
  const { objection } = await import("../../refactor/second-opinion.ts");
  return rewritten.flatMap((each) => {
    const why = objection(each);
    if (why === undefined) return [];
    const hint = "change this file by hand, and report the fault: nothing was written";
    return [
      judged(
        { place: fileAt(each.path), message: `the change is not what was asked for: ${why}`, hint },
        "error",
      ),
    ];
  });
}

function judged(finding: Finding, level: "warn" | "error"): JudgedFinding {
  return { ...finding, rule: "refactor", level, standing: { kind: "new" } };
}

/** It as the playbook's object. What a file holds is given by replacements where that is as exact. */
export function patchObject({ patch, notes, rewritten }: Refactored): Readonly<Record<string, unknown>> {
  const { edits, moves, deletions } = patch;
  const byPath = new Map(rewritten.map((each) => [each.path, each]));
  return {
    ok: true,
    notes,
    edits: edits.map((edit) => editObject(edit, byPath.get(edit.path))),
    moves,
    deletions,
  };
}

function editObject(
  edit: PatchEdit,
  rewritten: RewrittenText | undefined,
): Readonly<Record<string, unknown>> {
  const { path, mode } = edit;
  const more = mode === undefined ? {} : { mode };
  const steps = rewritten === undefined ? undefined : replacements(rewritten);
  if (steps !== undefined) {
    const list = steps.map((step) => ({ find: step.find.toString(), with: step.with.toString(), all: true }));
    return { path, replace: list.length === 1 ? list[0] : list, ...more };
  }
  return { path, contents: edit.kind === "contents" ? edit.contents.toString("utf8") : "", ...more };
}

/** Each name with the line that it stands in, every time; undefined where that does not give the same bytes. */
function replacements({ before, edits, after }: RewrittenText): readonly Replacement[] | undefined {
  const steps = new Map<string, Replacement>();
  for (const { range } of edits) {
    const start = before.text.lastIndexOf("\n", range.start - 1) + 1;
    const end = before.text.indexOf("\n", range.end);
    const line = before.text.slice(start, end < 0 ? undefined : end);
    const inLine = edits.filter((edit) => edit.range.start >= start && edit.range.end <= start + line.length);
    const changed = inLine
      .toSorted((a, b) => b.range.start - a.range.start)
      .reduce(
        (sum, edit) => sum.slice(0, edit.range.start - start) + edit.text + sum.slice(edit.range.end - start),
        line as string,
      );
    steps.set(line, { find: Buffer.from(line, "latin1"), with: Buffer.from(changed, "latin1"), all: true });
  }
  let bytes = Buffer.from(before.text, "latin1");
  for (const step of steps.values()) {
    const done = isUtf8(step.find) && isUtf8(step.with) ? replace(bytes, step, false) : undefined;
    if (done === undefined || !done.ok) return undefined;
    bytes = Buffer.from(done.value.bytes);
  }
  return bytes.equals(Buffer.from(after, "latin1")) ? [...steps.values()] : undefined;
}
