// The payload of a task → a refactoring, and back: in one form, so that what a commit records is the same, whoever wrote it.
import { err, ok, type Result } from "../base/result.ts";
import { list } from "../base/wording.ts";
import { canonicalJson } from "../json/canonical.ts";
import { isRecord, type JsonRecord, readJson } from "../json/value.ts";
import { pathOf } from "./move/typed-name.ts";
import type { MovePair, Refactoring, RefactoringName } from "./refactoring.ts";

/** Undefined for a task that no refactoring carries out; the error says what is wrong with the payload of one. */
export function readRefactoring(payload: JsonRecord): Result<Refactoring | undefined, string> {
  const name = payload["task"];
  if (typeof name !== "string" || !isRefactoringName(name)) return ok(undefined);
  try {
    return ok(READERS[name](payload));
  } catch (error) {
    if (error instanceof Unfit) return err(error.message);
    throw error;
  }
}

class Unfit extends Error {}

const READERS: { readonly [N in RefactoringName]: (payload: JsonRecord) => Refactoring & { task: N } } = {
  scan_requires: (payload) => ({ task: "scan_requires", ...optional("root", path(payload, "root")) }),
  refactor_require: (payload) => ({
    task: "refactor_require",
    from: needed(payload, "from"),
    to: needed(payload, "to"),
    ...optional("liveRoot", path(payload, "live_root")),
    ...strings(payload),
  }),
  move_module: (payload) => ({ task: "move_module", moves: moves(payload), ...strings(payload) }),
  remove_shim: (payload) => ({
    task: "remove_shim",
    path: pathOf(needed(payload, "path")),
    ...optional("name", text(payload, "name")),
  }),
  scaffold_module: (payload) => ({ task: "scaffold_module", files: files(payload) }),
  phaseX_cleanup_remove_legacy: (payload) => ({
    task: "phaseX_cleanup_remove_legacy",
    ...optional("liveRoot", path(payload, "live_root")),
    ...optional("featureRoot", path(payload, "feature_root")),
    ...fromTo(payload),
  }),
};

/** @internal */
export const refactoringNames = Object.keys(READERS) as readonly RefactoringName[];

function isRefactoringName(name: string): name is RefactoringName {
  return Object.hasOwn(READERS, name);
}

/** Only what the refactoring reads, in the canonical form of RFC 8785. */
export function recordOf(refactoring: Refactoring): string {
  // A payload holds only names and paths, and no name is half a surrogate pair.
  const written = canonicalJson(payloadOf(refactoring) as JsonRecord);
  if (!written.ok) throw new Error(`a refactoring at ${written.error.pointer} has no canonical form`);
  return written.value;
}

/** A refactoring as a commit records it. */
export function readRecord(text: string): Result<Refactoring, string> {
  const json = readJson(text);
  if (!json.ok || !isRecord(json.value)) return err(`${text} is not a task: it is not a JSON object`);
  const task = readRefactoring(json.value);
  if (!task.ok) return err(`${text} is not a task: ${task.error}`);
  if (task.value === undefined) return err(`${text} is not a task that can be done again`);
  return ok(task.value);
}

export function payloadOf(refactoring: Refactoring): Readonly<Record<string, unknown>> {
  switch (refactoring.task) {
    case "refactor_require": {
      const { liveRoot, ...rest } = refactoring;
      return { ...rest, ...optional("live_root", liveRoot) };
    }
    case "move_module": {
      const { moves: pairs, ...rest } = refactoring;
      const [first] = pairs;
      return pairs.length === 1 ? { ...rest, ...first } : { ...rest, moves: pairs };
    }
    case "phaseX_cleanup_remove_legacy": {
      const { liveRoot, featureRoot, ...rest } = refactoring;
      return { ...rest, ...optional("live_root", liveRoot), ...optional("feature_root", featureRoot) };
    }
    default:
      return { ...refactoring };
  }
}

function moves(payload: JsonRecord): readonly MovePair[] {
  const several = payload["moves"];
  if (several === undefined) return [{ from: needed(payload, "from"), to: needed(payload, "to") }];
  if (!Array.isArray(several) || several.length === 0)
    throw new Unfit("moves: a list of {from, to} is needed");
  return several.map((pair: unknown, at) => {
    const { from, to } = (pair ?? {}) as Partial<Record<string, unknown>>;
    if (!isName(from) || !isName(to)) throw new Unfit(`moves[${at}]: from and to are needed`);
    return { from, to };
  });
}

function files(payload: JsonRecord) {
  const several = payload["files"];
  if (!Array.isArray(several) || several.length === 0)
    throw new Unfit("files: a list of {path, template} is needed");
  return several.map((file: unknown, at) => {
    const { path: where, template = "module_table" } = (file ?? {}) as Partial<Record<string, unknown>>;
    if (!isName(where)) throw new Unfit(`files[${at}].path is needed`);
    if (template !== "module_table")
      throw new Unfit(
        `files[${at}].template: ${JSON.stringify(template)} is not known; there is module_table`,
      );
    return { path: pathOf(where), template } as const;
  });
}

function fromTo(payload: JsonRecord) {
  const [from, to] = [text(payload, "from"), text(payload, "to")];
  if (from === undefined && to === undefined) return {};
  if (from === undefined || to === undefined) throw new Unfit("from and to are needed together");
  return { from, to };
}

function strings(payload: JsonRecord): { readonly strings?: true } {
  const value = payload["strings"];
  if (value === undefined || value === false) return {};
  if (value !== true) throw new Unfit("strings: true or false is needed");
  return { strings: true };
}

function needed(payload: JsonRecord, key: string): string {
  const found = text(payload, key);
  if (found === undefined) throw new Unfit(`${key} is needed`);
  return found;
}

function text(payload: JsonRecord, key: string): string | undefined {
  const value = payload[key];
  if (value === undefined) return undefined;
  if (isName(value)) return value;
  throw new Unfit(`${key}: ${list(["a path", "a name"], "or")} is needed`);
}

function path(payload: JsonRecord, key: string): string | undefined {
  const value = payload[key];
  if (value === "" || value === ".") return undefined;
  const written = text(payload, key);
  return written === undefined ? undefined : pathOf(written);
}

function isName(value: unknown): value is string {
  // A trailer is one line, and half a surrogate pair is not text.
  return typeof value === "string" && value.trim() !== "" && !/[\0-\x1f\x7f]|\p{Surrogate}/u.test(value);
}

function optional<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]: V });
}
