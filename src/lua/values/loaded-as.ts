import type { ByteText } from "../../base/byte-text.ts";
import type { FoldedTexts } from "./text-functions.ts";

/** The name that a file is required by: `...` at its top level is that. */
export interface LoadedAs {
  readonly name: ByteText;
  /** What functions of Lua make of texts that a commit does not look into; undefined for others. */
  call(name: string, given: readonly FoldedTexts[]): FoldedTexts | undefined;
}
