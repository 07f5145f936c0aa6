import { err, ok, type Result } from "../base/result.ts";

/**
 * The policy's globs of agents' branches as filters of a GitHub workflow, in order. Git's `for-each-ref` reads them the same way. The
 * fault is the first glob that a filter can't express: one that matched more, or less, would judge the wrong branches.
 */
export function branchFilters(globs: readonly string[]): Result<readonly string[], string> {
  const filters = new Set<string>();
  for (const glob of globs) {
    for (const plain of withoutBraces(glob)) {
      const filter = filterOf(plain);
      if (filter === undefined) return err(glob);
      // `**/` may stand for no folder at all, which a filter doesn't know.
      for (const each of withoutEmptyFolders(filter)) filters.add(each);
    }
  }
  return ok([...filters]);
}

/** `a/{b,c}` is `a/b` and `a/c`; braces without a comma, or inside each other, stay, and are refused as they are. */
function withoutBraces(glob: string): readonly string[] {
  const [whole, before = "", list = "", after = ""] =
    /^([^{}]*)\{([^{},]*(?:,[^{},]*)+)\}(.*)$/s.exec(glob) ?? [];
  if (whole === undefined) return [glob];
  return list.split(",").flatMap((item) => withoutBraces(`${before}${item}${after}`));
}

function filterOf(glob: string): string | undefined {
  const segments = glob.split("/").map((segment) => {
    if (segment === "**") return segment;
    if (!SEGMENT.test(segment)) return undefined;
    // In the middle of a name two stars are one for the policy, and cross folders for GitHub.
    return segment.replace(/\*+/g, "*").replaceAll("+", "\\+");
  });
  return segments.includes(undefined) ? undefined : segments.join("/");
}

/** Names, stars and classes of letters and digits; `?` means something else to GitHub, and so do `!`, `(` and the rest. */
const SEGMENT = /^(?!-)(?:[\w.@#%=,;&+-]|\*|\[[A-Za-z0-9](?:-?[A-Za-z0-9])*\])+$/;

function withoutEmptyFolders(filter: string): readonly string[] {
  const at = filter.search(/(?:^|\/)\*\*\//);
  if (at < 0) return [filter];
  const start = filter.startsWith("**/", at) ? at : at + 1;
  const head = filter.slice(0, start);
  const rest = withoutEmptyFolders(filter.slice(start + "**/".length));
  return rest.flatMap((tail) => [`${head}${tail}`, `${head}**/${tail}`]);
}
