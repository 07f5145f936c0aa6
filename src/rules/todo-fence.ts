import { matchesAny } from "../base/glob.ts";
import { list } from "../base/wording.ts";
import { globs, joined, optionsOf, type ValueOf } from "../model/option.ts";
import { isOwnLua } from "../modules/lua-files.ts";
import { placeIn } from "../rule/place-in.ts";
import type { FileRule } from "../rule/rule.ts";

const options = optionsOf({
  allow: joined("add", globs("Globs of the files that may hold a TODO.").byDefault(["**/app/**"])),
});

type TodoFenceOptions = ValueOf<typeof options>;

/**
 * What is left to do stands in the layer that puts things together (playbook, "Common tasks", scaffold: TODOs allowed in `app/*` only).
 * It does not apply to a repository without a layer of that name.
 */
export const todoFence: FileRule<TodoFenceOptions> = {
  id: "todo-fence",
  kind: "file",
  summary: "a TODO belongs only in the app layer",
  options,
  covers: (path, project, { allow }) =>
    project.features.layers.includes("app") && !matchesAny(allow, path) && isOwnLua(path, project),
  *inspect(file, { options: { allow } }) {
    if (!file.text.includes("TODO")) return;
    for (const { start, end } of file.lua.comments) {
      for (const { index } of file.text.slice(start, end).matchAll(/\bTODO\b/g)) {
        const at = start + index;
        yield {
          place: placeIn(file, { start: at, end: at + "TODO".length }),
          message: "a TODO outside the app layer",
          hint: `do it now, or leave it where it may stand: ${list([...allow], "or")}`,
        };
      }
    }
  },
};
