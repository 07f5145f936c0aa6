// The words for what is wrong with one key: what was expected there, what was found, and what was probably meant.

import type { Position } from "../../base/position.ts";
import { didYouMean } from "../../base/wording.ts";
import { isObject } from "../resolve/merge.ts";
import { allKeys } from "../schema/all-keys.ts";
import { keysOf, schemaAt, sidesOf, takesFolders } from "../schema/schema-at.ts";
import { nestedText, pointerOfKey } from "../schema/written-key.ts";
import { expectation, patternHint } from "./describe-expected.ts";
import type { Contradiction, KeyComplaint, KeyPath } from "./fault.ts";

export interface FaultWords {
  readonly message: string;
  readonly hint?: string;
}

interface KeyWords extends FaultWords {
  readonly key: KeyPath;
  readonly at?: Position;
}

export function describeKey(complaint: KeyComplaint, value: unknown): KeyWords {
  const { pointer: key } = complaint;
  switch (complaint.kind) {
    case "unknown-key":
      return { key, ...unknownKey(key, valueAt(value, key)) };
    case "duplicate-key":
      return {
        key,
        at: complaint.at,
        message: `this key appears twice; the first is on line ${complaint.first.line}`,
        hint: "keep one of them",
      };
    case "missing-key": {
      const names = complaint.names.map((name) => `"${name}"`);
      return { key, message: `${names.join(" or ")} is missing here` };
    }
    case "repeated": {
      const item = [...key, complaint.index];
      return {
        key: item,
        message: `${show(valueAt(value, item))} appears twice in this list`,
        hint: "keep one of them",
      };
    }
    case "not-data":
      return { key, message: "this is not a JSON value", hint: "put it in quotes" };
    case "wrong-value":
      return { key, ...wrongValue(key, valueAt(value, key)) };
    case "contradiction":
      return { key, ...contradiction(complaint.why) };
  }
}

function unknownKey(pointer: KeyPath, value: unknown): FaultWords {
  const name = String(pointer.at(-1));
  const around = pointer.slice(0, -1);
  const known = keysOf(schemaAt(around));
  const isRule = around.at(-1) === "rules";
  const message = isRule ? `there is no rule "${name}"` : `there is no key "${name}" here`;
  const dotted = dottedKey(name, around);
  if (dotted !== undefined) return { message, hint: writeNested(dotted, value) };
  const guess = didYouMean(name, known, quoted) ?? (isDotted(name) ? didYouMean(name, allKeys()) : undefined);
  if (guess !== undefined) return { message, hint: guess };
  const home = keysOf(schemaAt([])).find((section) => keysOf(schemaAt([section])).includes(name));
  if (home !== undefined) return { message, hint: `it belongs in "${home}"` };
  if (isRule) return { message, hint: "`arkitekt rules` lists them" };
  if (takesFolders(schemaAt(around))) return folderKey(name);
  if (known.length > 10) return { message, hint: "`arkitekt policy print` lists the keys" };
  return {
    message,
    hint: known.length === 0 ? "there are no keys here" : `the keys here are ${known.join(", ")}`,
  };
}

/** For an object whose keys are folders. */
function folderKey(name: string): FaultWords {
  const hint = patternHint({ name: "folder" }, name);
  return {
    message: `expected a folder of the repository as the key, found ${quoted(name)}`,
    ...(hint === undefined ? {} : { hint }),
  };
}

/** Where a key that is written as one word leads, from here or from the top of the policy. */
function dottedKey(name: string, around: KeyPath): KeyPath | undefined {
  if (!isDotted(name)) return undefined;
  return pointerOfKey(name, around) ?? pointerOfKey(name);
}

function isDotted(name: string): boolean {
  return /[.[]/.test(name);
}

/** The same as an object, with what stands there if it fits on a line. */
function writeNested(pointer: KeyPath, value: unknown): string {
  const text = JSON.stringify(value) ?? "…";
  const rules = pointer.lastIndexOf("rules");
  return `write it nested: ${nestedText(pointer.slice(Math.max(0, rules)), text.length > 60 ? "…" : text)}`;
}

function wrongValue(pointer: KeyPath, found: unknown): FaultWords {
  const schema = schemaAt(pointer) ?? {};
  const message = `expected ${expectation(schema, pointer)}, found ${show(found)}`;
  const choices = sidesOf(schema).flatMap(({ enum: values }) =>
    Array.isArray(values) ? values.map(String) : [],
  );
  const guess = typeof found === "string" ? didYouMean(found, choices, quoted) : undefined;
  if (guess !== undefined) return { message, hint: guess };
  const hint = typeof found === "string" ? patternHint(schema, found) : undefined;
  return { message, ...(hint === undefined ? {} : { hint }) };
}

function quoted(name: string): string {
  return `"${name}"`;
}

function contradiction(why: Contradiction): FaultWords {
  switch (why.kind) {
    case "canonical-is-retired":
      return {
        message: `the canonical namespace "${why.canonical}" is retired too: "${why.retired}" is in namespace.retired`,
        hint: "a name is either in use or retired; set both",
      };
    case "bad-regex":
      return { message: why.reason.replace(/^Invalid regular expression: /, "not a regular expression: ") };
    case "no-code-group":
      return {
        message: "the pattern has no group (?<code>…)",
        hint: "put it around the part that names the task",
      };
    case "too-slow":
      return {
        message: "the patterns take too long on the examples",
        hint: "avoid repeated groups that can match alike",
      };
    case "example-matches-nothing":
      return {
        message: `no pattern matches the example ${show(why.example)}`,
        hint: "mend the example or the patterns",
      };
    case "forbidden-by-nobody":
      return {
        message: "nothing holds this: the rule shim-expiry is off",
        hint: 'switch it on: { "rules": { "shim-expiry": "error" } }',
      };
    case "no-agents":
      return {
        message: "there are no agent branches, so this never holds",
        hint: "name some in agentBranches",
      };
  }
}

function valueAt(value: unknown, pointer: KeyPath): unknown {
  let at = value;
  for (const part of pointer) {
    if (Array.isArray(at)) at = at[Number(part)];
    else at = isObject(at) && Object.hasOwn(at, part) ? at[part] : undefined;
  }
  return at;
}

/** A value in a few characters. */
function show(value: unknown): string {
  if (value === null || value === undefined) return "nothing";
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  if (isObject(value)) return "an object";
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 58)}…"` : text;
}
