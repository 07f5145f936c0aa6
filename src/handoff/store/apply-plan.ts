// What `spec apply` is going to do, worked out on texts before anything is written.
import { createHash } from "node:crypto";
import { err, ok, type Result } from "../../base/result.ts";
import { describeJsonFault } from "../../json/fault.ts";
import { applyPatch, type PatchLeave } from "../../json/patch.ts";
import { parseJson } from "../../json/text.ts";
import { memberOf, printDocument } from "../../json/tree.ts";
import type { PatchProposal } from "../../protocol/patch-proposal.ts";

/** A patch of a proposal that is decided, in the order of the messages. */
export interface DecidedPatch {
  readonly message: string;
  readonly attachment: string;
  /** SHA-256 of the patch file. */
  readonly digest: string;
  readonly proposal: PatchProposal;
}

/** A line of `applied.json`. Digests are of texts with LF line ends, so a checkout with CRLF is the same text. */
export interface Applied {
  readonly message: string;
  readonly attachment: string;
  readonly patch: string;
  readonly file: string;
  readonly before: string;
  readonly after: string;
  readonly at: string;
}

export interface ApplyPlan {
  /** Contents by target path, only of targets that change. */
  readonly writes: ReadonlyMap<string, string>;
  readonly records: readonly Applied[];
  readonly done: readonly DecidedPatch[];
  readonly known: readonly DecidedPatch[];
}

export interface ApplyFault {
  readonly kind: "conflict" | "refused";
  readonly patch: DecidedPatch;
  readonly message: string;
}

/**
 * Applies the patches one after another to the texts of their targets. `records` say what was applied before: a target
 * that is as a record left it has that patch; one that is as it was before it has not; any other has changed since, which
 * is a conflict. One refusal refuses all.
 */
export function planApply(
  patches: readonly DecidedPatch[],
  texts: ReadonlyMap<string, string | undefined>,
  records: readonly Applied[],
  leave: PatchLeave,
  at: string,
): Result<ApplyPlan, readonly ApplyFault[]> {
  const outcome = {
    writes: new Map<string, string>(),
    done: [] as DecidedPatch[],
    known: [] as DecidedPatch[],
  };
  const fresh: Applied[] = [];
  const faults: ApplyFault[] = [];
  for (const [file, group] of groupByFile(patches)) {
    const text = texts.get(file);
    const pending = text === undefined ? ok(group) : pendingOf(group, text, file, records);
    if (!pending.ok) {
      faults.push(pending.error);
      continue;
    }
    outcome.known.push(...group.filter((patch) => !pending.value.includes(patch)));
    const applied = applyAll(pending.value, file, text, leave, at);
    if (!applied.ok) faults.push(applied.error);
    else {
      fresh.push(...applied.value.records);
      outcome.done.push(...pending.value);
      if (applied.value.text !== text) outcome.writes.set(file, applied.value.text);
    }
  }
  if (faults.length > 0) return err(faults);
  return ok({
    ...outcome,
    records: [...records.filter((old) => !fresh.some((one) => isSame(one, old))), ...fresh],
  });
}

export function textDigest(text: string): string {
  return createHash("sha256").update(text.replaceAll("\r\n", "\n"), "utf8").digest("hex");
}

export function targetOf(patch: DecidedPatch): string {
  return patch.proposal.file.join("/");
}

function groupByFile(patches: readonly DecidedPatch[]): ReadonlyMap<string, readonly DecidedPatch[]> {
  const groups = new Map<string, DecidedPatch[]>();
  for (const patch of patches) {
    const file = targetOf(patch);
    groups.set(file, [...(groups.get(file) ?? []), patch]);
  }
  return groups;
}

/** The patches that the target does not have yet. */
function pendingOf(
  group: readonly DecidedPatch[],
  text: string,
  file: string,
  records: readonly Applied[],
): Result<readonly DecidedPatch[], ApplyFault> {
  const chain = records.filter((record) => record.file === file);
  if (chain.length === 0) return ok(group);
  const now = textDigest(text);
  const left = chain.findLastIndex((record) => record.after === now);
  const entered = chain.findIndex((record) => record.before === now);
  if (left < 0 && entered < 0) {
    const last = chain.at(-1);
    const patch = group.find((one) => last !== undefined && matches(one, last)) ?? group[0];
    if (patch === undefined) return ok([]);
    const by = last === undefined ? "" : ` by ${last.attachment} of ${last.message}`;
    return err({ kind: "conflict", patch, message: `${file} was patched${by} and has changed since` });
  }
  const had = chain.slice(0, left >= 0 ? left + 1 : entered);
  return ok(group.filter((patch) => !had.some((record) => matches(patch, record))));
}

function matches(patch: DecidedPatch, record: Applied): boolean {
  return (
    record.message === patch.message &&
    record.attachment === patch.attachment &&
    record.patch === patch.digest
  );
}

function isSame(left: Applied, right: Applied): boolean {
  return left.message === right.message && left.attachment === right.attachment && left.file === right.file;
}

function applyAll(
  patches: readonly DecidedPatch[],
  file: string,
  text: string | undefined,
  leave: PatchLeave,
  at: string,
): Result<{ text: string; records: readonly Applied[] }, ApplyFault> {
  const records: Applied[] = [];
  let current = text ?? "";
  for (const patch of patches) {
    const after =
      text === undefined ? err(`${file} is not there`) : patched(current, patch.proposal, file, leave);
    if (!after.ok) return err({ kind: "refused", patch, message: after.error });
    records.push({
      message: patch.message,
      attachment: patch.attachment,
      patch: patch.digest,
      file,
      before: textDigest(current),
      after: textDigest(after.value),
      at,
    });
    current = after.value;
  }
  return ok({ text: current, records });
}

function patched(
  text: string,
  proposal: PatchProposal,
  file: string,
  leave: PatchLeave,
): Result<string, string> {
  const document = parseJson(text);
  if (!document.ok) {
    const { line, column } = document.error.position;
    return err(`${file}:${line}:${column} is not JSON: ${describeJsonFault(document.error).message}`);
  }
  const { root } = document.value;
  if (proposal.hasSlashBase && root.kind === "object" && memberOf(root, "") !== undefined) {
    return err(`the base_pointer "/" could be the root of ${file} or its member ""; write "" for the root`);
  }
  const after = applyPatch(document.value, proposal.operations, leave);
  return after.ok
    ? ok(printDocument(after.value))
    : err(`ops/${after.error.operation}: ${after.error.message} in ${file}`);
}
