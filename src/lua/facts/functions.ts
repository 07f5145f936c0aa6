import type { ByteRange } from "../../base/position.ts";
import type { Scopes } from "../scopes/scopes.ts";
import { byteRange } from "../syntax/ranges.ts";
import { type Signature, signatureOf } from "./signatures.ts";

/** A function that is written in a file. */
export interface LuaFunction {
  /** As `LuaSource.scopeAt` names it. */
  readonly name: string;
  readonly signature: Signature;
  /** From `function` to `end`; with `local` where the statement begins with it. */
  readonly range: ByteRange;
}

export function functionsOf(scopes: Scopes): readonly LuaFunction[] {
  return scopes.bodies.flatMap(({ node, name }) =>
    node.type === "Chunk"
      ? []
      : [{ name, signature: signatureOf(node, scopes), range: byteRange(node.range) }],
  );
}
