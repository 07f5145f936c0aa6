const TOLD = Symbol.for("arkitekt.short-run");

/** Whether the engine was told that this process ends soon (`system/engine.ts`); the program and its loader share the mark. */
export function isToldShortRun(): boolean {
  return TOLD in globalThis;
}

export function markShortRun(): void {
  Object.defineProperty(globalThis, TOLD, { value: true, configurable: true });
}
