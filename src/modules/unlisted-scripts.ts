// What a file does shows what it is for: one that gives nothing to whoever requires it, and does things when it is loaded, is started.
import type { ByteRange } from "../base/position.ts";
import type { Effect } from "../lua/facts/effects.ts";
import type { LuaSource } from "../lua/source.ts";

/** Whether a file returns nothing, anywhere, and acts when it is loaded, or holds no code at all. */
export function actsForItself(lua: LuaSource): boolean {
  if (!lua.syntax.ok || !givesNothing(lua)) return false;
  if (lua.syntax.value.body.length === 0) return true;
  const alone = new Set(
    lua.calls.flatMap(({ isStatement, range }) => (isStatement ? [`${range.start} ${range.end}`] : [])),
  );
  return lua.effects.some((effect) => isAct(effect, alone));
}

/** A bare `return` gives nothing either. */
export function givesNothing({ module, text }: LuaSource): boolean {
  const isBare = ({ start, end }: ByteRange) => /^return\s*;?\s*$/.test(text.slice(start, end));
  return module.ending.kind === "none" && module.earlyReturns.every(isBare);
}

/** A call whose result nobody takes, or a field of something that is not the file's own. */
function isAct({ kind, callee, range, isHarmless }: Effect, alone: ReadonlySet<string>): boolean {
  // What is declared to LuaJIT is there for everybody: a file that does no more need not give anything.
  if (callee.kind === "module" && callee.module === "ffi" && callee.path.join(".") === "cdef") return true;
  if (isHarmless) return false;
  if (kind === "call") return callee.kind !== "own" && alone.has(`${range.start} ${range.end}`);
  return callee.kind !== "global" || callee.path.length > 1;
}
