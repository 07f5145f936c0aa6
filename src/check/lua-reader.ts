import type { ByteText } from "../base/byte-text.ts";
import { readForgiving } from "../gate/forgiven-lines.ts";

/**
 * Loads the part of the program that reads Lua, as the first call of anything in it does. V8 takes its compiled code back only under the settings that
 * the process began with, and a short run (`system/engine.ts`) and somebody else's regular expression (`rule/time-limit.ts`) change those: whoever
 * will read Lua calls this before either.
 */
export function loadLuaReader(): void {
  readForgiving("" as ByteText, "5.3");
}
