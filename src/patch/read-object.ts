// The playbook's patch: one JSON object with edits, moves and deletions.
import { err, ok, type Result } from "../base/result.ts";
import { showJsonFault } from "../json/fault.ts";
import { parseLenientJson } from "../json/lenient.ts";
import { isRecord, type JsonRecord, plainValue } from "../json/value.ts";
import type { GivenUp } from "../model/finding.ts";
import type { Patch, PatchEdit } from "../model/patch.ts";
import { givenUpIn } from "../model/task/given-up.ts";
import { type Edit, type PatchFile, validate } from "./generated/patch.generated.mjs";
import { shapeFault } from "./shape-fault.ts";
import { stepPath } from "./step-path.ts";

export interface ReadObject {
  readonly steps:
    | { readonly kind: "patch"; readonly patch: Patch }
    | { readonly kind: "given-up"; readonly said: GivenUp };
  readonly notes: string;
  readonly acceptance: readonly string[];
  readonly proofGreps: readonly unknown[];
  readonly warnings: readonly string[];
}

/** The error is one sentence: where, and what is wrong there. */
export function readObject(bytes: Buffer): Result<ReadObject, string> {
  const text = bytes.toString("utf8");
  if (!Buffer.from(text, "utf8").equals(bytes)) return err("it is not UTF-8");
  // The playbook's own block of proof-greps is not valid JSON, and is what agents paste.
  const json = parseLenientJson(text);
  if (!json.ok) return err(showJsonFault(json.error));
  const root = plainValue(json.value.document.root);
  if (!isRecord(root)) return err("it is not an object");
  const guesses = json.value.warnings.map(
    ({ position: { line, column }, message }) => `line ${line}, column ${column}: ${message}`,
  );
  try {
    const read = objectOf(root);
    return ok({ ...read, warnings: [...guesses, ...read.warnings] });
  } catch (error) {
    if (error instanceof Unreadable) return err(error.message);
    throw error;
  }
}

class Unreadable extends Error {}

const KEYS = [
  "ok",
  "notes",
  "plan",
  "edits",
  "moves",
  "deletions",
  "acceptance",
  "proof_grep",
  "task",
  "$schema",
];

function objectOf(root: JsonRecord): ReadObject {
  if (root["ok"] === false) return failed(root);
  const shape = validate(withoutNulls(root));
  const fault = shape.ok ? undefined : shapeFault(shape.error);
  if (fault !== undefined) throw new Unreadable(fault);
  // What the schema says holds, except for what shape-fault.ts leaves to others.
  const file = withoutNulls(root) as PatchFile & JsonRecord;
  const { edits = [], moves = [], deletions = [], acceptance = [] } = file;
  return {
    steps: {
      kind: "patch",
      patch: {
        edits: merged(edits.map((edit, at) => editOf(edit, `edits[${at}]`))),
        moves: moves.map(({ from, to }, at) => ({
          from: pathOf(from, `moves[${at}].from`),
          to: pathOf(to, `moves[${at}].to`),
        })),
        deletions: deletions.map((path, at) => pathOf(path, `deletions[${at}]`)),
      },
    },
    notes: file.notes ?? "",
    acceptance: acceptance.map((line, at) => textOf(line, `acceptance[${at}]`)),
    proofGreps: file.proof_grep ?? [],
    warnings: [...readOver(file)],
  };
}

/** Nothing else in it counts. */
function failed(root: JsonRecord): ReadObject {
  const steps = { kind: "given-up", said: givenUpIn(root) } as const;
  return { steps, notes: "", acceptance: [], proofGreps: [], warnings: [] };
}

/**
 * A list that is null counts as left out. People write a string as notes; a list or an object of the playbook's four headings is kept as it
 * was written.
 */
function withoutNulls(root: JsonRecord): JsonRecord {
  const kept = Object.entries(root).filter(([key, value]) => value !== null || key === "ok");
  return Object.fromEntries(
    kept.map(([key, value]) => [
      key,
      key === "notes" && typeof value !== "string" ? JSON.stringify(value) : value,
    ]),
  );
}

/** Several replacements of one file, wherever they stand, are made one after another. */
function merged(edits: readonly PatchEdit[]): readonly PatchEdit[] {
  const result: PatchEdit[] = [];
  for (const edit of edits) {
    const at = result.findIndex(({ path, kind }) => path === edit.path && kind === "replacements");
    const first = result[at];
    if (edit.kind !== "replacements" || first?.kind !== "replacements") result.push(edit);
    else result[at] = { ...first, ...edit, replacements: [...first.replacements, ...edit.replacements] };
  }
  return result;
}

function editOf({ path: written, contents, replace, mode: wanted }: Edit, where: string): PatchEdit {
  const path = pathOf(written, `${where}.path`);
  const mode = wanted === undefined ? {} : { mode: wanted };
  if (contents !== undefined)
    return {
      kind: "contents",
      path,
      contents: bytesOf(contents, `${where}.contents`),
      isNew: false,
      ...mode,
    };
  const several = replace === undefined ? [] : [replace].flat();
  const at = (index: number) => (Array.isArray(replace) ? `${where}.replace[${index}]` : `${where}.replace`);
  const replacements = several.map((one, index) => ({
    find: bytesOf(one.find, `${at(index)}.find`),
    with: bytesOf(one.with, `${at(index)}.with`),
    all: one.all === true,
  }));
  return { kind: "replacements", path, replacements, ...mode };
}

function pathOf(written: string, where: string): string {
  const path = stepPath(Buffer.from(textOf(written, where), "utf8").toString("latin1"));
  if (path.ok) return path.value;
  throw new Unreadable(`${where}: ${JSON.stringify(written)} is not a path of a repository: ${path.error}`);
}

function bytesOf(text: string, where: string): Buffer {
  return Buffer.from(textOf(text, where), "utf8");
}

function textOf(text: string, where: string): string {
  if (/\p{Surrogate}/u.test(text)) throw new Unreadable(`${where}: half a surrogate pair is not text`);
  return text;
}

/** Unknown keys: reported, but not refused. */
function* readOver(root: PatchFile & JsonRecord): Iterable<string> {
  yield* unknownKeys(root, KEYS, "");
  for (const [at, edit] of (root.edits ?? []).entries()) {
    yield* unknownKeys(edit, ["path", "contents", "replace", "mode"], `edits[${at}].`);
    for (const one of edit.replace === undefined ? [] : [edit.replace].flat())
      yield* unknownKeys(one, ["find", "with", "all"], `edits[${at}].replace.`);
  }
  for (const [at, move] of (root.moves ?? []).entries())
    yield* unknownKeys(move, ["from", "to"], `moves[${at}].`);
}

function unknownKeys(record: object, known: readonly string[], where: string): string[] {
  return Object.keys(record)
    .filter((key) => !known.includes(key))
    .map((key) => `${where}${key}: there is no such key, so it was ignored`);
}
