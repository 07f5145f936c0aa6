import { relative, sep } from "node:path";
import { cosmiconfigSync } from "cosmiconfig";
import { POLICY_PLACES } from "../model/policy-places.ts";

/**
 * Where the policy of a working tree lies, relative to it; undefined when there is none. `holdsPolicy` says so of the text of
 * a `package.json`. Only the place is found here: what a verdict rests on is read from Git's objects.
 */
export function findPolicyFile(
  workTree: string,
  holdsPolicy: (packageJson: string) => boolean,
): string | undefined {
  const load = (path: string, text: string) =>
    path.endsWith("package.json") ? { arkitekt: holdsPolicy(text) ? {} : undefined } : {};
  const explorer = cosmiconfigSync("arkitekt", {
    searchPlaces: [...POLICY_PLACES],
    mergeSearchPlaces: false,
    searchStrategy: "none",
    ignoreEmptySearchPlaces: false,
    cache: false,
    loaders: { noExt: load, ".json": load, ".yaml": load, ".yml": load },
  });
  const found = explorer.search(workTree);
  return found === null ? undefined : relative(workTree, found.filepath).split(sep).join("/");
}
