// Commit and tag objects, read from their bytes.
import type { CommitMessage, ObjectId } from "../../model/change.ts";
import { commitMessage } from "../message/message.ts";

export interface Commit {
  readonly tree: ObjectId;
  readonly parents: readonly ObjectId[];
  readonly message: CommitMessage;
}

export function parseCommit(bytes: Buffer): Commit {
  const end = bytes.indexOf("\n\n");
  const headers = bytes.toString("latin1", 0, end < 0 ? bytes.length : end).split("\n");
  const valuesOf = (name: string) =>
    headers.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1));
  const text = end < 0 ? "" : decode(bytes.subarray(end + 2), valuesOf("encoding")[0]);
  return { tree: valuesOf("tree")[0] ?? "", parents: valuesOf("parent"), message: commitMessage(text) };
}

/** What a tag names: `object` is its id, `type` what it is. */
export function parseTag(bytes: Buffer): { readonly object: ObjectId; readonly type: string } {
  const [, object = "", type = ""] = /^object ([0-9a-f]+)\ntype (\w+)\n/.exec(bytes.toString("latin1")) ?? [];
  return { object, type };
}

/** A message in an encoding that is not known here is read byte by byte. */
function decode(bytes: Buffer, encoding: string | undefined): string {
  if (encoding === undefined) return bytes.toString("utf8");
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch {
    return bytes.toString("latin1");
  }
}
