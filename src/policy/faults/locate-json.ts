// Loaded on demand: where things stand in a JSON text, with a parser that survives broken ones.
import { findNodeAtLocation, type Node, type ParseError, parseTree } from "jsonc-parser";
import { type Complaint, MOST_FAULTS, type Pointer } from "./fault.ts";
import { type BrokenText, positionIn, type TextMap } from "./text-map.ts";

export function jsonMap(text: string): TextMap {
  const root = treeOf(text, []);
  const find = (pointer: Pointer) => root && findNodeAtLocation(root, [...pointer]);
  const at = (node: Node | undefined) => (node === undefined ? undefined : positionIn(text, node.offset));
  return {
    key(pointer) {
      const node = find(pointer);
      return at(node?.parent?.type === "property" ? node.parent : node);
    },
    value: (pointer) => at(find(pointer)),
  };
}

/** The first thing that keeps the text from being JSON. */
export function brokenJson(text: string): BrokenText | undefined {
  const errors: ParseError[] = [];
  const root = treeOf(text, errors);
  const [error] = errors;
  if (error !== undefined) return { at: positionIn(text, error.offset), ...describe(error, text) };
  return root === undefined
    ? { at: { line: 1, column: 1 }, message: "this is nested too deeply to be read" }
    : undefined;
}

/** Keys that stand twice in one object; with `within` only that key of the whole and what is below it. */
export function duplicateKeys(text: string, within?: string): readonly Complaint[] {
  const root = treeOf(text, []);
  const found: Complaint[] = [];
  for (const { pointer, key, earlier } of root === undefined ? [] : duplicatesIn(root, [])) {
    if (within !== undefined && pointer[0] !== within) continue;
    const places = { at: positionIn(text, key.offset), first: positionIn(text, earlier.offset) };
    found.push({
      kind: "duplicate-key",
      pointer: within === undefined ? pointer : pointer.slice(1),
      ...places,
    });
    if (found.length === MOST_FAULTS) break;
  }
  return found;
}

function treeOf(text: string, errors: ParseError[]): Node | undefined {
  try {
    return parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  } catch (error) {
    // The parser calls itself for each level of nesting.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

interface Duplicate {
  readonly pointer: Pointer;
  readonly key: Node;
  readonly earlier: Node;
}

function* duplicatesIn(node: Node, pointer: Pointer): Iterable<Duplicate> {
  const first = new Map<string, Node>();
  for (const [index, child] of (node.children ?? []).entries()) {
    if (node.type === "array") {
      yield* duplicatesIn(child, [...pointer, index]);
      continue;
    }
    const [key, value] = child.children ?? [];
    if (key === undefined) continue;
    const name = String(key.value);
    const here = [...pointer, name];
    const earlier = first.get(name);
    if (earlier === undefined) first.set(name, key);
    else yield { pointer: here, key, earlier };
    if (value !== undefined) yield* duplicatesIn(value, here);
  }
}

/** Numbers of jsonc-parser's ParseErrorCode; its names exist only for the compiler. */
function describe({ error, offset, length }: ParseError, text: string): { message: string; hint?: string } {
  const found = text.slice(offset, offset + Math.max(1, length));
  switch (error) {
    case 10:
      return {
        message: "JSON has no comments",
        hint: "an override has a `reason`; a policy in .arkitektrc.yaml may have comments",
      };
    case 1:
      return /^[']/.test(found)
        ? { message: "strings are in double quotes here" }
        : {
            message: `${JSON.stringify(found)} means nothing here`,
            hint: "is it a string without its quotes?",
          };
    case 2:
    case 13:
      return { message: `${JSON.stringify(found)} is not a number` };
    case 3:
      return /^[}\]]/.test(found)
        ? { message: "a comma stands here before the end", hint: "take the comma out" }
        : { message: "a key in double quotes should stand here" };
    case 4:
      return found.startsWith("]") ? COMMA_BEFORE_END : { message: "a value should stand here" };
    case 5:
      return { message: "a colon is missing before this" };
    case 6:
      return { message: "a comma is missing before this" };
    case 7:
      return { message: "a } is missing here" };
    case 8:
      return { message: "a ] is missing here" };
    case 9:
      return { message: "the policy ends before this, and yet there is more" };
    case 12:
      return { message: "this string has no end" };
    case 14:
    case 15:
      return {
        message: "a string holds an escape that JSON does not have",
        hint: "write \\\\ for a backslash",
      };
    default:
      return { message: "a string holds a character that has to be escaped" };
  }
}

const COMMA_BEFORE_END = { message: "a comma stands here before the end", hint: "take the comma out" };
