import type { ByteText } from "../../base/byte-text.ts";
import type { ByteRange } from "../../base/position.ts";
import type { Chain } from "../scopes/scopes.ts";
import { lookedIn } from "../syntax/index-functions.ts";
import { byteRange } from "../syntax/ranges.ts";
import type { Reading } from "../values/reading.ts";

/** A name that a function of the environment finds in a place that nobody can tell: `local _ENV = setmetatable({}, { __index = function … end })`. */
export interface LookedUpName {
  readonly name: ByteText;
  readonly range: ByteRange;
  readonly scope: string;
}

export function lookedUpNames(reading: Reading): readonly LookedUpName[] {
  return reading.scopes.chains.flatMap((chain) => {
    const { root, steps, role, body } = chain;
    if (root.type !== "Identifier" || root.name === "_ENV") return [];
    if ((steps.length === 0 && role.kind === "target") || !isLookedUp(chain, root.name as ByteText, reading))
      return [];
    return [{ name: root.name as ByteText, range: byteRange(root.range), scope: body.name }];
  });
}

function isLookedUp({ binding, env }: Chain, name: ByteText, { tracing }: Reading): boolean {
  if (binding !== undefined || env === undefined) return false;
  const { contents } = tracing;
  return tracing.ofBinding(env).some((origin) => {
    if (origin.kind !== "table" || origin.path.length > 0) return false;
    if (contents.valuesOf(origin.node, name).length > 0) return false;
    return contents
      .metafields(origin.node, "__index")
      .flatMap((index) => tracing.ofExpression(index))
      .some((index) => index.kind === "function" && lookedIn(index.node) === undefined);
  });
}
