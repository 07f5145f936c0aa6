// Chains that need not be followed, because where they lead is plain to see.
import { argumentsOf, isCall } from "../scopes/chains.ts";
import type { Binding, Chain, Scopes } from "../scopes/scopes.ts";

/** Globals of Lua that pass on what they are given, or through which others can be reached. */
const HANDING_ON: ReadonlySet<string> = new Set([
  "_ENV",
  "_G",
  "assert",
  "getfenv",
  "getmetatable",
  "package",
  "pcall",
  "rawget",
  "rawset",
  "require",
  "setfenv",
  "setmetatable",
  "xpcall",
]);

/**
 * Whether it leads to a global of its own name and to fields of that, or to a local about which nothing is known: to no table or function of the
 * file, to no module, and not to the table of globals.
 */
export function isPlainChain({ root, binding, env }: Chain): boolean {
  if (root.type !== "Identifier" || env !== undefined) return false;
  return binding === undefined ? !HANDING_ON.has(root.name) : isUnknown(binding);
}

/** What a function or a loop is given. */
function isUnknown({ sources, name }: Binding): boolean {
  return sources.length === 0 && name !== "_ENV";
}

/** Whether a file may get hold of the table of globals, or of `require`, other than by the name `require`. */
export function mayReachAll({ chains }: Scopes): boolean {
  return chains.some((chain) => {
    const { root, env } = chain;
    if (env !== undefined) return true;
    return root.type === "Identifier" && (REACHING.has(root.name) || isAlias(chain));
  });
}

const REACHING: ReadonlySet<string> = new Set(["_ENV", "_G", "getfenv", "package", "setfenv"]);

/** Whether `require` goes where it has another name, or gives something that is not a module. */
function isAlias({ root, steps, role }: Chain): boolean {
  if (root.type !== "Identifier" || root.name !== "require") return false;
  const [call] = steps;
  if (call === undefined) return !isProtected(role);
  if (!isCall(call)) return true;
  const [name] = argumentsOf(call);
  return name?.type !== "StringLiteral" || name.value === "_G" || name.value === "package";
}

/** `pcall(require, "x")` */
function isProtected(role: Chain["role"]): boolean {
  if (role.kind !== "argument" || role.index !== 0) return false;
  const { root, steps } = role.chain;
  const [, name] = argumentsOf(role.call);
  if (root.type !== "Identifier" || root.name !== "pcall" || steps[0] !== role.call) return false;
  return name?.type === "StringLiteral" && name.value !== "_G" && name.value !== "package";
}
