// Where values come from: a chain is followed from its root through locals, `require`, `pcall(require, …)`, `setmetatable` and
// `assert` as far as names go. What comes from further away is `local`: known by the variable that holds it, no more.
import type { ByteText } from "../../base/byte-text.ts";
import { argumentsOf, isCall } from "../scopes/chains.ts";
import type { Binding, Chain, Scopes, Step, ValueSource } from "../scopes/scopes.ts";
import type { Call, Expression, TableConstructorExpression } from "../syntax/ast.ts";
import { fieldName, type Origin, pathOf, type RequireCall, withField } from "./origin.ts";
import { fieldKey } from "./table-fields.ts";
import { isVersionCall } from "./version-call.ts";

/** What a chain comes to. */
export interface Trace {
  readonly origin: Origin;
  /** The first step that names could not follow; the number of steps when all were. */
  readonly rest: number;
  /** The step that added the first name to the path that the root did not bring along. */
  readonly first: number;
  /** How many names of the path the root brought along. */
  readonly inherited: number;
}

const NOWHERE: readonly ByteText[] = [];
/** Bounds that no sensible code meets, so that no input makes the work more than linear. */
const MOST_ALIASES_IN_A_ROW = 50;
const MOST_ORIGINS_OF_A_LOCAL = 16;
const LONGEST_PATH = 16;
const MOST_OPERANDS = 64;
/** From so many steps on a chain is followed once for all of them. */
const LONG_WAY = 32;

export class ValueTracing {
  readonly #scopes: Scopes;
  readonly #known = new Map<Binding, readonly Origin[]>();
  readonly #requireCalls = new Map<Call, RequireCall>();
  readonly #traces = new Map<Chain, readonly Trace[]>();
  readonly #waysOf = new Map<Chain, readonly (readonly Trace[])[]>();
  readonly #fields = new Map<TableConstructorExpression, ReadonlyMap<ByteText | undefined, Expression>>();
  #depth = 0;

  constructor(scopes: Scopes) {
    this.#scopes = scopes;
  }

  /** In source order; complete because every chain is traced here. */
  requireCalls(): readonly RequireCall[] {
    for (const chain of this.#scopes.chains) if (chain.steps.length > 0) this.trace(chain);
    return [...this.#requireCalls.values()].sort((a, b) => a.chain.range[0] - b.chain.range[0]);
  }

  /** Several when the root may hold several things; none when nothing is known of the root. */
  trace(chain: Chain, limit = chain.steps.length): readonly Trace[] {
    if (limit < chain.steps.length && limit > LONG_WAY)
      return this.#ways(chain).map((way) => way[limit] ?? (way.at(-1) as Trace));
    if (limit < chain.steps.length)
      return this.#roots(chain).map((origin) => this.#follow(chain, origin, limit));
    const known = this.#traces.get(chain);
    if (known !== undefined) return known;
    const traces = this.#roots(chain).map((origin) => this.#follow(chain, origin, limit));
    this.#traces.set(chain, traces);
    return traces;
  }

  /** What each root comes to after no step, after one, and so on: a long chain is asked about at each of its steps. */
  #ways(chain: Chain): readonly (readonly Trace[])[] {
    const known = this.#waysOf.get(chain);
    if (known !== undefined) return known;
    const ways = this.#roots(chain).map((origin) => {
      const way: Trace[] = [];
      way.push(this.#follow(chain, origin, chain.steps.length, (trace) => way.push(trace)));
      return way;
    });
    this.#waysOf.set(chain, ways);
    return ways;
  }

  /** The global function that the first step calls, whatever local name it goes by: `setmetatable(…)`. */
  calledGlobal({ root, binding, env, steps }: Chain): string | undefined {
    if (root.type !== "Identifier" || !isCall(steps[0])) return undefined;
    if (binding === undefined) return env === undefined ? root.name : undefined;
    const origin = this.ofBinding(binding)[0];
    return origin?.kind === "global" && origin.path.length === 1 ? origin.path[0] : undefined;
  }

  /** What a local may hold. A local of which nothing is known is its own origin. */
  ofBinding(binding: Binding): readonly Origin[] {
    const known = this.#known.get(binding);
    if (known !== undefined) return known;
    const itself: readonly Origin[] = [{ kind: "local", binding, path: NOWHERE, isOnSelf: false }];
    if (this.#depth >= MOST_ALIASES_IN_A_ROW) return itself;
    this.#known.set(binding, itself);
    if (binding.sources.length === 0) return itself;
    this.#depth++;
    const found = binding.sources.flatMap((source) => this.#ofSource(source, binding));
    this.#depth--;
    const origins = found.length === 0 ? itself : found.slice(0, MOST_ORIGINS_OF_A_LOCAL);
    this.#known.set(binding, origins);
    return origins;
  }

  /** What an expression gives, where that can be followed to its end. Only for one whose value goes somewhere. */
  ofExpression(expression: Expression): readonly Origin[] {
    const found: Origin[] = [];
    const waiting = [expression];
    for (let count = 0; count < MOST_OPERANDS; count++) {
      const next = waiting.pop();
      if (next === undefined) break;
      if (next.type === "LogicalExpression") {
        waiting.push(next.right);
        if (next.operator === "or") waiting.push(next.left);
      } else found.push(...this.#ofOne(next));
    }
    return found;
  }

  #ofOne(expression: Expression): readonly Origin[] {
    if (expression.type === "TableConstructorExpression") {
      return [{ kind: "table", node: expression, path: NOWHERE, isOnSelf: false }];
    }
    if (expression.type === "FunctionDeclaration") return [{ kind: "function", node: expression }];
    const chain = this.#scopes.chainOf(expression);
    if (chain === undefined) return [];
    return this.trace(chain)
      .filter(({ rest }) => rest === chain.steps.length)
      .map(({ origin }) => origin);
  }

  #ofSource({ expression, result }: ValueSource, binding: Binding): readonly Origin[] {
    if (binding.kind === "self") return this.#ofSelf(expression);
    return result > 0 ? this.#ofFurtherResult(expression, result) : this.ofExpression(expression);
  }

  /** Of `function a.b:c()`, what `a.b` is. */
  #ofSelf(method: Expression): readonly Origin[] {
    const chain = this.#scopes.chainOf(method);
    if (chain === undefined) return [];
    const last = chain.steps.length - 1;
    return this.trace(chain, last)
      .filter(({ rest }) => rest === last)
      .map(({ origin }) => ("isOnSelf" in origin ? { ...origin, isOnSelf: true } : origin));
  }

