import { encodeText, readable } from "../base/byte-text.ts";
import { dotted } from "../base/dotted.ts";
import type { Project } from "../model/project.ts";
import { isBelow } from "../modules/is-below.ts";
import { isOwnLua } from "../modules/lua-files.ts";
import { NO_OPTIONS, type NoOptions } from "../rule/no-options.ts";
import { placeIn } from "../rule/place-in.ts";
import type { FileRule } from "../rule/rule.ts";

/** No new require of a namespace that the library no longer uses (playbook, "Proof-greps": block old namespace). */
export const retiredNamespace: FileRule<NoOptions> = {
  id: "retired-namespace",
  kind: "file",
  summary: "nothing requires a namespace that is retired",
  options: NO_OPTIONS,
  covers: (path, project) => project.namespace.retired.length > 0 && isOwnLua(path, project),
  *inspect(file, { project }) {
    for (const require of file.lua.requires) {
      const name = require.kind === "static" ? require.name : require.start;
      const retired = project.namespace.retired.find((namespace) => isBelow(name, namespace));
      if (retired === undefined) continue;
      const range = require.kind === "static" ? require.nameRange : require.range;
      const rest = require.kind === "static" ? "" : "…";
      yield {
        place: placeIn(file, range),
        message: `requires ${readable(name)}${rest}; the namespace ${retired} is retired`,
        ...successor(name, retired, rest, project),
        anchor: { scope: require.scope, code: `require ${dotted(name)}` },
      };
    }
  },
};

function successor(name: string, retired: string, more: string, { namespace }: Project): { hint?: string } {
  if (namespace.canonical === "") return {};
  const rest = dotted(name).slice(encodeText(retired).length);
  return { hint: `require "${namespace.canonical}${readable(rest)}${more}"` };
}
