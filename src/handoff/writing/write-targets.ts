import { type JsonRecord, prettyJson } from "../../json/value.ts";
import type { Folder } from "../../system/folder.ts";
import { sha256 } from "../store/digest.ts";
import { clearIntent, markIntent } from "./apply-intent.ts";
import { carryOut } from "./journal.ts";
import { Stage } from "./stage.ts";

export interface Write {
  /** From the folder that is the target. */
  readonly way: readonly string[];
  readonly before: string;
  readonly after: string;
}

/** Carries out all `writes` below `target`, and puts `applied` into the request's `applied.json`; all of it or nothing. */
export function writeTargets(
  request: Folder,
  state: Folder,
  target: { readonly root: string; readonly folder: Folder },
  writes: readonly Write[],
  applied: JsonRecord,
): void {
  const targets = new Stage(target.folder);
  const own = new Stage(request);
  try {
    markIntent(
      state,
      target.root,
      writes.map(({ way }) => way.slice(0, -1)),
    );
    for (const { way, before, after } of writes) targets.replace(way, Buffer.from(after), sha256(before));
    own.replace(["applied.json"], Buffer.from(prettyJson(applied)));
  } catch (error) {
    targets.drop();
    own.drop();
    clearIntent(state);
    throw error;
  }
  carryOut(request, state, "apply.journal", [{ root: target.root, stage: targets }, { stage: own }]);
  clearIntent(state);
}
