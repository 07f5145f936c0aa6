// V8, as far as it can be told something while a program runs.

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

/**
 * Sets V8's flags while the program runs. `node:v8` brings the streams along, which takes ten times as long as all the rest of it: what it calls
 * itself is there from the start. If a later Node no longer gives access to that, `node:v8` does.
 */
export function setEngineFlags(flags: readonly string[]): void {
  const set = nodesSetter();
  for (const flag of flags) set(flag);
}

type Setter = (flag: string) => void;

function nodesSetter(): Setter {
  const { binding } = process as unknown as {
    binding?: (name: string) => { readonly setFlagsFromString?: Setter };
  };
  const { noDeprecation = false } = process;
  // It would say on standard error that others had better not call it.
  process.noDeprecation = true;
  try {
    const found = binding?.("v8").setFlagsFromString;
    if (found !== undefined) return found;
  } catch {
  } finally {
    process.noDeprecation = noDeprecation;
  }
  return process.getBuiltinModule("node:v8").setFlagsFromString;
}