  /** `local ok, m = pcall(require, 'm')` */
  #ofFurtherResult(expression: Expression, result: number): readonly Origin[] {
    const chain = this.#scopes.chainOf(expression);
    if (chain === undefined || result !== 1 || !isCall(expression)) return [];
    this.trace(chain);
    const call = this.#requireCalls.get(expression);
    return call?.isProtected ? [{ kind: "module", call, path: NOWHERE }] : [];
  }

  #roots({ root, binding, env }: Chain): readonly Origin[] {
    if (binding !== undefined) return this.ofBinding(binding);
    if (root.type !== "Identifier") return [];
    const name = root.name as ByteText;
    if (env !== undefined) return this.ofBinding(env).map((origin) => withField(origin, name));
    if (name === "_G" || name === "_ENV") return [{ kind: "global", path: NOWHERE }];
    return [{ kind: "global", path: [name] }];
  }

  /** `onWay` sees what it has come to before each step. */
  #follow(chain: Chain, root: Origin, limit: number, onWay?: (trace: Trace) => void): Trace {
    let origin = root;
    let inherited = pathOf(root).length;
    let first = -1;
    let rest = 0;
    for (; rest < limit; rest++) {
      onWay?.({ origin, rest, first, inherited });
      const step = chain.steps[rest] as Step;
      const name = fieldName(step);
      if (name !== undefined) {
        if (origin.kind === "function" || origin.path.length === LONGEST_PATH) break;
        const held = isTargetStep(chain, rest) ? undefined : this.#heldIn(origin, name);
        const next: Origin = held ?? withField(origin, name);
        if (held !== undefined) {
          inherited = pathOf(held).length;
          first = -1;
        } else if (first === -1 && next !== origin) first = rest;
        origin = next;
        continue;
      }
      const result = isCall(step) ? this.#resultOf(step, origin, chain) : undefined;
      if (result === undefined && isVersionOf(step, origin)) continue;
      if (result === undefined) break;
      origin = result;
      inherited = pathOf(result).length;
      first = -1;
    }
    return { origin, rest, first, inherited };
  }

  /** What a field of a table constructor holds: `{ api = reaper }`. */
  #heldIn(origin: Origin, name: ByteText): Origin | undefined {
    if (origin.kind !== "table" || origin.path.length > 0) return undefined;
    let fields = this.#fields.get(origin.node);
    if (fields === undefined) {
      fields = new Map(origin.node.fields.map((field) => [fieldKey(field), field.value]));
      this.#fields.set(origin.node, fields);
    }
    const value = fields.get(name);
    const held = value === undefined || this.#depth >= MOST_ALIASES_IN_A_ROW ? undefined : this.#one(value);
    return held?.kind === "local" ? undefined : held;
  }

  #one(expression: Expression): Origin | undefined {
    this.#depth++;
    const found = this.ofExpression(expression);
    this.#depth--;
    return found.length === 1 ? found[0] : undefined;
  }

  /** What a call gives, for the few functions of Lua that hand on what they are given. */
  #resultOf(call: Call, callee: Origin, chain: Chain): Origin | undefined {
    if (callee.kind !== "global" || callee.path.length !== 1) return undefined;
    const given = argumentsOf(call);
    switch (callee.path[0] as string) {
      case "require": {
        const required = this.#required(call, chain, given[0], false);
        return { kind: "module", call: required, path: NOWHERE };
      }
      case "pcall":
      case "xpcall":
        if (given[0] !== undefined && this.#isRequire(given[0])) {
          this.#required(call, chain, given[callee.path[0] === "pcall" ? 1 : 2], true);
        }
        return undefined;
      case "setmetatable":
      case "assert":
        return given[0] === undefined ? undefined : this.ofExpression(given[0])[0];
      default:
        return undefined;
    }
  }

  #isRequire(expression: Expression): boolean {
    return this.ofExpression(expression).some(
      (origin) => origin.kind === "global" && origin.path.length === 1 && origin.path[0] === "require",
    );
  }

  #required(call: Call, chain: Chain, argument: Expression | undefined, isProtected: boolean): RequireCall {
    const known = this.#requireCalls.get(call);
    if (known !== undefined) return known;
    const required = { call, chain, argument, isProtected: isProtected || chain.body.isProtected };
    this.#requireCalls.set(call, required);
    return required;
  }
}

/** The last step of a target is set, not read. */
function isTargetStep({ role, steps }: Chain, at: number): boolean {
  return role.kind === "target" && at === steps.length - 1;
}

/** A module that is asked for a version of itself gives that. */
function isVersionOf(step: Step, origin: Origin): boolean {
  return origin.kind === "module" && origin.path.length === 0 && isVersionCall(step, origin.call.call);
}
