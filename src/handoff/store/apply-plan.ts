// What `spec apply` is going to do, worked out on texts before anything is written.
import { err, ok, type Result } from "../../base/result.ts";
import { describeJsonFault } from "../../json/fault.ts";
import { applyPatch, type PatchLeave } from "../../json/patch.ts";
import { patchHolds } from "../../json/patch-holds.ts";
import { parseJson } from "../../json/text.ts";
import { memberOf, printDocument } from "../../json/tree.ts";
import type { Message } from "../../protocol/message.ts";
import type { PatchProposal } from "../../protocol/patch-proposal.ts";
import { sha256 } from "./digest.ts";

/** A patch of a proposal that is decided, in the order of the messages. */
export interface DecidedPatch {
  readonly message: string;
  readonly attachment: string;
  /** SHA-256 of the patch file. */
  readonly digest: string;
  /** What decided it; undefined where the person who named it did. */
  readonly decision?: Message;
  /** Not decided as far as the messages here say; that it was applied before is all that is known of it. */
  readonly isRemembered?: true;
  readonly proposal: PatchProposal;
}

/** A line of `applied.json`. Digests are those of texts with LF line ends, so a checkout with CRLF is the same text. */
export interface AppliedRecord {
  readonly message: string;
  readonly attachment: string;
  readonly patch: string;
  readonly file: string;
  readonly before: string;
  readonly after: string;
  readonly at: string;
  /** The id of the decision, and who has made it. */
  readonly decision?: string;
  readonly decider?: string;
}

export interface ApplyPlan {
  /** Contents by target path, only for targets that change. */
  readonly writes: ReadonlyMap<string, string>;
  readonly records: readonly AppliedRecord[];
  readonly done: readonly DecidedPatch[];
  readonly known: readonly DecidedPatch[];
  /** Applied before, to a target that has changed since and no longer says what the patch says. */
  readonly changed: readonly DecidedPatch[];
  /** Those among them that the person leaves as they are now. */
  readonly kept: readonly DecidedPatch[];
}

export interface ApplyFault {
  readonly patch: DecidedPatch;
  readonly message: string;
}

/**
 * Applies the patches one after another to the texts of their targets. `records` say what was applied before: a target
 * that is as a record left it has that patch; one that is as it was before it has not; any other has changed since, and only a person can say whether it has
 * the patch (`whatChanged`). That bars no other patch: its own tests judge it. One refusal refuses all.
 */
export function planApply(
  patches: readonly DecidedPatch[],
  texts: ReadonlyMap<string, string | undefined>,
  records: readonly AppliedRecord[],
  leave: PatchLeave,
  at: string,
  whatChanged: "tell" | "again" | "keep" = "tell",
): Result<ApplyPlan, readonly ApplyFault[]> {
  const outcome = {
    writes: new Map<string, string>(),
    done: [] as DecidedPatch[],
    known: [] as DecidedPatch[],
    changed: [] as DecidedPatch[],
    kept: [] as DecidedPatch[],
  };
  const fresh: AppliedRecord[] = [];
  const faults: ApplyFault[] = [];
  for (const [file, group] of groupByFile(patches)) {
    const text = texts.get(file);
    const pending: DecidedPatch[] = [];
    for (const patch of group) {
      const standing = text === undefined ? "pending" : standingOf(patch, text, file, records);
      if (standing === "known") outcome.known.push(patch);
      else if (standing === "pending" && patch.isRemembered) continue;
      else if (standing === "changed" && whatChanged === "tell") outcome.changed.push(patch);
      else if (standing === "changed" && whatChanged === "keep") {
        outcome.kept.push(patch);
        fresh.push(recordOf(patch, file, text ?? "", text ?? "", at));
      } else pending.push(patch);
    }
    const applied = applyAll(pending, file, text, leave, at);
    if (!applied.ok) faults.push(applied.error);
    else {
      fresh.push(...applied.value.records);
      outcome.done.push(...pending);
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
  return sha256(text.replaceAll("\r\n", "\n"));
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

/**
 * Whether the target has a patch, by the record of the patch itself: the text is one that it has led to, or one that led to it, or the
 * document still says what the patch made it say. Otherwise it has changed since.
 */
function standingOf(
  patch: DecidedPatch,
  text: string,
  file: string,
  records: readonly AppliedRecord[],
): "pending" | "known" | "changed" {
  const chain = records.filter((record) => record.file === file);
  const own = chain.findLastIndex((record) => matches(patch, record));
  const record = chain[own];
  if (record === undefined) return "pending";
  const now = textDigest(text);
  if (now === record.after || isOnTheWay(now, record.after, chain.slice(own + 1), "before", "after"))
    return "known";
  const earlier = chain.slice(0, own).reverse();
  if (now === record.before || isOnTheWay(now, record.before, earlier, "after", "before")) return "pending";
  const document = parseJson(text);
  return document.ok && patchHolds(document.value.root, patch.proposal.operations) ? "known" : "changed";
}

/** Whether a text is what a record left, or what later records made of that. */
export function hasStill(record: AppliedRecord, text: string, records: readonly AppliedRecord[]): boolean {
  const chain = records.filter(({ file }) => file === record.file);
  const now = textDigest(text);
  const later = chain.slice(chain.indexOf(record) + 1);
  return now === record.after || isOnTheWay(now, record.after, later, "before", "after");
}

/** Whether a text is reached from another one through records that follow each other. */
function isOnTheWay(
  now: string,
  start: string,
  records: readonly AppliedRecord[],
  enter: "before" | "after",
  leave: "before" | "after",
): boolean {
  let at = start;
  for (const record of records) {
    if (record[enter] !== at) continue;
    at = record[leave];
    if (at === now) return true;
  }
  return false;
}

function matches(patch: DecidedPatch, record: AppliedRecord): boolean {
  return (
    record.message === patch.message &&
    record.attachment === patch.attachment &&
    record.patch === patch.digest
  );
}

function isSame(left: AppliedRecord, right: AppliedRecord): boolean {
  return left.message === right.message && left.attachment === right.attachment && left.file === right.file;
}

function applyAll(
  patches: readonly DecidedPatch[],
  file: string,
  text: string | undefined,
  leave: PatchLeave,
  at: string,
): Result<{ text: string; records: readonly AppliedRecord[] }, ApplyFault> {
  const records: AppliedRecord[] = [];
  let current = text ?? "";
  for (const patch of patches) {
    const after =
      text === undefined ? err(`${file} is not there`) : patched(current, patch.proposal, file, leave);
    if (!after.ok) return err({ patch, message: after.error });
    records.push(recordOf(patch, file, current, after.value, at));
    current = after.value;
  }
  return ok({ text: current, records });
}

function recordOf(
  patch: DecidedPatch,
  file: string,
  before: string,
  after: string,
  at: string,
): AppliedRecord {
  const { decision } = patch;
  const by =
    decision === undefined ? {} : { decision: decision.id, decider: `${decision.project}/${decision.agent}` };
  const { message, attachment, digest } = patch;
  return {
    message,
    attachment,
    patch: digest,
    file,
    before: textDigest(before),
    after: textDigest(after),
    at,
    ...by,
  };
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
