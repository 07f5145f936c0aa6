import type { ByteText } from "../base/byte-text.ts";
import { Origins } from "./origins.ts";
import type { Scopes } from "./scopes.ts";

/** What every fact is read from. */
export interface Reading {
  readonly text: ByteText;
  readonly scopes: Scopes;
  readonly origins: Origins;
}

export function readingOf(text: ByteText, scopes: Scopes): Reading {
  return { text, scopes, origins: new Origins(scopes) };
}
