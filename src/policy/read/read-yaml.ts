// The one reader of YAML, loaded on demand: only a policy in YAML needs it. The parser is driven token by token, because
// left alone it recurses for each level of nesting and walks the preceding lines again and again: so a policy can't exhaust it.
import { Composer, type Document, isMap, isSeq, Lexer, type Node, type Pair, Parser } from "yaml";
import type { Position } from "../../base/position.ts";
import { err, ok, type Result } from "../../base/result.ts";
import { TextPositions } from "../../base/text-position.ts";
import { isMerge, nameOf, offsetOf, YamlValues } from "./yaml-values.ts";

export interface YamlText {
  /** Aliases and merges are followed; if a key appears twice, the last one counts. What an alias names is one object, not copies. */
  readonly value: unknown;
  /** Undefined for an empty text. */
  readonly root: Node | undefined;
  /** The node that an alias stands for. */
  target(node: unknown): unknown;
}

export interface YamlFault {
  readonly at: Position;
  readonly message: string;
}

/** Far deeper than any policy, and far from where recursion would hurt. */
const DEEPEST = 100;
/** Words, marks and gaps: a policy has a few thousand. */
const MOST_TOKENS = 100_000;

export function readYaml(text: string): Result<YamlText, YamlFault> {
  const positions = new TextPositions(text);
  const fail = (offset: number, message: string) => err({ at: positions.at(offset), message });
  const composed = compose(text);
  if (!composed.ok) return fail(composed.error.offset, composed.error.message);
  const [document, second] = composed.value;
  if (second !== undefined)
    return fail(second.range[0], "a second document begins here; a policy is one document");
  if (document === undefined) return ok({ value: undefined, root: undefined, target: (node) => node });
  const [error] = [...document.errors, ...document.warnings].sort((one, other) => one.pos[0] - other.pos[0]);
  if (error !== undefined) return fail(error.pos[0], plainly(error.message));
  const values = new YamlValues();
  const value = values.valueOf(document.contents);
  if (values.fault !== undefined) return fail(values.fault.offset, values.fault.message);
  return ok({
    value,
    root: document.contents ?? undefined,
    target: (node) => values.targets.get(node) ?? node,
  });
}

interface Spoiled {
  readonly offset: number;
  readonly message: string;
}

function compose(text: string): Result<readonly Document.Parsed[], Spoiled> {
  const parser = new Parser();
  const composer = new Composer({ uniqueKeys: false, prettyErrors: false, logLevel: "silent" });
  const documents: Document.Parsed[] = [];
  let tokens = 0;
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) documents.push(...composer.next(token));
    const { offset } = parser;
    if (parser.stack.length > DEEPEST)
      return err({ offset, message: `this is nested more than ${DEEPEST} levels deep; a policy never is` });
    if (++tokens > MOST_TOKENS)
      return err({
        offset,
        message: `this holds more than ${MOST_TOKENS} words and marks; a policy never does`,
      });
    if (documents.length > 1) return ok(documents);
  }
  for (const token of parser.end()) documents.push(...composer.next(token));
  documents.push(...composer.end());
  return ok(documents);
}

/** The parser's words begin a sentence; ours follow a place. */
function plainly(message: string): string {
  return message.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
}

/** Every key that stands in its object already, in the order of the text. */
export function* repeatedYamlKeys(
  node: unknown,
  pointer: readonly (string | number)[] = [],
): Generator<RepeatedYamlKey> {
  if (isSeq(node)) {
    for (const [index, item] of node.items.entries()) yield* repeatedYamlKeys(item, [...pointer, index]);
  }
  if (!isMap(node)) return;
  const seen = new Map<string, Pair>();
  for (const pair of node.items) {
    const name = nameOf(pair.key) ?? "";
    const earlier = seen.get(name);
    if (earlier === undefined) seen.set(name, pair);
    else if (!isMerge(pair.key))
      yield { pointer: [...pointer, name], first: offsetOf(earlier.key), at: offsetOf(pair.key) };
    yield* repeatedYamlKeys(pair.value, [...pointer, name]);
  }
}

export interface RepeatedYamlKey {
  readonly pointer: readonly (string | number)[];
  /** Offsets of both keys. */
  readonly first: number;
  readonly at: number;
}
