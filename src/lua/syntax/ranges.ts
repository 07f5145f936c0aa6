import type { ByteRange } from "../../base/position.ts";
import type { NodeRange } from "./ast.ts";

export function byteRange(range: NodeRange): ByteRange {
  return { start: range[0], end: range[1] };
}
