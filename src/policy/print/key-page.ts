// Loaded on demand: the page of a key of the policy, in Markdown, as the rules have theirs.
import { expectation } from "../faults/describe-expected.ts";
import type { KeyPath } from "../faults/fault.ts";
import type { PolicyFile } from "../policy-file.ts";
import { PRESET_NAMES } from "../presets/names.ts";
import { presetOf } from "../presets/preset-of.ts";
import { isObject } from "../resolve/merge.ts";
import { partsAt } from "../schema/all-keys.ts";
import { sampleValue } from "../schema/sample-value.ts";
import { keysOf, schemaAt, sidesOf } from "../schema/schema-at.ts";
import { keyText, nestedText, pointerOfKey, pointersOfShortKey } from "../schema/written-key.ts";
import { serialiseText } from "./serialise.ts";

type Schema = Readonly<Record<string, unknown>>;

export interface KeyPage {
  /** As one word, as commands take it: `lua.scripts`. */
  readonly key: string;
  readonly markdown: string;
}

/** The rule that a key names as a whole (`rules.diff-budget`): its own page says more. */
export function ruleNamed(word: string): string | undefined {
  const pointer = pointerOfKey(word);
  const [section, rule, ...rest] = pointer ?? [];
  return section === "rules" && typeof rule === "string" && rest.length === 0 ? rule : undefined;
}

/** Every place that `word` may name; none if the policy has no such key. */
export function keyPages(word: string): readonly KeyPage[] {
  const whole = pointerOfKey(word);
  const short = whole === undefined ? pointersOfShortKey(word) : [whole];
  const pointers = short.length > 0 ? short : optionsNamed(word);
  return pointers.map(pageOf);
}

/** The options of rules that are called so. */
function optionsNamed(word: string): readonly KeyPath[] {
  return keysOf(schemaAt(["rules"])).flatMap((rule) => {
    const options: KeyPath = ["rules", rule, 1];
    return keysOf(schemaAt(options)).includes(word) ? [[...options, word]] : [];
  });
}

function pageOf(pointer: KeyPath): KeyPage {
  const schema = schemaAt(pointer) ?? {};
  const key = keyText(pointer);
  const parts = partsAt(pointer);
  const sections = [
    `# ${key}`,
    `> ${descriptionOf(schema) ?? "A key of the policy."}`,
    ...(isSection(pointer)
      ? ["A section, with these keys:"]
      : [[`Takes ${expectation(schema, pointer)}.`, ...defaults(pointer, schema)].join(" ")]),
    ...(parts.length === 0 || pointer[0] === "fixers" ? [] : [partRows(pointer, parts)]),
    "## In the policy",
    fenced(exampleOf(pointer, schema, key)),
    ...(pointer[0] === "rules" ? [forSomeFiles(pointer, schema, key)] : []),
    "The policy changes in a commit of its own, and holds from the next one on.",
    ...tried(pointer, schema, key),
  ];
  return { key, markdown: `${sections.join("\n\n")}\n` };
}

/** Whether this is an object of the policy that has names of its own for all that it holds. */
function isSection(pointer: KeyPath): boolean {
  return sidesOf(schemaAt(pointer) ?? {}).every((side) => keysOf(side).length > 0);
}

function descriptionOf(schema: Schema): string | undefined {
  const { description } = schema;
  return typeof description === "string" ? description : undefined;
}

function defaults(pointer: KeyPath, schema: Schema): readonly string[] {
  const own = schema["default"];
  const preset = PRESET_NAMES.flatMap((name) => {
    const value = valueIn(presetOf({ extends: name }).settings({ extends: name } as PolicyFile), pointer);
    return value === undefined ? [] : [`In \`${name}\`: ${shown(value)}.`];
  });
  return [...(own === undefined ? [] : [`Default: ${shown(own)}.`]), ...preset];
}

function valueIn(settings: unknown, pointer: KeyPath): unknown {
  return pointer.reduce<unknown>(
    (at, part) => (isObject(at) && Object.hasOwn(at, part) ? at[part] : undefined),
    settings,
  );
}

function partRows(pointer: KeyPath, parts: readonly string[]): string {
  const rows = parts.map((part) => {
    const inner = pointerOfKey(part, pointer);
    const schema = inner === undefined ? {} : (schemaAt(inner) ?? {});
    const own = schema["default"];
    const cells = [`\`${part}\``, own === undefined ? "" : shown(own), descriptionOf(schema) ?? ""];
    return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  });
  return ["| key | default | meaning |", "|---|---|---|", ...rows].join("\n");
}

function shown(value: unknown): string {
  if (Array.isArray(value) && value.length === 0) return "none";
  return `\`${JSON.stringify(value)}\``;
}

function exampleOf(pointer: KeyPath, schema: Schema, key: string): string {
  const text = sampleText(pointer, schema, key);
  return text.length < LINE ? text : serialiseText(JSON.parse(text)).trimEnd();
}

function sampleText(pointer: KeyPath, schema: Schema, key: string): string {
  const list = pointer.findIndex((part, at) => typeof part === "number" && pointer[at - 2] !== "rules");
  return list < 0
    ? nestedText(pointer, spaced(sampleValue(schema, key)))
    : nestedText(pointer.slice(0, list), spaced([sampleItem(pointer, list, schema, key)]));
}

/** An item of a list with the keys it needs, and with the key that is explained. */
function sampleItem(pointer: KeyPath, list: number, schema: Schema, key: string): unknown {
  const around = pointer.slice(0, list);
  const sample = sampleValue(schemaAt(around) ?? {}, keyText(around));
  const item: unknown = Array.isArray(sample) ? sample[0] : undefined;
  const [part, ...rest] = pointer.slice(list + 1);
  const isAlone = typeof part === "string" && rest.length === 0;
  return isObject(item) && isAlone && !Object.hasOwn(item, part)
    ? { ...item, [part]: sampleValue(schema, key) }
    : item;
}

const LINE = 76;

function forSomeFiles(pointer: KeyPath, schema: Schema, key: string): string {
  const inside = sampleText(pointer, schema, key).slice(2, -2);
  const entry = `{ "overrides": [{ "files": ["tools/**"], ${inside} }] }`;
  return `For some files (or, with \`"branches"\`, some branches):\n\n${fenced(entry)}`;
}

function tried(pointer: KeyPath, schema: Schema, key: string): readonly string[] {
  const isOneValue = partsAt(pointer).length === 0 && !key.includes("[");
  if (!isOneValue || pointer[0] === "$schema") return [];
  const value = JSON.stringify(sampleValue(schema, key));
  return [
    "What it would have done to your last commits:",
    fenced(`arkitekt policy try --set '${key}=${value}'`, "sh"),
  ];
}

function fenced(text: string, of = "json"): string {
  return `\`\`\`${of}\n${text}\n\`\`\``;
}

/** JSON on one line, as people write it. */
function spaced(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spaced).join(", ")}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const parts = Object.entries(value).map(([key, inner]) => `${JSON.stringify(key)}: ${spaced(inner)}`);
  return parts.length === 0 ? "{}" : `{ ${parts.join(", ")} }`;
}
