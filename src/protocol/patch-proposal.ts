import { err, ok, type Result } from "../base/result.ts";
import { type PatchOp, readOperations } from "../json/operations.ts";
import { type Pointer, parsePointer } from "../json/pointer.ts";
import { type JsonDocument, memberOf } from "../json/tree.ts";
import { isRecord, type JsonValue, plainValue } from "../json/value.ts";
import { type Fault, fault, type LenientReading } from "./fault.ts";
import { type PatchProposalFile, validate } from "./generated/patch-proposal.generated.mjs";
import type { Ref } from "./message.ts";
import { safePath } from "./safe-path.ts";
import { shapeOf } from "./shape.ts";

export interface PatchProposal {
  /** The target, segment by segment, inside the target repository. */
  readonly file: readonly string[];
  readonly operations: readonly PatchOp[];
  /** The base was written "/", which is read as the root. */
  readonly hasSlashBase: boolean;
}

/** Whether an attachment of a proposal is a patch to apply: its name says so. */
export function isPatchName(name: string): boolean {
  return /patch[^/]*\.json$/i.test(name);
}

/**
 * Reads a `patch.json`; `file` and `base_pointer` default to the message's `ref`. A base of "/" means the root in public
 * data, though RFC 6901 reads it as the member with the empty name: it is read as the root, and reported.
 */
export function readPatchProposal(
  document: JsonDocument,
  ref: Ref | undefined,
): Result<LenientReading<PatchProposal>, readonly Fault[]> {
  const { root } = document;
  const value = plainValue(root);
  if (root.kind !== "object" || !isRecord(value)) return err([fault("", "must be an object with ops")]);
  const { value: shape, faults, tolerated } = shapeOf(value, validate, isReadBelow);
  const ops = memberOf(root, "ops")?.value;
  if (shape === undefined || ops === undefined) return err(faults);
  const file = fileOf(shape, ref);
  const base = baseOf(shape, ref);
  if (!file.ok) return file;
  if (!base.ok) return base;
  const operations = readOperations(ops, base.value.pointer);
  if (!operations.ok) return err([fault(`/ops/${operations.error.operation}`, operations.error.message)]);
  const { hasSlashBase } = base.value;
  const slash = hasSlashBase ? [fault("/base_pointer", 'is "/", read as the root; write ""')] : [];
  return ok({
    value: { file: file.value, operations: operations.value, hasSlashBase },
    tolerated: [...slash, ...tolerated],
  });
}

/** Operations keep the text of their values, and pointers have faults of their own: their readers say more than a schema can. */
function isReadBelow({ pointer }: Fault, value: JsonValue | undefined): boolean {
  return pointer.startsWith("/ops/") || (pointer === "/base_pointer" && typeof value === "string");
}

function fileOf(
  { file }: PatchProposalFile,
  ref: Ref | undefined,
): Result<readonly string[], readonly Fault[]> {
  const path = file ?? ref?.path;
  if (path === undefined) return err([fault("/file", "is missing, and the message has no ref.path")]);
  const safe = safePath(path, "the target");
  return safe.ok ? safe : err([fault("/file", safe.error.message)]);
}

function baseOf(
  { base_pointer: own }: PatchProposalFile,
  ref: Ref | undefined,
): Result<{ readonly pointer: Pointer; readonly hasSlashBase: boolean }, readonly Fault[]> {
  const text = own ?? ref?.pointer ?? "";
  if (text === "/") return ok({ pointer: [], hasSlashBase: true });
  const pointer = parsePointer(text);
  return pointer.ok
    ? ok({ pointer: pointer.value, hasSlashBase: false })
    : err([fault("/base_pointer", pointer.error.message)]);
}
