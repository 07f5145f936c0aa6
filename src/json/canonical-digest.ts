import { createHash } from "node:crypto";
import { ok, type Result } from "../base/result.ts";
import { canonicalJson, type NotCanonical } from "./canonical.ts";
import type { JsonValue } from "./value.ts";

/** SHA-256 of the canonical form in UTF-8, as 64 hex digits. */
export function canonicalDigest(value: JsonValue): Result<string, NotCanonical> {
  const text = canonicalJson(value);
  return text.ok ? ok(createHash("sha256").update(text.value, "utf8").digest("hex")) : text;
}
