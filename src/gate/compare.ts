// What is new: present after the change, absent before it, matched by rule, enclosing function and the code itself.
import type { Finding } from "../model/finding.ts";
import type { SourceFile } from "../rules/rule.ts";

export interface Found {
  readonly rule: string;
  readonly finding: Finding;
  readonly file: SourceFile | undefined;
}

/** Says for each of `after` whether it was there before. Every finding of `before` accounts for one of `after` at most. */
export function markOld(after: readonly Found[], before: readonly Found[]): readonly boolean[] {
  const left = new Set(before);
  const isOld = after.map(() => false);
  // The same code goes first, and in the same file: so a copy to another file, or what was added beside it, counts as new.
  for (const keyOf of [identity, group]) {
    const pool = pooled(before, keyOf);
    for (const isNear of [isSameFile, () => true]) {
      after.forEach((found, index) => {
        if (isOld[index]) return;
        const old = pool.get(keyOf(found))?.find((each) => left.has(each) && isNear(each, found));
        if (old === undefined) return;
        left.delete(old);
        isOld[index] = true;
      });
    }
  }
  return after.map(({ finding }, index) => isOld[index] === true && finding.evenIfOld !== true);
}

function pooled(before: readonly Found[], keyOf: (found: Found) => string): ReadonlyMap<string, Found[]> {
  const pool = new Map<string, Found[]>();
  for (const found of before) {
    const same = pool.get(keyOf(found));
    if (same === undefined) pool.set(keyOf(found), [found]);
    else same.push(found);
  }
  return pool;
}

function isSameFile(old: Found, found: Found): boolean {
  return old.file?.change === found.file?.change;
}

/** A finding without a group is alone in its own. */
function group(found: Found): string {
  const name = found.finding.anchor?.group;
  return name === undefined ? identity(found) : `${found.rule}\0${name}`;
}

function identity({ rule, finding, file }: Found): string {
  const { scope, code } = finding.anchor ?? { scope: "", code: lineOf(finding, file) };
  return `${rule}\0${scope}\0${code}`;
}

function lineOf(finding: Finding, file: SourceFile | undefined): string {
  if (finding.span === undefined || file === undefined) return finding.message;
  return file.lines.line(finding.span.start.line).trim().replaceAll(/\s+/g, " ");
}
