// A chain is followed from its root, step by step: by names as far as they can be worked out, and through calls that pass on what
// they are given.
import type { ByteText } from "../../base/byte-text.ts";
import { isCall } from "../scopes/chains.ts";
import type { Chain, Scopes, Step } from "../scopes/scopes.ts";
import type { Expression, IndexExpression, TableConstructorExpression } from "../syntax/ast.ts";
import { lookedIn } from "../syntax/index-functions.ts";
import type { CallResults } from "./call-results.ts";
import { type Origin, pathOf, withField } from "./origin.ts";
import { standardNames } from "./standard-names.ts";
import type { FoldedTexts } from "./text-functions.ts";
import type { Trace, Tracer } from "./tracer.ts";

const NOWHERE: readonly ByteText[] = [];
const NO_NAMES: FoldedTexts = [];
const GLOBALS: Origin = { kind: "global", path: NOWHERE };
/** Longer than in any sensible code, so that no input makes the work more than linear. */
const LONGEST_PATH = 16;
/** From this many steps on, a chain is followed once for all of them. */
const LONG_WAY = 32;

export class ChainFollowing {
  readonly #scopes: Scopes;
  readonly #tracing: Tracer;
  readonly #results: CallResults;
  readonly #held = new Map<Expression, Origin | undefined>();
  readonly #traces = new Map<Chain, readonly Trace[]>();
  readonly #waysOf = new Map<Chain, readonly (readonly Trace[])[]>();

  constructor(scopes: Scopes, tracing: Tracer, results: CallResults) {
    this.#scopes = scopes;
    this.#tracing = tracing;
    this.#results = results;
  }

  /** Several if the root or a name may be several things; none if nothing is known about the root. */
  trace(chain: Chain, limit: number): readonly Trace[] {
    if (limit < chain.steps.length && limit > LONG_WAY)
      return this.#ways(chain).map((way) => way[limit] ?? (way.at(-1) as Trace));
    if (limit < chain.steps.length) return this.#traced(chain, limit);
    const known = this.#traces.get(chain);
    if (known !== undefined) return known;
    const traces = this.#traced(chain, limit);
    this.#traces.set(chain, traces);
    return traces;
  }

  #traced(chain: Chain, limit: number): readonly Trace[] {
    const roots = this.#roots(chain);
    return roots.length === 1
      ? this.#follow(chain, atRoot(roots[0] as Origin), limit)
      : roots.flatMap((origin) => this.#follow(chain, atRoot(origin), limit));
  }

