// A pipeline's manifest: each phase's payload is a task. Read as leniently as tasks are, and to its end, so that every fault is reported.
import { ok, type Result } from "../base/result.ts";
import { canonicalJson } from "../json/canonical.ts";
import { canonicalDigest } from "../json/canonical-digest.ts";
import type { JsonNode } from "../json/tree.ts";
import { isRecord, plainValue } from "../json/value.ts";
import type { Manifest, ManifestPhase } from "../model/pipeline.ts";
import type { TaskRemark, TaskSource } from "../model/task.ts";
import { validate } from "./generated/pipeline.generated.mjs";
import { manifestName } from "./manifest-file.ts";
import { readPayload, readTaskJson } from "./read-task.ts";
import { shapeFaults } from "./shape-fault.ts";
import type { TaskFault } from "./task-fault.ts";
import { phaseCode } from "./task-file.ts";
import { TaskText } from "./task-text.ts";
import { unknownManifestKeys } from "./unknown-keys.ts";

export interface ReadManifest {
  readonly manifest: Manifest;
  /** What keeps a phase from being read, or a key from meaning anything; in the order of the text. */
  readonly faults: readonly TaskFault[];
}

/** Whether the fault is that of a text that is not JSON. */
export function readManifest(bytes: Buffer, source: TaskSource): Result<ReadManifest, TaskFault> {
  const json = readTaskJson(bytes, source, "take it away, and write one: arkitekt pipeline new");
  if (!json.ok) return json;
  const text = new TaskText(json.value, source.path, []);
  const root = plainValue(json.value.document.root);
  const faults: TaskFault[] = [...faultsOfShape(root, text)];
  const phases: ManifestPhase[] = [];
  for (const index of itemsAt(text.node, "phases").keys()) {
    const phase = readPhase(text.within("phases").within(index), index, source, phases);
    if (phase.ok) phases.push(phase.value);
    else faults.push(...phase.error);
  }
  const digest = canonicalDigest(root);
  const manifest: Manifest = {
    name: manifestName(source.path) ?? "",
    source,
    digest: digest.ok ? digest.value : "",
    stopOnFail: !isRecord(root) || root["stop_on_fail"] !== false,
    phases,
    warnings: [...text.guesses(), ...(isRecord(root) ? unknownIn(root, text) : [])],
    placeOf: (keys) => text.at(keys),
  };
  return ok({ manifest, faults: faults.toSorted(byPlace) });
}

/** What the manifest itself says: what a payload says has a reader of its own, and the spelling of names is not a matter of reading. */
function faultsOfShape(root: unknown, text: TaskText): readonly TaskFault[] {
  const shape = validate(root);
  if (shape.ok) return [];
  const value = root as Parameters<typeof shapeFaults>[1];
  const errors = shape.error.filter(({ keyword }) => keyword !== "pattern");
  return shapeFaults(errors, value).flatMap(({ keys, message, next }) => {
    const last = keys.at(-1);
    if (keys.length === 3 && (last === "name" || last === "payload")) return [];
    if (keys.length < 2 && last !== "stop_on_fail" && last !== "$schema")
      return [text.remark(["phases"], "a manifest holds a list of phases", 'write "phases": []')];
    return [text.remark(keys, message, next)];
  });
}

function readPhase(
  text: TaskText,
  index: number,
  source: TaskSource,
  before: readonly ManifestPhase[],
): Result<ManifestPhase, readonly TaskFault[]> {
  const refused = (...faults: TaskFault[]) => ({ ok: false, error: faults }) as const;
  if (text.node?.kind !== "object") return refused();
  const name = memberOf(text.node, "name");
  if (name?.kind !== "string" || name.text.trim() === "")
    return refused(text.remark(["name"], "a phase has a name", 'write "name": "…"'));
  const payload = memberOf(text.node, "payload");
  if (payload === undefined)
    return refused(text.remark(["payload"], "a phase has a task as its payload", 'write "payload": {…}'));
  const code = phaseCode(name.text);
  if (before.some(({ task }) => task.code === code)) {
    const message = `there is a phase ${JSON.stringify(name.text)} before this one`;
    return refused(text.remark(["name"], message, "give each phase a name of its own"));
  }
  const value = plainValue(payload);
  const canonical = canonicalJson(value);
  const digest = canonicalDigest(value);
  if (!canonical.ok || !digest.ok)
    return refused(text.remark(["payload"], "half a surrogate pair is not text", "write whole characters"));
  const phase = { name: name.text, index };
  const task = readPayload(text.within("payload"), { code, source, phase });
  if (!task.ok) return task;
  const needs = itemsAt(text.node, "needs").flatMap((item) => (item.kind === "string" ? [item.text] : []));
  return ok({ ...phase, needs, task: task.value, payload: canonical.value, digest: digest.value });
}

function* unknownIn(root: Parameters<typeof unknownManifestKeys>[0], text: TaskText): Iterable<TaskRemark> {
  for (const { keys, message } of unknownManifestKeys(root)) yield text.keyRemark(keys, message);
}

function memberOf(node: JsonNode | undefined, key: string): JsonNode | undefined {
  return node?.kind === "object" ? node.members.find((member) => member.key === key)?.value : undefined;
}

function itemsAt(node: JsonNode | undefined, key: string): readonly JsonNode[] {
  const found = memberOf(node, key);
  return found?.kind === "array" ? found.items.map(({ value }) => value) : [];
}

function byPlace(one: TaskFault, other: TaskFault): number {
  const [first, second] = [one.at ?? { line: 0, column: 0 }, other.at ?? { line: 0, column: 0 }];
  return first.line - second.line || first.column - second.column;
}
