// How several files change as one. New contents are written to temporary files beside their places; then one file, the journal, says what
// has to be renamed to what. From the moment it is written the change counts as made: whoever comes next finishes it. It says in which folder it
// was written and which files it means, as the system knows them, so that one that arrived by a clone or a copy moves nothing.

import { isRecord, type JsonValue, prettyJson, readJson } from "../../json/value.ts";
import { CannotLook, failure } from "../../model/failure.ts";
import { Folder } from "../../system/folder.ts";
import { isTemporary } from "../../system/temporary-file.ts";
import { LIMITS } from "../store/limits.ts";
import { textIn } from "../store/request-folder.ts";
import type { Stage } from "./stage.ts";
import { finishStep, type StagedFile, unchanged } from "./step.ts";

/** What was cut short: patches that were being applied, or any other change of a request. */
export type JournalName = "apply.journal" | "change.journal";

interface Part {
  /** The folder that is changed; "" is the request. */
  readonly root: string;
  readonly steps: readonly StagedFile[];
}

/** Carries out all that is staged, or nothing; `root` is there for a folder that is not the request itself. */
export function carryOut(
  request: Folder,
  state: Folder,
  name: JournalName,
  stages: readonly { readonly root?: string; readonly stage: Stage }[],
): void {
  const parts = stages.map(({ root = "", stage }): Part => ({ root, steps: stage.steps }));
  const count = parts.reduce((sum, { steps }) => sum + steps.length, 0);
  if (count === 0) return;
  try {
    for (const { stage } of stages) for (const step of stage.steps) unchanged(stage.folder, step);
    // A single file changes at once anyway.
    if (count > 1) state.replace(name, Buffer.from(prettyJson(journalJson(state, parts))));
  } catch (error) {
    for (const { stage } of stages) stage.drop();
    throw error;
  }
  for (const { stage } of stages) for (const step of stage.steps) finishStep(stage.folder, step);
  request.sync();
  if (count > 1) clear(state, name);
}

/** Completes what a command that was killed has left; says whether there was anything. */
export function finishCutShort(request: Folder, state: Folder, name: JournalName): boolean {
  if (!isCutShort(state, name)) return false;
  for (const { root, steps } of partsIn(state, name)) {
    const finish = (folder: Folder) => {
      for (const step of steps) finishStep(folder, step);
      folder.sync();
      return true;
    };
    const done = root === "" ? finish(request) : Folder.use(root, finish);
    if (done === undefined) {
      const next = "bring it back and run the command again";
      throw new CannotLook(failure("no-folder", `${root} is gone`, next));
    }
  }
  clear(state, name);
  return true;
}

/** Whether a change of a request is not finished. */
export function isCutShort(state: Folder, name: JournalName): boolean {
  return state.kindOf(name) !== undefined;
}

function clear(state: Folder, name: JournalName): void {
  state.remove(name);
  state.sync();
}

function journalJson(state: Folder, parts: readonly Part[]) {
  return {
    place: state.identity(),
    parts: parts.map(({ root, steps }) => ({
      root,
      steps: steps.map(({ way, temporary, before, after }) => ({
        way,
        temporary: temporary === undefined ? null : { ...temporary },
        before: before ?? null,
        after: after ?? null,
      })),
    })),
  };
}

function partsIn(state: Folder, name: JournalName): readonly Part[] {
  const where = `${state.path}/${name}`;
  const json = readJson(textIn(state, name, LIMITS.target) ?? "");
  const { place, parts } = json.ok && isRecord(json.value) ? json.value : {};
  if (place !== undefined && place !== state.identity()) {
    const next =
      "remove it, and check the targets if you brought it here yourself, from a backup for example";
    throw new CannotLook(
      failure("foreign-journal", `${where} was not written here, and nothing of it was done`, next, where),
    );
  }
  const read = Array.isArray(parts) ? parts.flatMap(partOf) : [];
  // A step that can't be read would leave its file as it was, and the change would count as made.
  if (place !== undefined && Array.isArray(parts) && read.length === parts.length) return read;
  const next = "put back its earlier targets and remove it";
  throw new CannotLook(failure("bad-journal", `${where} cannot be read`, next, where));
}

function partOf(value: JsonValue): Part[] {
  if (!isRecord(value) || typeof value["root"] !== "string" || !Array.isArray(value["steps"])) return [];
  const steps = value["steps"].flatMap(stepOf);
  return steps.length === value["steps"].length ? [{ root: value["root"], steps }] : [];
}

function stepOf(value: JsonValue): StagedFile[] {
  if (!isRecord(value)) return [];
  const { way, temporary, before, after } = value;
  if (!Array.isArray(way) || way.length === 0 || !way.every(isName)) return [];
  if (!isDigestOrNull(before) || !isDigestOrNull(after)) return [];
  const ends = { way: way.map(String), before: before ?? undefined, after: after ?? undefined };
  if (temporary === null) return [{ ...ends, temporary: undefined }];
  const { name, identity } = isRecord(temporary) ? temporary : {};
  if (typeof name !== "string" || !isTemporary(name) || !isName(name)) return [];
  return typeof identity === "string" ? [{ ...ends, temporary: { name, identity } }] : [];
}

function isName(name: JsonValue): boolean {
  return typeof name === "string" && !/^\.{0,2}$|[/\0]/.test(name);
}

function isDigestOrNull(value: JsonValue | undefined): value is string | null {
  return value === null || typeof value === "string";
}
