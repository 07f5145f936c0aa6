import type { ByteText } from "../../base/byte-text.ts";
import type { LuaVersion } from "../../model/lua-version.ts";
import type { Scopes } from "../scopes/scopes.ts";
import type { LoadedAs } from "./loaded-as.ts";
import { TopLevelExecution } from "./top-level-execution.ts";
import { ValueKinds } from "./value-kinds.ts";
import { ValueTracing } from "./value-tracing.ts";

/** What every fact is read from. */
export interface Reading {
  readonly text: ByteText;
  readonly version: LuaVersion;
  readonly scopes: Scopes;
  readonly tracing: ValueTracing;
  readonly execution: TopLevelExecution;
  readonly kinds: ValueKinds;
}

export function readingOf(text: ByteText, version: LuaVersion, scopes: Scopes, loaded?: LoadedAs): Reading {
  const tracing = new ValueTracing(scopes, version, loaded);
  let execution: TopLevelExecution | undefined;
  return {
    text,
    version,
    scopes,
    tracing,
    get execution() {
      execution ??= new TopLevelExecution(scopes, tracing);
      return execution;
    },
    kinds: new ValueKinds(scopes, tracing),
  };
}
