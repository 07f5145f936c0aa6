import { readable } from "../../base/byte-text.ts";
import type { SourceFile } from "../../modules/source-file.ts";

/** A file's text; what is no UTF-8 reads with marks in it that no JSON has outside its strings. */
export function textOf(file: SourceFile | undefined): string | undefined {
  return file === undefined ? undefined : readable(file.text);
}