  /** What each root leads to after no step, after one, and so on: a long chain is asked about at each of its steps. */
  #ways(chain: Chain): readonly (readonly Trace[])[] {
    const known = this.#waysOf.get(chain);
    if (known !== undefined) return known;
    const ways = this.#roots(chain).map((origin) => {
      const way: Trace[] = [];
      way.push(...this.#follow(chain, atRoot(origin), chain.steps.length, (trace) => way.push(trace)));
      return way;
    });
    this.#waysOf.set(chain, ways);
    return ways;
  }

  #roots(chain: Chain): readonly Origin[] {
    const { root, binding, env, steps, role } = chain;
    if (binding !== undefined) return this.#tracing.ofBinding(binding);
    if (root.type === "LogicalExpression" || root.type === "TableConstructorExpression")
      return this.#tracing.ofExpression(root);
    if (root.type !== "Identifier") return [];
    const name = root.name as ByteText;
    if (env === undefined)
      return [{ kind: "global", path: name === "_G" || name === "_ENV" ? NOWHERE : [name] }];
    const isSet = role.kind === "target" && steps.length === 0;
    return this.#tracing.ofBinding(env).map((origin) => {
      if (isSet) return withField(origin, name);
      // An environment that comes from elsewhere is assumed to have the globals.
      const isUnknown = origin.kind === "local" && origin.path.length === 0 && origin.binding === env;
      return isUnknown
        ? { kind: "global", path: [name] }
        : (this.heldIn(origin, name) ??
            withField(this.#behind(origin, name) ?? this.#found(origin, name) ?? origin, name));
    });
  }

  /** `onWay` sees what has been reached before each step; then a name that may be several ends the way. */
  #follow(chain: Chain, from: Trace, limit: number, onWay?: (trace: Trace) => void): readonly Trace[] {
    let { origin, rest, first, inherited } = from;
    for (; rest < limit; rest++) {
      onWay?.({ origin, rest, first, inherited });
      const step = chain.steps[rest] as Step;
      if (isCall(step)) {
        const result = this.#results.of(step, origin, chain);
        if (result === undefined && this.#results.isVersionOf(step, origin)) continue;
        if (result === undefined) break;
        origin = result;
        inherited = pathOf(result).length;
        first = -1;
        continue;
      }
      if (origin.kind === "function") break;
      const names = step.type === "MemberExpression" ? NO_NAMES : this.#namesOf(step, origin);
      const only = step.type === "MemberExpression" ? (step.identifier.name as ByteText) : onlyNameOf(names);
      if (only === undefined) {
        const loaded = this.#results.loaded(step, origin, chain);
        if (loaded !== undefined) {
          origin = loaded;
          inherited = 0;
          first = -1;
          continue;
        }
        const isFork = onWay === undefined && from.rest === 0 && names.some(({ isWhole }) => isWhole);
        if (!isFork) break;
        const here = { origin, rest, first, inherited };
        const forks = names.flatMap(({ text, isWhole }) => {
          const next = isWhole ? this.#selected(here, text, chain) : undefined;
          return next === undefined ? [here] : this.#follow(chain, next, limit);
        });
        return [...forks.filter((fork) => fork !== here), ...(forks.includes(here) ? [here] : [])];
      }
      const next = this.#selected({ origin, rest, first, inherited }, only, chain);
      if (next === undefined) break;
      ({ origin, first, inherited } = next);
    }
    return [{ origin, rest, first, inherited }];
  }

  /** The names that an index may be; for what comes from elsewhere only a name that is written out says something. */
  #namesOf(step: IndexExpression, origin: Origin): FoldedTexts {
    if (origin.kind === "local" && step.index.type !== "StringLiteral") return [];
    return this.#tracing.names(step.index);
  }

  /** One step on, by a field; undefined if no name is followed any further. */
  #selected({ origin, rest, first, inherited }: Trace, name: ByteText, chain: Chain): Trace | undefined {
    if (pathOf(origin).length === LONGEST_PATH) return undefined;
    const isSet = chain.role.kind === "target" && rest === chain.steps.length - 1;
    const step = chain.steps[rest] as Step;
    const held = isSet ? undefined : (this.#results.loaded(step, origin, chain) ?? this.heldIn(origin, name));
    if (held !== undefined)
      return { origin: held, rest: rest + 1, first: -1, inherited: pathOf(held).length };
    const behind = isSet ? undefined : this.#behind(origin, name);
    if (behind !== undefined)
      return {
        origin: withField(behind, name),
        rest: rest + 1,
        first: rest,
        inherited: pathOf(behind).length,
      };
    const next = withField(origin, name);
    return { origin: next, rest: rest + 1, first: first === -1 && next !== origin ? rest : first, inherited };
  }

  /** What a field of a table holds: `{ api = reaper }`. */
  heldIn(origin: Origin, name: ByteText): Origin | undefined {
    if (origin.kind !== "table" || origin.path.length > 0) return undefined;
    const values = this.#tracing.contents.valuesOf(origin.node, name);
    const held = values[0] === undefined || values.length > 1 ? undefined : this.#one(values[0]);
    return held?.kind === "local" ? undefined : held;
  }

  /** Where a table looks a field up that it does not have: `{ __index = _G }`. */
  #behind(origin: Origin, name: ByteText): Origin | undefined {
    if (origin.kind !== "table" || origin.path.length > 0) return undefined;
    if (this.#tracing.contents.valuesOf(origin.node, name).length > 0) return undefined;
    return this.#indexesOf(origin.node)
      .flatMap((index) =>
        index.kind === "function" ? (lookedIn(index.node) ?? []).map((each) => this.#tableOf(each)) : [index],
      )
      .find((through) => through?.kind === "global" || through?.kind === "module");
  }

  /** An environment whose function finds what it lacks, nobody knows how, is assumed to find what Lua has. */
  #found(origin: Origin, name: ByteText): Origin | undefined {
    if (origin.kind !== "table" || origin.path.length > 0 || !isOfLua(name)) return undefined;
    if (this.#tracing.contents.valuesOf(origin.node, name).length > 0) return undefined;
    return this.#indexesOf(origin.node).some(
      (index) => index.kind === "function" && lookedIn(index.node) === undefined,
    )
      ? GLOBALS
      : undefined;
  }

  #indexesOf(table: TableConstructorExpression): readonly Origin[] {
    return this.#tracing.contents.metafields(table, "__index").flatMap((index) => this.#one(index) ?? []);
  }

  /** `_G` of `_G[k]`. */
  #tableOf(lookup: Expression): Origin | undefined {
    const chain = lookup.type === "IndexExpression" ? this.#scopes.chainOf(lookup) : undefined;
    if (chain === undefined) return this.#one(lookup);
    const at = chain.steps.length - 1;
    const followed = () => this.trace(chain, at).flatMap(({ origin, rest }) => (rest === at ? [origin] : []));
    return this.#one(lookup, followed);
  }

  #one(expression: Expression, originsOf = () => this.#tracing.ofExpression(expression)): Origin | undefined {
    const known = this.#held.get(expression);
    if (known !== undefined || this.#held.has(expression)) return known;
    this.#held.set(expression, undefined);
    const found = this.#tracing.deeper(originsOf, []);
    const one = found.length === 1 ? found[0] : undefined;
    this.#held.set(expression, one);
    return one;
  }
}

function onlyNameOf(names: FoldedTexts): ByteText | undefined {
  const [only] = names;
  return names.length === 1 && only?.isWhole === true ? only.text : undefined;
}

function isOfLua(name: ByteText): boolean {
  return standardNames("5.4").has(name) || standardNames("luajit").has(name);
}

function atRoot(origin: Origin): Trace {
  return { origin, rest: 0, first: -1, inherited: pathOf(origin).length };
}
