// Commit and tag objects, read from their bytes.
import type { CommitMessage, ObjectId } from "../../model/change.ts";
import { commitMessage } from "../message/message.ts";

export interface Commit {
  readonly tree: ObjectId;
  readonly parents: readonly ObjectId[];
  readonly message: CommitMessage;
}

/**
 * What Git's own parser reads (commit.c): a parent is a `parent` line right after the `tree` line or another parent. Lines
 * further down name none, whatever they are called.
 */
export function parseCommit(bytes: Buffer): Commit {
  const end = bytes.indexOf("\n\n");
  const headers = bytes.toString("latin1", 0, end < 0 ? bytes.length : end).split("\n");
  const [tree = "", ...others] = headers;
  const behind = others.findIndex((line) => !/^parent [0-9a-f]+$/i.test(line));
  const parents = others.slice(0, behind < 0 ? others.length : behind);
  const encoding = others.find((line) => line.startsWith("encoding "))?.slice("encoding ".length);
  const text = end < 0 ? "" : decode(bytes.subarray(end + 2), encoding);
  return { tree: afterSpace(tree), parents: parents.map(afterSpace), message: commitMessage(text) };
}

function afterSpace(line: string): string {
  return line.slice(line.indexOf(" ") + 1).toLowerCase();
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
