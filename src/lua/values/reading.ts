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
  return new LuaReading(text, version, scopes, loaded);
}

class LuaReading implements Reading {
  readonly text: ByteText;
  readonly version: LuaVersion;
  readonly scopes: Scopes;
  readonly tracing: ValueTracing;
  readonly kinds: ValueKinds;
  #execution: TopLevelExecution | undefined;

  constructor(text: ByteText, version: LuaVersion, scopes: Scopes, loaded: LoadedAs | undefined) {
    this.text = text;
    this.version = version;
    this.scopes = scopes;
    this.tracing = new ValueTracing(text, version, scopes, loaded);
    this.kinds = new ValueKinds(scopes, this.tracing);
  }

  get execution(): TopLevelExecution {
    this.#execution ??= new TopLevelExecution(this.scopes, this.tracing);
    return this.#execution;
  }
}
