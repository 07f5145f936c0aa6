// What Git tells pre-push and pre-receive on standard input.
import { err, ok, type Result } from "../../base/result.ts";
import type { ObjectId } from "../../model/change.ts";
import { type Failure, failure } from "../../model/failure.ts";

/** One ref that a push sets; an id is undefined where the ref is not there (Git writes zeros). */
export interface RefUpdate {
  /** What was named on the command line; may hold spaces. `(delete)` for a deletion, empty where it is not known. */
  readonly localRef: string;
  readonly newId: ObjectId | undefined;
  readonly remoteRef: string;
  readonly oldId: ObjectId | undefined;
}

/** Lines `<local ref> <local id> <remote ref> <remote id>`, read from the right. No line at all is not an update. */
export function parsePushLines(input: string): Result<readonly RefUpdate[], Failure> {
  return parseLines(
    input,
    /^(?:(.*) )?([0-9a-f]{40,64}) (\S+) ([0-9a-f]{40,64})$/,
    ([, localRef, newId, remoteRef, oldId]) => ({
      localRef: localRef ?? "",
      newId: idOf(newId),
      remoteRef: remoteRef ?? "",
      oldId: idOf(oldId),
    }),
  );
}

/** Lines `<old id> <new id> <ref>` of pre-receive and post-receive. */
export function parseReceiveLines(input: string): Result<readonly RefUpdate[], Failure> {
  return parseLines(input, /^([0-9a-f]{40,64}) ([0-9a-f]{40,64}) (\S+)$/, ([, oldId, newId, ref]) => ({
    localRef: "",
    newId: idOf(newId),
    remoteRef: ref ?? "",
    oldId: idOf(oldId),
  }));
}

function parseLines(
  input: string,
  form: RegExp,
  read: (fields: RegExpExecArray) => RefUpdate,
): Result<readonly RefUpdate[], Failure> {
  const updates: RefUpdate[] = [];
  for (const line of input.split("\n")) {
    if (line === "") continue;
    const fields = form.exec(line);
    if (fields === null)
      return err(
        failure(
          "bad-push-line",
          `the hook was given a line that Git does not write: ${JSON.stringify(line)}`,
          "run it as a hook of Git, by: git push",
        ),
      );
    updates.push(read(fields));
  }
  return ok(updates);
}

function idOf(text: string | undefined): ObjectId | undefined {
  return text === undefined || /^0+$/.test(text) ? undefined : text;
}
