// A key as people write it as one word (`lua.scripts`, `rules.diff-budget.options.files`), and as it is written in a policy.
import type { KeyPath } from "../faults/fault.ts";
import { isObject } from "../resolve/merge.ts";
import { keysOf, schemaAt, sidesOf } from "./schema-at.ts";

/**
 * Where `word` leads from `around`: dots separate the keys, a list may be entered with or without `[0]`, an option of a rule is named with
 * or without `options`. Undefined if the schema knows no such place.
 */
export function pointerOfKey(word: string, around: KeyPath = []): KeyPath | undefined {
  const parts = partsOf(word);
  return parts.length === 0 ? undefined : walk(around, parts);
}

/** The same with `rules` or a section left out before it, if only one place can be meant: `scripts`, `diff-budget.files`. */
export function pointersOfShortKey(word: string): readonly KeyPath[] {
  const sections = keysOf(schemaAt([]));
  const first = partsOf(word)[0];
  return sections.flatMap((section) => {
    const isBelow = first !== undefined && keysOf(schemaAt([section])).includes(first);
    const pointer = isBelow ? pointerOfKey(word, [section]) : undefined;
    return pointer === undefined ? [] : [pointer];
  });
}

/** The object that a policy holds there: `{ "lua": { "scripts": … } }`. `value` is JSON, or a text that stands for some. */
export function nestedText(pointer: KeyPath, value: string): string {
  return pointer.reduceRight<string>((inner, part, at) => {
    const isOfRule = part === 1 && pointer[at - 2] === "rules";
    if (isOfRule) return `["error", ${inner}]`;
    if (typeof part === "number") return part === 0 && pointer[at - 2] === "rules" ? inner : `[${inner}]`;
    return `{ ${JSON.stringify(part)}: ${inner} }`;
  }, value);
}

/** The same key as one word: `rules.diff-budget.files`, `overrides[].files`. */
export function keyText(pointer: KeyPath): string {
  return pointer
    .map((part, at) => {
      if (typeof part === "number") return pointer[at - 2] === "rules" ? "" : "[]";
      return at === 0 ? part : `.${part}`;
    })
    .join("");
}

function partsOf(word: string): readonly string[] {
  return word
    .replaceAll(/\[(\d*)\]/g, ".$1")
    .split(".")
    .filter((part) => part !== "");
}

function walk(at: KeyPath, [part, ...rest]: readonly string[]): KeyPath | undefined {
  if (part === undefined) return at;
  for (const step of stepsFor(at, part)) {
    if (schemaAt(step) === undefined) continue;
    const end = walk(step, rest);
    if (end !== undefined) return end;
  }
  return undefined;
}

/** What a part may stand for: a key; an item of the list that is there; for a rule, its level, its options or one of them. */
function stepsFor(at: KeyPath, part: string): readonly KeyPath[] {
  if (at.at(-2) === "rules") {
    if (part === "options") return [[...at, 1]];
    if (part === "level") return [[...at, 0]];
    if (/^[01]$/.test(part)) return [[...at, Number(part)]];
    return [[...at, 1, part]];
  }
  if (/^\d+$/.test(part)) return [[...at, Number(part)]];
  const isList = sidesOf(schemaAt(at) ?? {}).some(({ items }) => isObject(items));
  return isList
    ? [
        [...at, 0, part],
        [...at, part],
      ]
    : [[...at, part]];
}
