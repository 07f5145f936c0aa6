import { accessSync, constants } from "node:fs";
import { join, relative, sep } from "node:path";
// Not the whole of cosmiconfig: that first looks for its own settings where the command runs, and a `.config/config.js` there would be executed.
import { ExplorerSync } from "cosmiconfig/dist/ExplorerSync.js";
import { hasCode } from "./files.ts";

/**
 * At which of `places` a file lies, relative to `folder`, in their order. Only places are found here: no file is looked into, and
 * none is run. One that nobody may read counts as there, so that reading it reports that.
 */
export function findPolicyFiles(folder: string, places: readonly string[]): readonly string[] {
  const found = new Set<string>();
  let rest = places;
  while (rest.length > 0) {
    const result = explorer(rest).search(folder);
    if (result === null) break;
    const place = relative(folder, result.filepath).split(sep).join("/");
    found.add(place);
    rest = rest.slice(rest.indexOf(place) + 1);
  }
  return places.filter((place) => found.has(place) || isUnreadable(join(folder, place)));
}

function explorer(places: readonly string[]) {
  const isThere = () => ({ arkitekt: {} });
  const endings = places.map((place) => /\.[a-z0-9]+$/.exec(place.replace(/.*\/\.?/, ""))?.[0] ?? "noExt");
  return new ExplorerSync({
    moduleName: "arkitekt",
    searchPlaces: places,
    searchStrategy: "none",
    ignoreEmptySearchPlaces: false,
    cache: false,
    loaders: Object.fromEntries(endings.map((ending) => [ending, isThere])),
    transform: (result) => result,
  });
}

function isUnreadable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return false;
  } catch (error) {
    return hasCode(error, ["EACCES", "EPERM"]);
  }
}
