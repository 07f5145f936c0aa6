import type { ByteText } from "../../base/byte-text.ts";
import type { FoldedTexts } from "./text-functions.ts";

/** What the names of all files begin with while nobody knows what lies above the repository: `require` finds it at its roots. */
export const ABOVE = "AboveAllRoots0";

/** What a name with that beginning leads to. */
export function belowAll(texts: FoldedTexts): FoldedTexts {
  return texts.map((each) =>
    each.text.startsWith(ABOVE) && /[./\\]/.test(each.text.charAt(ABOVE.length))
      ? { ...each, text: each.text.slice(ABOVE.length + 1) as ByteText }
      : each,
  );
}

/** The name that a file is required by: `...` at its top level is that. */
export interface LoadedAs {
  readonly name: ByteText;
  /** What those functions of Lua that a commit does not look into make of texts; undefined for others. */
  call(name: string, given: readonly FoldedTexts[]): FoldedTexts | undefined;
}
