import type { SourceFile } from "../../modules/source-file.ts";

/**
 * How many functions of a file have changed: they are new, gone or have other code, comments and white space aside. A function inside
 * another one is part of it. A side is undefined if there is none.
 */
export function changedFunctions(before: SourceFile | undefined, after: SourceFile | undefined): number {
  const [old, now] = [functionsOf(before), functionsOf(after)];
  const names = new Set([...old.keys(), ...now.keys()]);
  let changed = 0;
  for (const name of names) {
    const left = [...(old.get(name) ?? [])];
    let fresh = 0;
    for (const code of now.get(name) ?? []) {
      const at = left.indexOf(code);
      if (at < 0) fresh += 1;
      else left.splice(at, 1);
    }
    changed += Math.max(fresh, left.length);
  }
  return changed;
}

/** The code of the outermost functions, by their names. */
function functionsOf(file: SourceFile | undefined): ReadonlyMap<string, readonly string[]> {
  const byName = new Map<string, string[]>();
  let end = 0;
  for (const { name, range } of sorted(file)) {
    if (file === undefined || range.end <= end) continue;
    end = range.end;
    const { code } = file.lua.anchor(range);
    byName.set(name, [...(byName.get(name) ?? []), code]);
  }
  return byName;
}

function sorted(file: SourceFile | undefined) {
  const functions = file?.lua.functions ?? [];
  return functions.toSorted(
    ({ range: one }, { range: other }) => one.start - other.start || other.end - one.end,
  );
}
