// The lines that a change adds to a text, where Git can't tell: Git takes a text with a NUL for binary, and ends a line only at LF, while to Lua a NUL is a character like any other and a CR ends a line too.

import type { LineChange, ObjectId } from "../../model/change.ts";
import type { Objects } from "../objects/objects.ts";
import { addedLines } from "./added-lines.ts";

/** The lines are counted as Lua counts them; one that stands in one of `before` is not new, whatever its white space. */
export async function ownLines(
  objects: Objects,
  before: readonly ObjectId[],
  after: ObjectId,
): Promise<LineChange> {
  const [text = "", ...others] = await Promise.all([after, ...before].map((id) => textOf(objects, id)));
  return addedLines(others, text, true);
}

async function textOf(objects: Objects, id: ObjectId): Promise<string> {
  const { bytes } = await objects.get(id);
  return (bytes ?? Buffer.alloc(0)).toString("latin1");
}
