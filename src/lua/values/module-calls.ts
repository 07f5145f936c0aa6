// `module(...)` and `setfenv(1, M)` of 5.1 and LuaJIT: what a file calls to make its globals fields of its module.

import type { ByteRange } from "../../base/position.ts";
import type { LuaVersion } from "../../model/lua-version.ts";
import { argumentsOf } from "../scopes/chains.ts";
import type { Chain } from "../scopes/scopes.ts";
import { byteRange } from "../syntax/ranges.ts";
import type { Reading } from "./reading.ts";

export function hasModuleCalls(version: LuaVersion): boolean {
  return version === "5.1" || version === "5.2" || version === "luajit";
}

/** The functions themselves. */
export function namesModule(path: readonly string[], version: LuaVersion): boolean {
  const [name] = path;
  if (path.length !== 1 || !hasModuleCalls(version)) return false;
  return name === "module" || (name === "setfenv" && version !== "5.2");
}

/** The first such call at top level. */
export function moduleCallOf({ scopes, tracing, version }: Reading): ByteRange | undefined {
  if (!hasModuleCalls(version)) return undefined;
  const [chunk] = scopes.bodies;
  for (let index = 0; index < scopes.chains.length; index++) {
    const chain = scopes.chains[index] as Chain;
    if (chain.body !== chunk || chain.steps.length === 0) continue;
    const called = tracing.calledGlobal(chain);
    if (called === undefined || !namesModule([called.name], version)) continue;
    const [level] = argumentsOf(called.call);
    const isOfChunk = called.name === "module" || (level?.type === "NumericLiteral" && level.value === 1);
    if (isOfChunk) return byteRange(chain.range);
  }
  return undefined;
}
