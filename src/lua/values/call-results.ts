// What a call gives, for the few functions of Lua that pass on what they are given, and which calls require a module.
import type { ByteText } from "../../base/byte-text.ts";
import type { LuaVersion } from "../../model/lua-version.ts";
import { argumentsOf, isCall } from "../scopes/chains.ts";
import type { Chain, Step } from "../scopes/scopes.ts";
import type { Call, Expression } from "../syntax/ast.ts";
import { protectedRun } from "./callbacks.ts";
import { type Origin, type RequireCall, withField } from "./origin.ts";
import { isLibrary } from "./standard-names.ts";
import type { Tracer } from "./tracer.ts";
import { isVersionCall } from "./version-call.ts";

const NOWHERE: readonly ByteText[] = [];
const GLOBALS: Origin = { kind: "global", path: NOWHERE };

/** Nothing is loaded, so nothing can go wrong. */
const LOOKUP = { isProtected: true, isLookup: true };

const ASKED: ReadonlySet<string> = new Set(["operand", "argument", "index"]);

export class CallResults {
  readonly #tracing: Tracer;
  readonly #version: LuaVersion;
  readonly #requireCalls = new Map<Step, RequireCall>();

  constructor(tracing: Tracer, version: LuaVersion) {
    this.#tracing = tracing;
    this.#version = version;
  }

  /** From the chains that were traced, in source order. */
  requireCalls(): readonly RequireCall[] {
    return [...this.#requireCalls.values()].sort((a, b) => a.chain.range[0] - b.chain.range[0]);
  }

  requireCallAt(step: Step): RequireCall | undefined {
    return this.#requireCalls.get(step);
  }

  of(call: Call, callee: Origin, chain: Chain): Origin | undefined {
    if (callee.kind !== "global" || callee.path.length !== 1) return undefined;
    const given = argumentsOf(call);
    const [first] = given;
    switch (callee.path[0] as string) {
      case "require":
        return this.moduleOf(this.#required(call, chain, first));
      case "pcall":
      case "xpcall":
        this.#requiredBy(callee.path[0] as string, call, chain);
        return undefined;
      case "setmetatable":
      case "assert":
        return first === undefined ? undefined : this.#tracing.ofExpression(first)[0];
      case "getmetatable":
        // All strings share one, and what is set there is set for everybody.
        return first?.type === "StringLiteral" ? { kind: "global", path: ["string" as ByteText] } : undefined;
      case "select":
        return this.#selected(given);
      case "rawget":
        return this.#rawField(call, given, chain);
      case "getfenv":
        return this.#version === "5.1" || this.#version === "luajit" ? GLOBALS : undefined;
      default:
        return undefined;
    }
  }

  /** What was required before: `package.loaded.x`. Asking whether it is there, `if package.loaded.x then`, is not a use of it. */
  loaded(step: Step, table: Origin, chain: Chain): Origin | undefined {
    if (isCall(step) || !isLoadedTable(table)) return undefined;
    const { role, steps } = chain;
    const isLast = step === steps.at(-1);
    if (isLast && role.kind === "target") return undefined;
    const index = step.type === "IndexExpression" ? step.index : undefined;
    if (isLast && (ASKED.has(role.kind) || index?.type === "VarargLiteral")) return undefined;
    return this.moduleOf(this.#required(step, chain, index, LOOKUP));
  }

  /** A library of Lua is the same as the global of its name. */
  moduleOf(call: RequireCall): Origin {
    const name = this.#tracing.moduleName(call);
    if (name === undefined || !isLibrary(name, this.#version)) return { kind: "module", call, path: NOWHERE };
    return name === "_G" ? GLOBALS : { kind: "global", path: [name] };
  }

  /** A module that is asked for a version of itself gives itself. */
  isVersionOf(step: Call, origin: Origin): boolean {
    if (origin.kind !== "module" || origin.path.length > 0) return false;
    const { call } = origin.call;
    return isCall(call) && isVersionCall(step, call);
  }

  /** `select(1, _G)` gives the value at that position. */
  #selected([count, ...values]: readonly Expression[]): Origin | undefined {
    const value = count?.type === "NumericLiteral" ? values[count.value - 1] : undefined;
    return value === undefined ? undefined : this.#tracing.ofExpression(value)[0];
  }

  #rawField(call: Call, [table, key]: readonly Expression[], chain: Chain): Origin | undefined {
    const [origin] = table === undefined ? [] : this.#tracing.ofExpression(table);
    if (origin !== undefined && isLoadedTable(origin) && key !== undefined)
      return this.moduleOf(this.#required(call, chain, key, LOOKUP));
    const name = key === undefined ? undefined : this.#tracing.names(key).find(({ isWhole }) => isWhole);
    if (origin === undefined || origin.kind === "function" || name === undefined) return undefined;
    return this.#tracing.heldIn(origin, name.text) ?? withField(origin, name.text);
  }

  /** `pcall(require, "x")` */
  #requiredBy(protecting: string, call: Call, chain: Chain): void {
    const found = protectedRun(protecting, argumentsOf(call), this.#tracing);
    if (found !== undefined && this.#isRequire(found.run))
      this.#required(call, chain, found.given[0], { isProtected: true, depth: found.depth });
  }

  #isRequire(expression: Expression): boolean {
    return this.#tracing
      .ofExpression(expression)
      .some((origin) => origin.kind === "global" && origin.path.length === 1 && origin.path[0] === "require");
  }

  #required(
    call: Step,
    chain: Chain,
    argument: Expression | undefined,
    { isProtected = chain.body.isProtected, isLookup = false, depth = 0 } = {},
  ): RequireCall {
    const known = this.#requireCalls.get(call);
    if (known !== undefined) return known;
    const required = { call, chain, argument, isProtected, isLookup, depth };
    this.#requireCalls.set(call, required);
    return required;
  }
}

function isLoadedTable(origin: Origin): boolean {
  return origin.kind === "global" && origin.path.length === 2 && origin.path.join(".") === "package.loaded";
}
