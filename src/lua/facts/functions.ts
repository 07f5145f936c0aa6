import type { ByteRange } from "../../base/position.ts";
import { byteRange } from "../syntax/ranges.ts";
import type { Reading } from "../values/reading.ts";
import { type Signature, signatureOf } from "./signatures.ts";

/** A function that is written in a file. */
export interface LuaFunction {
  /** As `LuaSource.scopeAt` names it. */
  readonly name: string;
  readonly signature: Signature;
  /** From `function` to `end`; including `local` if the statement begins with it. */
  readonly range: ByteRange;
}

export function functionsOf(reading: Reading): readonly LuaFunction[] {
  return reading.scopes.bodies.flatMap(({ node, name }) =>
    node.type === "Chunk"
      ? []
      : [{ name, signature: signatureOf(node, reading), range: byteRange(node.range) }],
  );
}
