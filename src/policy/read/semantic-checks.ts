// What a schema cannot say: regular expressions that compile, names that exclude each other, words that mean nothing here.
import { Script } from "node:vm";
import type { Complaint, Contradiction, KeyPath } from "../faults/fault.ts";
import type { PolicyFile } from "../policy-file.ts";
import { layersOf } from "../resolve/layers.ts";
import { settingsOf } from "../resolve/settings.ts";

/** Contradictions of a policy file that fits the schema, with its preset taken into account. */
export function semanticChecks(file: PolicyFile): readonly Complaint[] {
  return [...namespaceFaults(file), ...taskCodeFaults(file), ...branchFaults(file), ...shimFaults(file)];
}

function* namespaceFaults(file: PolicyFile): Iterable<Complaint> {
  const { canonical, retired } = settingsOf(file).namespace;
  const old = retired.find((name) => canonical === name || canonical.startsWith(`${name}.`));
  if (file.namespace === undefined || canonical === "" || old === undefined) return;
  const own = file.namespace.canonical === undefined ? "retired" : "canonical";
  yield contradiction(["namespace", own], { kind: "canonical-is-retired", canonical, retired: old });
}

function* taskCodeFaults(file: PolicyFile): Iterable<Complaint> {
  if (file.taskCode === undefined) return;
  const { patterns, examples } = settingsOf(file).taskCode;
  const faults = patterns.flatMap((pattern, index) => {
    const why = patternFault(pattern);
    return why === undefined ? [] : [contradiction(["taskCode", "patterns", index], why)];
  });
  yield* faults;
  if (faults.length > 0 || file.taskCode.examples === undefined) return;
  const matched = matchAll(patterns, examples);
  if (matched === undefined) yield contradiction(["taskCode", "patterns"], { kind: "too-slow" });
  for (const [index, example] of examples.entries()) {
    if (matched?.[index] !== false) continue;
    yield contradiction(["taskCode", "examples", index], { kind: "example-matches-nothing", example });
  }
}

function patternFault(pattern: string): Contradiction | undefined {
  try {
    new RegExp(pattern);
    // The empty alternative matches the empty text, and the result names every group of the pattern.
    const groups = new RegExp(`${pattern}|`).exec("")?.groups ?? {};
    return "code" in groups ? undefined : { kind: "no-code-group" };
  } catch (error) {
    return { kind: "bad-regex", reason: error instanceof Error ? error.message : String(error) };
  }
}

/** Says for each text whether a pattern matches it; undefined if that takes longer than any sound pattern does. */
function matchAll(patterns: readonly string[], texts: readonly string[]): readonly boolean[] | undefined {
  // A time limit costs every commit a thread of its own; most patterns need none.
  if (patterns.every(isTame) && texts.every(({ length }) => length <= LONGEST_TAME)) {
    return texts.map((text) => patterns.some((pattern) => new RegExp(pattern).test(text)));
  }
  const code = `((patterns, texts) =>
    texts.map((text) => patterns.some((pattern) => new RegExp(pattern).test(text)))
  )(${JSON.stringify(patterns)}, ${JSON.stringify(texts)})`;
  try {
    const matched: unknown = new Script(code).runInThisContext({ timeout: 250 });
    return Array.isArray(matched) ? matched.map(Boolean) : undefined;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT") return;
    throw error;
  }
}

const LONGEST_TAME = 200;

/** No repeated group and no back reference, so that no text can double the work, and too few repeats to be slow. */
function isTame(pattern: string): boolean {
  const repeats = pattern.match(/[*+]|\{\d+,\}/g)?.length ?? 0;
  return repeats <= 4 && !/\)(?:[*+]|\{)|\\[1-9k]/.test(pattern);
}

/** An override for agents where no branch is an agent's would never hold. */
function* branchFaults(file: PolicyFile): Iterable<Complaint> {
  if (settingsOf(file).agentBranches.length > 0) return;
  for (const [index, { branches }] of (file.overrides ?? []).entries()) {
    if (branches === "agents") yield contradiction(["overrides", index, "branches"], { kind: "no-agents" });
  }
}

/** What is forbidden only by a rule that is off everywhere is allowed. */
function* shimFaults(file: PolicyFile): Iterable<Complaint> {
  if (file.shims?.forbid !== true) return;
  const layers = layersOf(file).filter(({ rules }) => Object.hasOwn(rules, "shim-expiry"));
  const general = layers.filter(({ index }) => index === undefined).at(-1);
  const holding = [general, ...layers.filter(({ index }) => index !== undefined)];
  if (holding.some((layer) => (layer?.rules["shim-expiry"]?.level ?? "off") !== "off")) return;
  yield contradiction(["shims", "forbid"], { kind: "forbidden-by-nobody" });
}

function contradiction(pointer: KeyPath, why: Contradiction): Complaint {
  return { kind: "contradiction", pointer, why };
}
