// What a manifest says differently from when the pipeline took it up, in words. Pure.
import { count, list } from "../../base/wording.ts";
import { isRecord, readJson } from "../../json/value.ts";
import type { Manifest } from "../../model/pipeline.ts";
import type { KeptJournal, KnownPhase } from "../../model/task/pipeline-run.ts";

/** A sentence each; none if it says the same. */
export function whatChanged(
  { stopOnFail, known }: Pick<KeptJournal, "stopOnFail" | "known">,
  manifest: Manifest,
): readonly string[] {
  const before = new Map(known.map((phase) => [phase.name, phase]));
  const names = manifest.phases.map(({ name }) => name);
  const gone = known.filter(({ name }) => !names.includes(name));
  const sentences = manifest.phases.flatMap((phase) => {
    const old = before.get(phase.name);
    return old === undefined ? [`${phase.name} is new`] : changedIn(old, phase);
  });
  const kept = known.map(({ name }) => name).filter((name) => names.includes(name));
  const isReordered = kept.join("\n") !== names.filter((name) => before.has(name)).join("\n");
  return [
    ...sentences,
    ...gone.map(({ name }) => `${name} is gone`),
    ...(isReordered ? [`the order is ${names.join(", ")}`] : []),
    ...(stopOnFail === manifest.stopOnFail ? [] : [`stop_on_fail is ${manifest.stopOnFail}`]),
  ];
}

function changedIn(before: KnownPhase, after: KnownPhase): readonly string[] {
  const keys = before.digest === after.digest ? [] : changedKeys(before.payload, after.payload);
  if (before.needs.join("\n") !== after.needs.join("\n")) keys.push("needs");
  return keys.length === 0 ? [] : [`${before.name} differs in ${list(keys, "and")}`];
}

function changedKeys(before: string, after: string): string[] {
  const [old, now] = [membersOf(before), membersOf(after)];
  const keys = [...new Set([...old.keys(), ...now.keys()])].filter((key) => old.get(key) !== now.get(key));
  return keys.length > 0 ? keys : ["payload"];
}

function membersOf(payload: string): ReadonlyMap<string, string> {
  const json = readJson(payload);
  if (!json.ok || !isRecord(json.value)) return new Map();
  return new Map(Object.entries(json.value).map(([key, value]) => [key, JSON.stringify(value)]));
}

/** The phases as the journal keeps them. */
export function knownPhases({ phases }: Manifest): readonly KnownPhase[] {
  return phases.map(({ name, digest, payload, needs }) => ({ name, digest, payload, needs }));
}

/** The first few sentences, and how many more there are. */
export function inShort(sentences: readonly string[]): string {
  const shown = sentences.slice(0, 6);
  const more = sentences.length - shown.length;
  return `${shown.join("; ")}${more > 0 ? `; and ${count(more, "more change")}` : ""}`;
}
