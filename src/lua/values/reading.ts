import type { ByteText } from "../../base/byte-text.ts";
import type { Scopes } from "../scopes/scopes.ts";
import { LoadRun } from "./top-level-execution.ts";
import { Origins } from "./value-tracing.ts";

/** What every fact is read from. */
export interface Reading {
  readonly text: ByteText;
  readonly scopes: Scopes;
  readonly origins: Origins;
  readonly load: LoadRun;
}

export function readingOf(text: ByteText, scopes: Scopes): Reading {
  const origins = new Origins(scopes);
  return { text, scopes, origins, load: new LoadRun(scopes, origins) };
}
