import type { ByteText } from "../base/byte-text.ts";
import { replaceRanges } from "../base/replace-ranges.ts";
import { LuaSource } from "../lua/source.ts";
import type { LuaVersion } from "../model/lua-version.ts";
import type { Edit } from "./edit.ts";

/** Leaves out every edit after which the text does not read as it was meant to. */
export function settle(
  text: ByteText,
  version: LuaVersion,
  edits: readonly Edit[],
): { kept: readonly Edit[]; refused: readonly Edit[]; after: ByteText } {
  let kept = edits;
  for (;;) {
    const after = replaceRanges(text, kept);
    const source = new LuaSource(after, version);
    const good = source.syntax.ok ? kept.filter((edit) => edit.holds(source)) : [];
    if (good.length === kept.length)
      return { kept, refused: edits.filter((edit) => !kept.includes(edit)), after };
    kept = good;
  }
}
