// A task from its text: a file of its own, or the payload of a phase. Read leniently where the playbook's own examples are
// not valid JSON, and strictly everywhere else: one fault, with its place.
import { err, ok, type Result } from "../base/result.ts";
import { decodeUtf8 } from "../base/utf8.ts";
import { canonicalJson } from "../json/canonical.ts";
import { describeJsonFault } from "../json/fault.ts";
import { type LenientJson, parseLenientJson } from "../json/lenient.ts";
import { isRecord, type JsonRecord, plainValue } from "../json/value.ts";
import type { Grep } from "../model/proof-grep.ts";
import type { Phase, Task, TaskRemark, TaskSource } from "../model/task.ts";
import { allowFault } from "./allowlist.ts";
import { type TaskFile, validate } from "./generated/task.generated.mjs";
import { notesText } from "./notes-text.ts";
import { shapeFaults } from "./shape-fault.ts";
import type { TaskFault } from "./task-fault.ts";
import { TaskText } from "./task-text.ts";
import { unknownKeys } from "./unknown-keys.ts";

/** In bytes: far more than anybody writes. */
export const LARGEST_TASK = 1 << 20;

export interface TaskName {
  readonly code: string;
  readonly source: TaskSource;
}

/** A task that is a file of its own. */
export function readTask(bytes: Buffer, name: TaskName): Result<Task, TaskFault> {
  const json = readTaskJson(bytes, name.source);
  if (!json.ok) return json;
  const text = new TaskText(json.value, name.source.path, []);
  const task = readPayload(text, { ...name, phase: undefined });
  return task.ok ? task : err(task.error[0]);
}

/** The text as JSON; the fault says where it is not JSON. */
export function readTaskJson(
  bytes: Buffer,
  { path }: TaskSource,
  whereEmpty = "write one: arkitekt task new",
): Result<TaskJson, TaskFault> {
  const whole = (message: string, next: string) =>
    err({ path, at: undefined, key: undefined, message, next });
  if (bytes.length > LARGEST_TASK)
    return whole(`it has ${bytes.length} bytes; ${LARGEST_TASK} is the most`, "is this the right file?");
  const text = decodeUtf8(bytes);
  if (!text.ok) return whole("it is not UTF-8", "save the file as UTF-8");
  if (text.value.trim() === "") return whole("it is empty", whereEmpty);
  const json = parseLenientJson(text.value);
  if (json.ok) return ok({ ...json.value, text: text.value });
  const { message, next } = describeJsonFault(json.error);
  return err({ path, at: json.error.position, key: undefined, message, next });
}

export interface TaskJson extends LenientJson {
  readonly text: string;
}

/** The object at the place of `text` in its document; every fault that keeps it from being read, in the order of the text. */
export function readPayload(
  text: TaskText,
  { code, source, phase }: TaskName & { readonly phase: Phase | undefined },
): Result<Task, readonly [TaskFault, ...TaskFault[]]> {
  const root = text.node === undefined ? undefined : plainValue(text.node);
  if (!isRecord(root)) return err([text.remark([], "a task is an object", "write {} around it")]);
  const kept = withoutNulls(root);
  const shape = validate(kept);
  const faults = shape.ok ? [] : shapeFaults(shape.error, kept);
  const [first, ...more] = faults
    .map(({ keys, message, next }) => text.remark(keys, message, next))
    .sort(byPlace);
  if (first !== undefined) return err([first, ...more]);
  // What the schema says holds.
  const file = kept as TaskFile & JsonRecord;
  const [refused, ...others] = fenceFaults(file, text);
  if (refused !== undefined) return err([refused, ...others]);
  return ok(taskOf(file, text, { code, source, phase }));
}

function taskOf(
  file: TaskFile & JsonRecord,
  text: TaskText,
  name: TaskName & { readonly phase: Phase | undefined },
): Task {
  const { constraints = {}, files = [], edits = [], proof_grep: greps = [] } = file;
  const { allowlist, diff_budget: budget, mechanical = false } = constraints;
  return {
    ...name,
    kind: file.task,
    root: file.root,
    liveRoot: file.live_root,
    featureRoot: file.feature_root,
    from: file.from,
    to: file.to,
    path: file.path,
    name: file.name,
    moves: (file.moves ?? []).map(({ from, to }) => ({ from, to })),
    strings: file.strings === true,
    files: files.map(({ path, template }) => ({ path, template })),
    edits: edits.map(({ path, op, contents }) => ({ path, op, contents })),
    workflow: {
      discord: file.discord,
      program: file.program,
      sha256: file.sha256,
      checkout: file.checkout,
      setupNode: file.setup_node,
    },
    constraints: {
      allowlist,
      diffBudget: budget && { files: budget.files, addedLoc: budget.added_loc },
      isMechanical: mechanical,
    },
    acceptance: file.acceptance ?? [],
    proofGreps: greps.filter((grep): grep is Grep => typeof grep !== "string"),
    grepPlaces: greps.flatMap((grep, index) => (typeof grep === "string" ? [] : [index])),
    textGreps: greps.flatMap((grep, index) => (typeof grep === "string" ? [{ index, text: grep }] : [])),
    notes: notesText(file.notes),
    isDone: file.done === true,
    keys: Object.keys(file),
    warnings: [...text.guesses(), ...readOver(file, text)],
    placeOf: (keys) => text.at(keys),
    payload() {
      const canonical = text.node && canonicalJson(plainValue(text.node));
      return canonical?.ok ? canonical.value : undefined;
    },
  };
}

/** A fence that can match nothing, or reaches outside, is not a fence. */
function fenceFaults(file: TaskFile, text: TaskText): readonly TaskFault[] {
  const entries: (readonly [keys: readonly (string | number)[], entry: string | undefined])[] = [
    [["live_root"], file.live_root],
    [["feature_root"], file.feature_root],
    ...(file.constraints?.allowlist ?? []).map(
      (entry, at) => [["constraints", "allowlist", at], entry] as const,
    ),
  ];
  return entries.flatMap(([keys, entry]) => {
    const why = entry === undefined ? undefined : allowFault(entry);
    if (why === undefined) return [];
    return [text.remark(keys, `${JSON.stringify(entry)} can't be allowed: ${why}`, HOW)];
  });
}

const HOW = "name a file, a folder or a glob from the top of the repository";

/** What is null counts as left out, at every depth that has a meaning. */
function withoutNulls(root: JsonRecord): JsonRecord {
  const kept = Object.entries(root).filter(([, value]) => value !== null);
  return Object.fromEntries(
    kept.map(([key, value]) => [
      key,
      (key === "constraints" || key === "diff_budget") && isRecord(value) ? withoutNulls(value) : value,
    ]),
  );
}

function* readOver(file: TaskFile & JsonRecord, text: TaskText): Iterable<TaskRemark> {
  for (const { keys, message } of unknownKeys(file)) yield text.keyRemark(keys, message);
  for (const [at, grep] of (file.proof_grep ?? []).entries()) {
    if (typeof grep !== "string") continue;
    const message = `${JSON.stringify(grep)} is a text, not a proof-grep, so nothing is looked for`;
    yield text.remark(["proof_grep", at], message, 'write {"pattern": "…", "should_match": false}');
  }
}

/** In the order of the text; what has no place comes first. */
function byPlace(one: TaskRemark, other: TaskRemark): number {
  const [first, second] = [one.at ?? { line: 0, column: 0 }, other.at ?? { line: 0, column: 0 }];
  return first.line - second.line || first.column - second.column;
}
