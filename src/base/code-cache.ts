const MAKING = Symbol.for("arkitekt.code-cache");

/**
 * Whether this run makes the cache of the program's compiled code (`system/program/code-cache.ts`). The engine takes back only code that was
 * made under the settings it has at its start, so such a run changes none. The program and its loader share the mark.
 */
export function makesCodeCache(): boolean {
  return MAKING in globalThis;
}

export function markCodeCache(): void {
  Object.defineProperty(globalThis, MAKING, { value: true, configurable: true });
}
