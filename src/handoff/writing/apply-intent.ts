// Which targets `spec apply` is about to write next to: if it is killed before its journal is there it has changed nothing, and the temporary files
// that it left in other folders are found again.
import { isRecord, prettyJson, readJson } from "../../json/value.ts";
import { Folder } from "../../system/folder.ts";
import { LIMITS } from "../store/limits.ts";
import { textIn } from "../store/request-folder.ts";

const INTENT = "apply.intent";

export function markIntent(state: Folder, root: string, ways: readonly (readonly string[])[]): void {
  state.replace(INTENT, Buffer.from(prettyJson({ root, place: state.identity(), folders: ways })));
}

/** Removes what lies beside the targets, and the mark itself. */
export function clearIntent(state: Folder): void {
  const text = textIn(state, INTENT, LIMITS.target);
  if (text === undefined) return;
  const json = readJson(text);
  const { root, folders, place } = json.ok && isRecord(json.value) ? json.value : {};
  if (place === state.identity() && typeof root === "string" && Array.isArray(folders)) {
    Folder.use(root, (target) => {
      for (const way of folders)
        if (Array.isArray(way)) target.descend(way.map(String), false, (folder) => folder.sweep("ended"));
    });
  }
  state.remove(INTENT);
}

export function isIntended(state: Folder): boolean {
  return state.kindOf(INTENT) !== undefined;
}
