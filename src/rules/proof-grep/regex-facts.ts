// What can be said about a regular expression before it meets a text.

import type { ByteSet } from "../../base/byte-set.ts";
import { isEmptySet, onlyMember, printByteSet } from "../../base/byte-set.ts";
import type { RegexNode } from "./regex-tree.ts";

/** The source of the same expression over byte text; to be compiled with the flag `m` (and `g`). */
export function printRegex(node: RegexNode): string {
  switch (node.kind) {
    case "set":
      return isEmptySet(node.set) ? "[]" : printByteSet(node.set);
    case "sequence":
      return node.parts.map(printRegex).join("");
    case "choice":
      return node.options.map(printRegex).join("|");
    case "group":
    case "look":
      return `${node.opening}${printRegex(node.body)})`;
    case "repeat":
      return `${printRegex(node.body)}{${node.min},${node.max === Infinity ? "" : node.max}}${node.isLazy ? "?" : ""}`;
    case "assertion":
      return node.source;
    case "back":
      return `(?:${node.source})`;
  }
}

/** Texts without white space that every match holds, each once. */
export function regexLiterals(node: RegexNode): readonly string[] {
  const runs = [""];
  gatherRuns(node, runs);
  return [...new Set(runs)].filter((run) => run !== "");
}

function gatherRuns(node: RegexNode, runs: string[]): void {
  if (node.kind === "sequence") for (const part of node.parts) gatherRuns(part, runs);
  else if (node.kind === "group") gatherRuns(node.body, runs);
  else if (node.kind === "assertion" || node.kind === "look") return;
  else if (node.kind === "set") {
    const byte = onlyMember(node.set);
    if (byte === undefined || /\s/.test(String.fromCharCode(byte))) runs.push("");
    else runs.push((runs.pop() ?? "") + String.fromCharCode(byte));
  } else {
    runs.push("");
    if (node.kind === "repeat" && node.min > 0) gatherRuns(node.body, runs);
    runs.push("");
  }
}

/** How many ways an expression can be tried at one place; more than a few, and it needs a guard. */
export function waysToTry(node: RegexNode): number {
  switch (node.kind) {
    case "set":
    case "assertion":
      return 1;
    case "back":
      return Infinity;
    case "sequence":
      return node.parts.reduce((ways, part) => ways * waysToTry(part), 1);
    case "choice":
      return node.options.reduce((ways, option) => ways + waysToTry(option), 0);
    case "group":
    case "look":
      return waysToTry(node.body);
    case "repeat":
      return node.max === Infinity ? Infinity : (node.max - node.min + 1) * waysToTry(node.body) ** node.max;
  }
}

/**
 * False only when no text at all holds a match: `[]`, `a$b`, `a\bc`. Found by walking over every state an expression can be in:
 * the kind of the byte before, and the kinds that may follow. Lookarounds and back references count as matching.
 */
export function canMatch(node: RegexNode): boolean {
  const starts = KINDS.map((before) => state(before, ANYTHING));
  return [...after(node, new Set(starts))].some((reached) => followers(reached) !== 0);
}

/** Kinds of bytes as bits; EDGE stands for both ends of a text. */
const NEWLINE = 1;
const WORD = 2;
const OTHER = 4;
const EDGE = 8;
const KINDS = [NEWLINE, WORD, OTHER, EDGE];
const ANYTHING = NEWLINE | WORD | OTHER | EDGE;

const state = (before: number, next: number) => before * 16 + next;
const kindBefore = (reached: number) => Math.floor(reached / 16);
const followers = (reached: number) => reached % 16;

function after(node: RegexNode, states: ReadonlySet<number>): ReadonlySet<number> {
  switch (node.kind) {
    case "sequence":
      return node.parts.reduce((reached, part) => after(part, reached), states);
    case "choice":
      return new Set(node.options.flatMap((option) => [...after(option, states)]));
    case "group":
      return after(node.body, states);
    case "look":
      return states;
    case "back":
      return new Set([...states, ...consume(NEWLINE | WORD | OTHER, states)]);
    case "set":
      return consume(kindsOf(node.set), states);
    case "assertion":
      return new Set([...states].map((reached) => assert(node.source, reached)));
    case "repeat":
      return repeated(node, states);
  }
}

function repeated(node: RegexNode & { kind: "repeat" }, states: ReadonlySet<number>): ReadonlySet<number> {
  if (node.max === 0) return states;
  const once = after(node.body, states);
  let reached = node.min === 0 ? new Set([...states, ...once]) : once;
  for (let size = -1; node.max > 1 && size !== reached.size; ) {
    size = reached.size;
    reached = new Set([...reached, ...after(node.body, reached)]);
  }
  return reached;
}

function consume(kinds: number, states: ReadonlySet<number>): ReadonlySet<number> {
  const allowed = [...states].reduce((union, reached) => union | followers(reached), 0) & kinds;
  return new Set(
    KINDS.filter((kind) => (allowed & kind) !== 0 && kind !== EDGE).map((kind) => state(kind, ANYTHING)),
  );
}

function assert(source: string, reached: number): number {
  const before = kindBefore(reached);
  const next = followers(reached);
  if (source === "$") return state(before, next & (NEWLINE | EDGE));
  if (source === "^") return state(before, before === NEWLINE || before === EDGE ? next : 0);
  const isAtWord = before === WORD;
  const other = isAtWord ? NEWLINE | OTHER | EDGE : WORD;
  return state(before, next & (source === "\\b" ? other : ANYTHING ^ other));
}

function kindsOf(set: ByteSet): number {
  let kinds = 0;
  set.forEach((cell, byte) => {
    if (cell === 0) return;
    const character = String.fromCharCode(byte);
    kinds |= /[\n\r]/.test(character) ? NEWLINE : /\w/.test(character) ? WORD : OTHER;
  });
  return kinds;
}
