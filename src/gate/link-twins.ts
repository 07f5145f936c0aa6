import type { RepoPath } from "../base/repo-path.ts";
import type { FileChange } from "../model/change.ts";
import { pathOf, spanOf } from "../model/place.ts";
import type { RawFinding } from "./compare.ts";

/** What a rule about the change as a whole says about a file is not repeated for each link that leads there. */
export function withoutLinkTwins(
  found: readonly RawFinding[],
  files: readonly FileChange[],
): readonly RawFinding[] {
  const targets = new Map<RepoPath | undefined, RepoPath>();
  for (const file of files) {
    if (file.kind !== "deleted" && file.after.target !== undefined) targets.set(file.path, file.after.target);
  }
  if (targets.size === 0) return found;
  const said = new Set(found.map((each) => saying(each, pathOf(each.finding.place))));
  return found.filter((each) => {
    const target = targets.get(pathOf(each.finding.place));
    return target === undefined || !said.has(saying(each, target));
  });
}

function saying({ rule, finding }: RawFinding, path: RepoPath | undefined): string {
  const start = spanOf(finding.place)?.start;
  return [rule, path, start?.line, start?.column, finding.message].join("\0");
}
