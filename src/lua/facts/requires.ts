import type { ByteText } from "../../base/byte-text.ts";
import type { ByteRange } from "../../base/position.ts";
import { type TextLiteral, textLiteral } from "../syntax/literals.ts";
import { byteRange } from "../syntax/ranges.ts";
import type { RequireCall } from "../values/origin.ts";
import type { Reading } from "../values/reading.ts";
import { type FoldedTexts, UNKNOWN_TEXT } from "../values/text-functions.ts";

export type Require = StaticRequire | DynamicRequire;

interface RequireFact {
  /** The whole call, with `pcall(…)` where there is one; but not a second call of the result. */
  readonly range: ByteRange;
  /** Not when the file is loaded, but later, when a function in it is called. */
  readonly isLazy: boolean;
  /** By `pcall` or `xpcall`, or inside a function that one of them calls at once. */
  readonly isProtected: boolean;
  /** It looks at `package.loaded` and loads nothing. */
  readonly isLookup: boolean;
  /** The enclosing function, as `LuaSource.scopeAt` names it. */
  readonly scope: string;
}

/** The name is known. A call that may be given several names is several requires. */
export interface StaticRequire extends RequireFact {
  readonly kind: "static";
  readonly name: ByteText;
  /** Undefined if the name is not written out at the call, but worked out. */
  readonly literal: TextLiteral | undefined;
  /** The range of the literal, or of what stands for the name. */
  readonly nameRange: ByteRange;
}

/** The name is computed when the program runs. */
export interface DynamicRequire extends RequireFact {
  readonly kind: "dynamic";
  /** How the name begins, as far as that is known: `"a.b." .. x`. */
  readonly start: ByteText;
  /** The argument as written; empty if there is none. */
  readonly text: ByteText;
}

/** The requires of a file, by the calls that they are traced by. */
export function requiresOf(reading: Reading): ReadonlyMap<RequireCall, readonly Require[]> {
  const { tracing } = reading;
  let left = MOST_NAMES;
  return new Map(
    tracing.requireCalls().map((call) => {
      const names = left > 0 ? tracing.moduleNames(call) : UNKNOWN_TEXT;
      if (names.length > 1) left -= names.length;
      return [call, requiresBy(call, names, reading)];
    }),
  );
}

/** More names than the calls of any sensible file may be given in all, where one call may be given several: the rest is left out. */
const MOST_NAMES = 2000;

function requiresBy(required: RequireCall, names: FoldedTexts, reading: Reading): readonly Require[] {
  const { text, execution } = reading;
  const { call, chain, argument, isProtected, isLookup } = required;
  const fact = {
    range: byteRange(call.range),
    isLookup,
    isLazy: isLookup || !execution.includes(chain.body),
    isProtected,
    scope: chain.body.name,
  };
  if (argument?.type === "StringLiteral") {
    const literal = textLiteral(argument, text);
    return [{ kind: "static", name: argument.value, literal, nameRange: literal.range, ...fact }];
  }
  const nameRange =
    call.type === "MemberExpression" ? call.identifier.range : (argument?.range ?? call.range);
  const written = argument === undefined ? "" : text.slice(...argument.range);
  return (names.length === 0 ? UNKNOWN_TEXT : names).map((name) =>
    name.isWhole
      ? { kind: "static", name: name.text, literal: undefined, nameRange: byteRange(nameRange), ...fact }
      : { kind: "dynamic", start: name.text, text: written as ByteText, ...fact },
  );
}
