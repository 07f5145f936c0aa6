import { err, ok, type Result } from "../base/result.ts";
import { type PatchOp, readOperations } from "../json/operations.ts";
import { type Pointer, parsePointer } from "../json/pointer.ts";
import { type JsonDocument, type JsonObject, memberOf } from "../json/tree.ts";
import { type Fault, fault, type Reading } from "./fault.ts";
import type { Ref } from "./message.ts";
import { safePath } from "./safe-path.ts";

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
 * data, though RFC 6901 reads it as the member with the empty name: it is read as the root, and told.
 */
export function readPatchProposal(
  document: JsonDocument,
  ref: Ref | undefined,
): Result<Reading<PatchProposal>, readonly Fault[]> {
  const { root } = document;
  if (root.kind !== "object") return err([fault("", "must be an object with ops")]);
  const tolerated: Fault[] = [];
  const file = fileOf(root, ref);
  const base = baseOf(root, ref, tolerated);
  const ops = memberOf(root, "ops")?.value;
  if (ops === undefined) return err([fault("/ops", "is missing")]);
  if (!file.ok) return file;
  if (!base.ok) return base;
  const operations = readOperations(ops, base.value);
  if (!operations.ok) return err([fault(`/ops/${operations.error.operation}`, operations.error.message)]);
  const hasSlashBase = tolerated.length > 0;
  return ok({ value: { file: file.value, operations: operations.value, hasSlashBase }, tolerated });
}

function fileOf(root: JsonObject, ref: Ref | undefined): Result<readonly string[], readonly Fault[]> {
  const own = textOf(root, "file");
  if (!own.ok) return own;
  const path = own.value ?? ref?.path;
  if (path === undefined) return err([fault("/file", "is missing, and the message has no ref.path")]);
  const safe = safePath(path, "the target");
  return safe.ok ? safe : err([fault("/file", safe.error.message)]);
}

function baseOf(
  root: JsonObject,
  ref: Ref | undefined,
  tolerated: Fault[],
): Result<Pointer, readonly Fault[]> {
  const own = textOf(root, "base_pointer");
  if (!own.ok) return own;
  const text = own.value ?? ref?.pointer ?? "";
  if (text === "/") {
    tolerated.push(fault("/base_pointer", 'is "/", read as the root; write ""'));
    return ok([]);
  }
  const pointer = parsePointer(text);
  return pointer.ok ? pointer : err([fault("/base_pointer", pointer.error.message)]);
}

function textOf(root: JsonObject, key: string): Result<string | undefined, readonly Fault[]> {
  const value = memberOf(root, key)?.value;
  if (value === undefined || (value.kind === "word" && value.raw === "null")) return ok(undefined);
  return value.kind === "string" ? ok(value.text) : err([fault(`/${key}`, "must be a text")]);
}
