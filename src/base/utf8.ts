// Whether bytes are a text, decided in one place for policies, requests, messages and patches.
import { isUtf8 } from "node:buffer";
import { err, ok, type Result } from "./result.ts";

/** Why bytes are not text: broken characters would otherwise be replaced, and written back as something else. */
export type NotText = "not-utf8" | "utf-16";

/** A byte order mark of UTF-8 stays the first character of the text: whoever prints the text again loses nothing. */
export function decodeUtf8(bytes: Buffer): Result<string, NotText> {
  const pair = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  if (pair === 0xfffe || pair === 0xfeff) return err("utf-16");
  return isUtf8(bytes) ? ok(bytes.toString("utf8")) : err("not-utf8");
}

export const BYTE_ORDER_MARK = "\ufeff";
