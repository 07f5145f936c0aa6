import type { ByteRange } from "../../base/position.ts";
import type { NodeRange } from "./ast.ts";

export function byteRange([start, end]: NodeRange): ByteRange {
  return { start, end };
}
