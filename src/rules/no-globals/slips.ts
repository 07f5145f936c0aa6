// Names that are tested, `if nmae then`, and are one slip away from one that exists.
import { nearest } from "../../base/nearest.ts";
import { standardNames } from "../../lua/values/standard-names.ts";
import { LUA_VERSIONS } from "../../model/lua-version.ts";

/** Any shorter one is near to some other. */
const SHORTEST = 4;
/** In a name this short only two letters that changed places are a slip: `love` is not a `move`. */
const SHORT = 4;

const ANY_LUA: ReadonlySet<string> = new Set(LUA_VERSIONS.flatMap((version) => [...standardNames(version)]));

/** Which of `others` was meant by `name`; undefined if it is not a slip of one. */
export function slipOf(name: string, others: readonly string[]): string | undefined {
  if (name.length < SHORTEST || ANY_LUA.has(name)) return undefined;
  return nearest(
    name,
    others.filter((other) => mayBeMeant(name, other)),
  );
}

/** A name that differs in case, digits, underscores or a plural is a different name on purpose: `DEBUG`, `_TEST`, `unpack2`. */
function mayBeMeant(name: string, other: string): boolean {
  if (core(name) === core(other) || other.startsWith(name) || name.startsWith(other)) return false;
  if (Math.abs(name.length - other.length) > 1 || name[0] !== other[0]) return false;
  return name.length > SHORT ? other.length >= SHORT : lettersOf(name) === lettersOf(other);
}

function core(name: string): string {
  return name.toLowerCase().replaceAll(/[\d_]|s$/g, "");
}

function lettersOf(name: string): string {
  return [...name].sort().join("");
}
