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
  const pool = new Map<string, Found[]>();
  for (const found of before) {
    const key = identity(found);
    const same = pool.get(key);
    if (same === undefined) pool.set(key, [found]);
    else same.push(found);
  }
  // A finding in the same file goes first, so that a copy to another file is what counts as new.
  const isOld = after.map((found) => take(pool, found, (old) => old.file?.change === found.file?.change));
  return after.map((found, index) => {
    const wasThere = isOld[index] === true || take(pool, found, () => true);
    return wasThere && found.finding.evenIfOld !== true;
  });
}

function take(pool: Map<string, Found[]>, found: Found, fits: (old: Found) => boolean): boolean {
  const candidates = pool.get(identity(found));
  const index = candidates?.findIndex(fits) ?? -1;
  if (index < 0) return false;
  candidates?.splice(index, 1);
  return true;
}

function identity({ rule, finding, file }: Found): string {
  const { scope, code } = finding.anchor ?? { scope: "", code: lineOf(finding, file) };
  return `${rule}\0${scope}\0${code}`;
}

function lineOf(finding: Finding, file: SourceFile | undefined): string {
  if (finding.span === undefined || file === undefined) return finding.message;
  return file.lines.line(finding.span.start.line).trim().replaceAll(/\s+/g, " ");
}
