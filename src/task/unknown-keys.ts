// Unknown keys of a task: reported, but not refused.
import { didYouMean } from "../base/wording.ts";
import { isRecord, type JsonRecord } from "../json/value.ts";
import type { TaskFile } from "./generated/task.generated.mjs";
import type { Keys } from "./shape-fault.ts";

export interface UnknownKey {
  readonly keys: Keys;
  readonly message: string;
}

const ROOT = [
  "$schema",
  "task",
  "root",
  "live_root",
  "feature_root",
  "from",
  "to",
  "path",
  "name",
  "moves",
  "strings",
  "files",
  "edits",
  "discord",
  "program",
  "sha256",
  "checkout",
  "setup_node",
  "constraints",
  "acceptance",
  "proof_grep",
  "notes",
  "done",
];
const CONSTRAINTS = ["allowlist", "diff_budget", "mechanical"];
const MANIFEST = ["$schema", "stop_on_fail", "phases"];
const PHASE = ["name", "payload", "needs"];
const BUDGET = ["files", "added_loc"];
const FILE = ["path", "template"];
const MOVE = ["from", "to"];
const EDIT = ["path", "op", "contents"];
const GREP = ["pattern", "should_match", "dialect", "files", "in", "scope", "message", "matches", "rejects"];

/** Those of a manifest and its phases; a payload's are reported with its task. */
export function* unknownManifestKeys(manifest: JsonRecord): Iterable<UnknownKey> {
  yield* among(manifest, MANIFEST, []);
  const { phases } = manifest;
  if (!Array.isArray(phases)) return;
  for (const [at, phase] of phases.entries()) if (isRecord(phase)) yield* among(phase, PHASE, ["phases", at]);
}

export function* unknownKeys(task: TaskFile): Iterable<UnknownKey> {
  const { constraints, files = [], moves = [], edits = [], proof_grep: greps = [] } = task;
  yield* among(task, ROOT, [], [...CONSTRAINTS, ...BUDGET]);
  yield* among(constraints, CONSTRAINTS, ["constraints"]);
  yield* among(constraints?.diff_budget, BUDGET, ["constraints", "diff_budget"]);
  for (const [at, file] of files.entries()) yield* among(file, FILE, ["files", at]);
  for (const [at, move] of moves.entries()) yield* among(move, MOVE, ["moves", at]);
  for (const [at, edit] of edits.entries()) yield* among(edit, EDIT, ["edits", at]);
  for (const [at, grep] of greps.entries())
    if (typeof grep !== "string") yield* among(grep, GREP, ["proof_grep", at]);
}

/** `inside` holds keys that belong into `constraints`. */
function* among(
  record: object | undefined,
  known: readonly string[],
  where: Keys,
  inside: readonly string[] = [],
): Iterable<UnknownKey> {
  for (const key of Object.keys(record ?? {})) {
    if (known.includes(key)) continue;
    const message = "there is no such key, so it was ignored";
    // The playbook's failure contract says `loc` for what a budget calls `added_loc`.
    const written = key === "loc" ? "added_loc" : key;
    const near = didYouMean(written, known) ?? didYouMean(key, inside, (name) => `${name} in constraints`);
    yield { keys: [...where, key], message: near === undefined ? message : `${message}; ${near}` };
  }
}
