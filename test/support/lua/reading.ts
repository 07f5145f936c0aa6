import { encodeText, readable } from "../../../src/base/byte-text.ts";
import type { ByteRange } from "../../../src/base/position.ts";
import { LuaSource } from "../../../src/lua/source.ts";

export function lua(text: string): LuaSource {
  return new LuaSource(encodeText(text));
}

/** What stands in a range: two ranges that are off by one read differently. */
export function slice(source: LuaSource, { start, end }: ByteRange): string {
  return readable(source.text.slice(start, end));
}
