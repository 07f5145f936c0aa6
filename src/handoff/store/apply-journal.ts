// The transaction of `spec apply`. New contents are written to temporary files beside their targets; then one file, the journal, says what is
// to be renamed to what. From the moment it is written the work is done: whoever comes next finishes it. It says in which folder it was
// written and which files it means, as the system knows them, so that one that arrived by a clone or a copy moves nothing.

import { isRecord, type JsonRecord, type JsonValue, prettyJson, readJson } from "../../json/value.ts";
import { CannotLook, failure } from "../../model/failure.ts";
import { safePath } from "../../protocol/safe-path.ts";
import { Folder } from "../../system/folder.ts";
import { isTemporary } from "../../system/temporary-file.ts";
import { textDigest } from "./apply-plan.ts";
import { readAt } from "./delivery.ts";
import { LIMITS } from "./limits.ts";
import { textIn } from "./request-folder.ts";

const JOURNAL = "apply.journal";
const INTENT = "apply.intent";

interface JournalStep {
  readonly file: string;
  readonly temporary: string;
  /** What the system knows the temporary file by. */
  readonly identity: string;
  readonly before: string;
  readonly after: string;
}

interface Journal {
  readonly root: string;
  /** What the system knows the folder by that it was written in. */
  readonly place: string;
  readonly steps: readonly JournalStep[];
  readonly applied: string;
}

export interface Write {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

/** Carries out all `writes` below `target`, and puts `applied` into the request's `applied.json`; all of it or nothing. */
export function transact(
  request: Folder,
  state: Folder,
  target: { readonly root: string; readonly folder: Folder },
  writes: readonly Write[],
  applied: JsonRecord,
): void {
  const steps: JournalStep[] = [];
  const rollBack = () => {
    for (const { file, temporary } of steps)
      atTarget(target.folder, file, (folder) => folder.remove(temporary));
    state.remove(INTENT);
  };
  try {
    state.replace(
      INTENT,
      Buffer.from(
        prettyJson({ root: target.root, place: state.identity(), files: writes.map(({ file }) => file) }),
      ),
    );
    for (const { file, before, after } of writes) {
      const made = atTarget(target.folder, file, (folder, own) => {
        const temporary = folder.writeTemporary(Buffer.from(after), folder.modeOf(own));
        return { temporary, identity: folder.identityOf(temporary) ?? "" };
      });
      steps.push({ file, ...made, before: textDigest(before), after: textDigest(after) });
    }
    for (const { file, before } of writes) unchanged(target.folder, file, before);
    const journal = {
      root: target.root,
      place: state.identity(),
      steps: steps.map((step) => ({ ...step })),
      applied: prettyJson(applied),
    };
    state.replace(JOURNAL, Buffer.from(prettyJson(journal)));
  } catch (error) {
    rollBack();
    throw error;
  }
  finish(request, state);
}

/** Completes or clears what an apply that was killed has left. True when there was something to complete. */
export function recover(request: Folder, state: Folder): boolean {
  const isPending = state.kindOf(JOURNAL) !== undefined;
  if (isPending) finish(request, state);
  else clearIntent(state);
  return isPending;
}

/** Whether an apply of this request was cut short and waits for its end. */
export function isCutShort(state: Folder): boolean {
  return state.kindOf(JOURNAL) !== undefined;
}

function finish(request: Folder, state: Folder): void {
  const journal = readJournal(state);
  const done = Folder.use(journal.root, (root) => {
    for (const step of journal.steps) finishStep(root, step);
    return true;
  });
  if (done === undefined)
    throw new CannotLook(
      failure("no-folder", `${journal.root} is gone`, "bring it back and run the command again"),
    );
  request.replace("applied.json", Buffer.from(journal.applied));
  state.remove(INTENT);
  state.remove(JOURNAL);
  state.sync();
}

function finishStep(root: Folder, { file, temporary, identity, before, after }: JournalStep): void {
  atTarget(root, file, (folder, name) => {
    const now = textDigest(textIn(folder, name, LIMITS.target) ?? "");
    const isMade = folder.kindOf(temporary) === "file" && folder.identityOf(temporary) === identity;
    if (!isMade && now === after) return;
    if (isMade && (now === before || now === after)) {
      folder.adopt(temporary, name);
      return;
    }
    const where = `${root.path}/${file}`;
    const next = `put back its earlier text, or take the new one from ${temporary} beside it; then run the command again`;
    throw new CannotLook(
      failure("conflict", `${where} was changed while its patch was being applied`, next, where),
    );
  });
}

/** Killed before the journal was written: nothing has changed, only temporary files are left. */
function clearIntent(state: Folder): void {
  const text = textIn(state, INTENT, LIMITS.request);
  if (text === undefined) return;
  const json = readJson(text);
  const { root, files, place } = json.ok && isRecord(json.value) ? json.value : {};
  if (place === state.identity() && typeof root === "string" && Array.isArray(files)) {
    Folder.use(root, (folder) => {
      for (const file of files)
        if (typeof file === "string") atTarget(folder, file, (inner) => inner.sweep());
    });
  }
  state.remove(INTENT);
}

function readJournal(state: Folder): Journal {
  const json = readJson(textIn(state, JOURNAL, LIMITS.target * 2) ?? "");
  if (json.ok && isRecord(json.value)) {
    const { root, place, steps, applied } = json.value;
    if (typeof root === "string" && typeof applied === "string" && Array.isArray(steps)) {
      const read = steps.flatMap(stepOf);
      // A step that can't be read would leave its target as it was, and the request would count as applied.
      if (read.length === steps.length) return { root, place: ownPlace(state, place), steps: read, applied };
    }
  }
  const where = `${state.path}/${JOURNAL}`;
  throw new CannotLook(
    failure("bad-journal", `${where} cannot be read`, "remove it, and check the targets by hand", where),
  );
}

/** What came from elsewhere says nothing about this repository. */
function ownPlace(state: Folder, place: JsonValue | undefined): string {
  if (place === state.identity()) return place;
  const where = `${state.path}/${JOURNAL}`;
  const next = "remove it, and check the targets if you brought it here yourself, from a backup for example";
  throw new CannotLook(
    failure("foreign-journal", `${where} was not written here, and nothing of it was done`, next, where),
  );
}

function stepOf(value: JsonValue): JournalStep[] {
  if (!isRecord(value)) return [];
  const { file, temporary, identity, before, after } = value;
  if (typeof file !== "string" || typeof temporary !== "string" || !isTemporary(temporary)) return [];
  if (typeof before !== "string" || typeof after !== "string" || typeof identity !== "string") return [];
  return [{ file, temporary, identity, before, after }];
}

function unchanged(root: Folder, file: string, before: string): void {
  const read = readAt(root, file.split("/"), LIMITS.target);
  if (read.kind === "file" && read.bytes.equals(Buffer.from(before))) return;
  throw new CannotLook(failure("conflict", `${file} was changed meanwhile`, "run the command again", file));
}

function atTarget<T>(root: Folder, file: string, work: (folder: Folder, name: string) => T): T {
  const path = safePath(file, "the target");
  const segments = path.ok ? path.value : [];
  const name = segments.at(-1);
  const done: { value: T } | undefined =
    name === undefined
      ? undefined
      : root.descend(segments.slice(0, -1), false, (folder) => ({ value: work(folder, name) }));
  if (done !== undefined) return done.value;
  throw new CannotLook(failure("missing", `${root.path}/${file} is not there`, "check the target"));
}
