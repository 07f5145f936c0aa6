// What is new: present after the change, absent before it, matched by rule, enclosing function and the code itself.
import type { Finding } from "../model/finding.ts";
import type { SourceFile } from "../modules/source-file.ts";

export interface RawFinding {
  readonly rule: string;
  readonly finding: Finding;
  readonly file: SourceFile | undefined;
}

/** Says for each of `after` whether it was there before. Every finding of `before` accounts for one of `after` at most. */
export function markOld(after: readonly RawFinding[], before: readonly RawFinding[]): readonly boolean[] {
  const left = new Set(before);
  const isOld = after.map(() => false);
  // The same code goes first, and in the same file: so a copy to another file, or what was added beside it, counts as new.
  for (const { keyOf, isNear } of STEPS) {
    const pool = pooled(before, keyOf);
    after.forEach((found, index) => {
      if (isOld[index]) return;
      const old = pool.get(keyOf(found))?.find((each) => left.has(each) && isNear(each, found));
      if (old === undefined) return;
      left.delete(old);
      isOld[index] = true;
    });
  }
  return after.map(({ finding }, index) => isOld[index] === true && finding.evenIfOld !== true);
}

interface Step {
  keyOf(found: RawFinding): string;
  isNear(old: RawFinding, found: RawFinding): boolean;
}

/** From the surest sign that something was there before to the weakest. */
const STEPS: readonly Step[] = [
  { keyOf: identity, isNear: isSameFile },
  { keyOf: identity, isNear: () => true },
  { keyOf: codeAlone, isNear: isInNewFunction },
  { keyOf: codeAlone, isNear: isMovedFunction },
  { keyOf: group, isNear: isSameFile },
  { keyOf: group, isNear: () => true },
];

function pooled(
  before: readonly RawFinding[],
  keyOf: (found: RawFinding) => string,
): ReadonlyMap<string, RawFinding[]> {
  const pool = new Map<string, RawFinding[]>();
  for (const found of before) {
    const same = pool.get(keyOf(found));
    if (same === undefined) pool.set(keyOf(found), [found]);
    else same.push(found);
  }
  return pool;
}

function isSameFile(old: RawFinding, found: RawFinding): boolean {
  return old.file?.change === found.file?.change;
}

/** The function around it is new in this file: the old one has another name, or handed this part on. */
function isInNewFunction(old: RawFinding, found: RawFinding): boolean {
  if (old.file === undefined || found.file === undefined || !isSameFile(old, found)) return false;
  const { lua } = found.file;
  // Of a file that does not parse nobody knows in which functions its findings are.
  return !lua.syntax.ok || !hasFunction(old.file, scopeOf(found));
}

function hasFunction({ lua }: SourceFile, scope: string): boolean {
  return scope === "" || lua.functions.some(({ name }) => name === scope);
}

/** `local function f` that became `M.f` of another module. */
function isMovedFunction(old: RawFinding, found: RawFinding): boolean {
  const name = lastWord(scopeOf(found));
  return name !== "" && name === lastWord(scopeOf(old));
}

function lastWord(scope: string): string {
  return /\w*$/.exec(scope)?.[0] ?? "";
}

function scopeOf({ finding }: RawFinding): string {
  return finding.anchor?.scope ?? "";
}

/** A finding without a group is alone in its own. */
function group(found: RawFinding): string {
  const name = found.finding.anchor?.group;
  return name === undefined ? identity(found) : `${found.rule}\0${name}`;
}

function identity(found: RawFinding): string {
  return `${codeAlone(found)}\0${scopeOf(found)}`;
}

function codeAlone({ rule, finding, file }: RawFinding): string {
  return `${rule}\0${finding.anchor?.code ?? lineOf(finding, file)}`;
}

function lineOf(finding: Finding, file: SourceFile | undefined): string {
  if (finding.place.kind !== "span" || file === undefined) return finding.message;
  return finding.place.line.trim().replaceAll(/\s+/g, " ");
}
