// What is known about the values that a local may hold: where each came from, and which texts the conditions on the way leave.
import type { ByteText } from "../../base/byte-text.ts";
import type { ValueSource } from "../scopes/scopes.ts";
import type { Expression } from "../syntax/ast.ts";
import { type FoldedTexts, whole } from "./text-functions.ts";

export interface HeldValue {
  /** Undefined for what it has without an assignment: a parameter, the variable of a loop. */
  readonly source: ValueSource | undefined;
  /** The text that it was found to be. */
  readonly only: ByteText | undefined;
  /** Texts that it was found not to be. */
  readonly not: readonly ByteText[];
}

export type HeldValues = readonly HeldValue[];

export function whatever(source: ValueSource | undefined): HeldValue {
  return { source, only: undefined, not: [] };
}

/** Those of its texts that it may still be. */
export function textsOf({ only, not }: HeldValue, texts: FoldedTexts): FoldedTexts {
  if (only !== undefined) {
    const maybe = texts.some(({ text, isWhole }) => !isWhole || text === only);
    return maybe ? [whole(only)] : [];
  }
  return not.length === 0 ? texts : texts.filter(({ text, isWhole }) => !isWhole || !not.includes(text));
}

/** More than any sensible code has, so that no input makes the work more than linear: further ones are not distinguished. */
const MOST_WAYS = 16;
const MOST_RULED_OUT = 64;

/** What may be held where two paths meet. */
export function joined(one: HeldValues | undefined, other: HeldValues | undefined): HeldValues | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  const all = [...one];
  for (const each of other) {
    const at = all.findIndex(({ source, only }) => isSame(source, each.source) && only === each.only);
    const same = all[at];
    if (same === undefined) all.push(each);
    else all[at] = { ...same, not: same.not.filter((text) => each.not.includes(text)) };
  }
  return all.length > MOST_WAYS ? withoutTexts(all) : all;
}

function withoutTexts(all: HeldValues): HeldValues {
  const sources = all.map(({ source }) => source);
  return sources.filter((one, at) => sources.findIndex((other) => isSame(one, other)) === at).map(whatever);
}

function isSame(one: ValueSource | undefined, other: ValueSource | undefined): boolean {
  return one?.expression === other?.expression && one?.result === other?.result;
}

/** Deeper than anybody nests a condition: what lies below says nothing. */
const DEEPEST = 50;

/** What is left where a condition had this outcome. */
export function givenThat(
  condition: Expression,
  isTrue: boolean,
  state: HeldValues,
  isMeant: (expression: Expression) => boolean,
  depth = 0,
): HeldValues {
  if (depth === DEEPEST) return state;
  const given = (next: Expression, comesOut: boolean, from: HeldValues) =>
    givenThat(next, comesOut, from, isMeant, depth + 1);
  switch (condition.type) {
    case "Identifier":
      // A text counts as true.
      return isMeant(condition) && !isTrue ? [] : state;
    case "UnaryExpression":
      return condition.operator === "not" ? given(condition.argument, !isTrue, state) : state;
    case "LogicalExpression": {
      const { operator, left, right } = condition;
      const goesOn = operator === "and";
      const both = given(right, isTrue, given(left, goesOn, state));
      return goesOn === isTrue ? both : (joined(given(left, isTrue, state), both) ?? both);
    }
    case "BinaryExpression": {
      const { operator, left, right } = condition;
      if (operator !== "==" && operator !== "~=") return state;
      const text = isMeant(left) ? right : isMeant(right) ? left : undefined;
      if (text?.type !== "StringLiteral") return state;
      return (operator === "==") === isTrue ? being(text.value, state) : notBeing(text.value, state);
    }
    default:
      return state;
  }
}

function being(text: ByteText, state: HeldValues): HeldValues {
  return state
    .filter(({ only, not }) => !not.includes(text) && (only === undefined || only === text))
    .map((held) => ({ ...held, only: text }));
}

function notBeing(text: ByteText, state: HeldValues): HeldValues {
  return state
    .filter(({ only }) => only !== text)
    .map((held) => (held.not.length < MOST_RULED_OUT ? { ...held, not: [...held.not, text] } : held));
}
