import type { Result } from "../../base/result.ts";
import { decodeUtf8, type NotText } from "../../base/utf8.ts";
import type { SourceFile } from "../../modules/source-file.ts";

/** A file's text, if it is text. */
export function textOf(file: SourceFile | undefined): Result<string, NotText> | undefined {
  return file === undefined ? undefined : decodeUtf8(Buffer.from(file.text, "latin1"));
}
