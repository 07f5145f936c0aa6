// The playbook's patch: one JSON object with edits, moves and deletions.
import { err, ok, type Result } from "../base/result.ts";
import { showJsonFault } from "../json/fault.ts";
import { parseLenientJson } from "../json/lenient.ts";
import { isRecord, type JsonRecord, type JsonValue, plainValue } from "../json/value.ts";
import type { Patch, PatchEdit, PatchMove, Replacement } from "../model/patch.ts";
import { stepPath } from "./step-path.ts";

export interface ReadObject {
  readonly patch: Patch;
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
  const warnings: string[] = [];
  warn(root, KEYS, "", warnings);
  if (root["ok"] !== undefined && typeof root["ok"] !== "boolean")
    throw new Unreadable("ok: it must be true or false");
  if (root["ok"] === false) throw new Unreadable("ok is false: its author says that it failed");
  const patch: Patch = {
    edits: merged(list(root, "edits").map((edit, at) => editOf(edit, `edits[${at}]`, warnings))),
    moves: list(root, "moves").map((move, at) => moveOf(move, `moves[${at}]`, warnings)),
    deletions: list(root, "deletions").map((path, at) => pathOf(path, `deletions[${at}]`)),
  };
  list(root, "plan");
  return {
    patch,
    notes: notesOf(root["notes"]),
    acceptance: list(root, "acceptance").map((line, at) => textOf(line, `acceptance[${at}]`)),
    proofGreps: list(root, "proof_grep"),
    warnings,
  };
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

function editOf(value: JsonValue, where: string, warnings: string[]): PatchEdit {
  if (!isRecord(value)) throw new Unreadable(`${where}: it must be an object`);
  warn(value, ["path", "contents", "replace", "mode"], `${where}.`, warnings);
  const path = pathOf(value["path"], `${where}.path`);
  const { contents, replace } = value;
  const mode = modeOf(value["mode"], `${where}.mode`);
  if ((contents === undefined) === (replace === undefined))
    throw new Unreadable(`${where}: either contents or replace is needed`);
  if (contents !== undefined)
    return {
      kind: "contents",
      path,
      contents: bytesOf(contents, `${where}.contents`),
      isNew: false,
      ...mode,
    };
  const several = Array.isArray(replace) ? (replace as readonly JsonValue[]) : undefined;
  const replacements =
    several === undefined
      ? [replacementOf(replace, `${where}.replace`, warnings)]
      : several.map((one, at) => replacementOf(one, `${where}.replace[${at}]`, warnings));
  return { kind: "replacements", path, replacements, ...mode };
}

function replacementOf(value: JsonValue | undefined, where: string, warnings: string[]): Replacement {
  if (!isRecord(value)) throw new Unreadable(`${where}: it must be an object with find and with`);
  warn(value, ["find", "with", "all"], `${where}.`, warnings);
  const find = bytesOf(value["find"], `${where}.find`);
  if (find.length === 0) throw new Unreadable(`${where}.find: it is empty, and would be found everywhere`);
  const all = value["all"];
  if (all !== undefined && typeof all !== "boolean")
    throw new Unreadable(`${where}.all: it must be true or false`);
  return { find, with: bytesOf(value["with"], `${where}.with`), all: all === true };
}

function moveOf(value: JsonValue, where: string, warnings: string[]): PatchMove {
  if (!isRecord(value)) throw new Unreadable(`${where}: it must be an object with from and to`);
  warn(value, ["from", "to"], `${where}.`, warnings);
  return { from: pathOf(value["from"], `${where}.from`), to: pathOf(value["to"], `${where}.to`) };
}

function list(root: JsonRecord, key: string): readonly JsonValue[] {
  const value = root[key];
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new Unreadable(`${key}: it must be a list`);
  return value as readonly JsonValue[];
}

function modeOf(value: JsonValue | undefined, where: string): { readonly mode?: "100644" | "100755" } {
  if (value === undefined) return {};
  if (value === "100644" || value === "100755") return { mode: value };
  throw new Unreadable(`${where}: it must be "100644" or "100755"`);
}

function pathOf(value: JsonValue | undefined, where: string): string {
  const path = stepPath(Buffer.from(textOf(value, where), "utf8").toString("latin1"));
  if (path.ok) return path.value;
  throw new Unreadable(`${where}: ${JSON.stringify(value)} is not a path of a repository: ${path.error}`);
}

function bytesOf(value: JsonValue | undefined, where: string): Buffer {
  return Buffer.from(textOf(value, where), "utf8");
}

function textOf(value: JsonValue | undefined, where: string): string {
  if (typeof value !== "string") throw new Unreadable(`${where}: it must be a string`);
  if (/\p{Surrogate}/u.test(value)) throw new Unreadable(`${where}: half a surrogate pair is not text`);
  return value;
}

/** People write a string; a list or an object of the playbook's four headings is kept as it was written. */
function notesOf(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}

function warn(record: JsonRecord, known: readonly string[], where: string, warnings: string[]): void {
  for (const key of Object.keys(record))
    if (!known.includes(key)) warnings.push(`${where}${key}: there is no such key, so it was ignored`);
}
