// Files that Git includes only now and then (`includeIf.onbranch:…`): what they set holds on another branch, and nobody sees it on this one.
import { dirname, join, resolve } from "node:path";
import { nulList } from "../../git/process/nul-list.ts";
import type { Clone } from "../gate/clone.ts";
import { hooksRunIn, isGatePlace, placeOf } from "../gate/hooks-path.ts";
import { hole, type WeakSpot } from "./weak-spot.ts";

/** Those of the clone's own configuration that lead to another hooks folder, and stand behind its core.hooksPath: the last one counts. */
export function conditionalIncludes(clone: Clone): readonly WeakSpot[] {
  const config = join(clone.commonDir, "config");
  const what = ["config", "--file", config, "-z", "--no-includes", "--type=path"];
  const entries = nulList(
    clone.git(...what, "--get-regexp", String.raw`^(core\.hookspath|includeif\..*\.path)$`).stdout,
  ).map((entry) => ({
    key: entry.slice(0, entry.indexOf("\n")),
    value: entry.slice(entry.indexOf("\n") + 1),
  }));
  const own = entries.findLastIndex(({ key }) => key === "core.hookspath");
  return entries.slice(own + 1).flatMap(({ key, value }) => {
    const file = resolve(dirname(config), value);
    const set = clone.git(
      "config",
      "--file",
      file,
      "-z",
      "--includes",
      "--type=path",
      "--get-all",
      "core.hooksPath",
    );
    const path = nulList(set.stdout).at(-1);
    if (path === undefined || isGatePlace(clone, { place: placeOf(hooksRunIn(clone), path) })) return [];
    const condition = key.slice("includeif.".length, -".path".length);
    const says = `core.hooksPath points elsewhere where ${condition} holds: ${path}`;
    return [hole("hooks-path-conditional", says, `take the setting out of ${file}`)];
  });
}
