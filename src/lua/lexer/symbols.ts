// The tokens of one or two punctuation characters. Those of three, and what begins with a dot or an opening bracket, are the scanner's.
import type { LuaDialect } from "./dialect.ts";
import * as T from "./token-kind.ts";

const SINGLE = new Uint8Array(256).fill(T.UNKNOWN);
const SINGLE_WITHOUT_BITS = new Uint8Array(256).fill(T.UNKNOWN);
for (const symbol of ["#", "%", "&", "*", "+", "-", ";", "]", "^", "{", "|", "}", "(", ")", ","] as const) {
  SINGLE[symbol.charCodeAt(0)] = T.tokenOf(symbol);
}
for (const symbol of ["=", ":", "<", ">", "~", "/"] as const)
  SINGLE[symbol.charCodeAt(0)] = T.tokenOf(symbol);
SINGLE_WITHOUT_BITS.set(SINGLE);
for (const symbol of ["&", "|", "~"]) SINGLE_WITHOUT_BITS[symbol.charCodeAt(0)] = T.UNKNOWN;

/** The token of one character; UNKNOWN for what starts none. */
export function singleOf(code: number, { hasIntegers }: LuaDialect): number {
  return (hasIntegers ? SINGLE : SINGLE_WITHOUT_BITS)[code] ?? T.UNKNOWN;
}

/** The token of two characters, or 0. */
export function pairOf(code: number, after: number, { hasLabels, hasIntegers }: LuaDialect): number {
  if (after === 61) {
    if (code === 61) return T.EQUAL;
    if (code === 126) return T.UNEQUAL;
    if (code === 60) return T.AT_MOST;
    return code === 62 ? T.AT_LEAST : 0;
  }
  if (code !== after) return 0;
  if (code === 58) return hasLabels ? T.LABEL : 0;
  if (!hasIntegers) return 0;
  if (code === 60) return T.SHIFT_LEFT;
  if (code === 62) return T.SHIFT_RIGHT;
  return code === 47 ? T.FLOOR_SLASH : 0;
}
