/**
 * Loads the part of the program that reads Lua. V8 takes its compiled code back only under the settings that the process began with, and
 * a short run (`system/engine.ts`) and somebody else's regular expression (`rule/time-limit.ts`) change those: whoever will read
 * Lua calls this before either.
 */
export async function loadLuaReader(): Promise<void> {
  await import("../gate/forgiven-lines.ts");
}
