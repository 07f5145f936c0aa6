// Where values come from: a chain is followed from its root through locals, fields of tables, `require`, `pcall(require, …)`,
// `setmetatable` and `assert` as far as names go, and names as far as they can be worked out. What comes from further away is
// `local`: all that is known is the variable that holds it.
import type { ByteText } from "../../base/byte-text.ts";
import type { LuaVersion } from "../../model/lua-version.ts";
import { isCall } from "../scopes/chains.ts";
import type { Binding, Chain, Scopes, ValueSource } from "../scopes/scopes.ts";
import type { Call, Expression } from "../syntax/ast.ts";
import { CallResults } from "./call-results.ts";
import { ChainFollowing } from "./chain-following.ts";
import { Folding } from "./folding.ts";
import { environmentsGiven } from "./given-environments.ts";
import { belowAll, type LoadedAs } from "./loaded-as.ts";
import { type Origin, pathOf, type RequireCall } from "./origin.ts";
import { isPlainChain, mayReachAll } from "./plain-chains.ts";
import { TableContents } from "./table-contents.ts";
import type { FoldedTexts } from "./text-functions.ts";
import type { Trace, Tracer } from "./tracer.ts";

const NOWHERE: readonly ByteText[] = [];
/** Bounds that no sensible code reaches, so that no input makes the work more than linear. */
const MOST_ALIASES_IN_A_ROW = 50;
const MOST_ORIGINS_OF_A_LOCAL = 16;
const MOST_OPERANDS = 64;

export class ValueTracing implements Tracer {
  readonly contents: TableContents;
  readonly folding: Folding;
  readonly #scopes: Scopes;
  readonly #loaded: LoadedAs | undefined;
  readonly #results: CallResults;
  readonly #known = new Map<Binding, readonly Origin[]>();
  readonly #following: ChainFollowing;
  #depth = 0;
  #mayReachAll: boolean | undefined;
  #isComplete = false;

  constructor(text: ByteText, version: LuaVersion, scopes: Scopes, loaded?: LoadedAs) {
    this.#scopes = scopes;
    this.#loaded = loaded;
    this.contents = new TableContents(text, scopes);
    this.folding = new Folding(scopes, this, this.contents, loaded);
    this.#results = new CallResults(this, version);
    this.#following = new ChainFollowing(scopes, this, this.#results);
  }

  /** Whether the table of globals, or `require`, may be what any name of the file stands for. */
  get mayReachAll(): boolean {
    this.#mayReachAll ??= mayReachAll(this.#scopes);
    return this.#mayReachAll;
  }

  /** In source order; complete because every chain that may lead to one is traced here. */
  requireCalls(): readonly RequireCall[] {
    if (!this.#isComplete) {
      const { mayReachAll } = this;
      const { chains } = this.#scopes;
      for (let at = 0; at < chains.length; at++) {
        const chain = chains[at] as Chain;
        if (chain.steps.length > 0 && (mayReachAll ? !isPlainChain(chain) : isByName(chain)))
          this.trace(chain);
      }
      this.#isComplete = true;
    }
    return this.#results.requireCalls();
  }

  /** Every name that may be passed to it; none for what is not text. */
  moduleNames({ call, argument }: RequireCall): FoldedTexts {
    if (call.type === "MemberExpression") return [{ text: call.identifier.name as ByteText, isWhole: true }];
    const texts = argument === undefined ? [] : this.folding.texts(argument);
    return this.#loaded === undefined ? texts : belowAll(texts);
  }

  moduleName(call: RequireCall): ByteText | undefined {
    const [only, ...others] = this.moduleNames(call);
    return only?.isWhole === true && others.length === 0 ? only.text : undefined;
  }

  trace(chain: Chain, limit = chain.steps.length): readonly Trace[] {
    return this.#following.trace(chain, limit);
  }

  /**
   * What `t` of a chain that begins with `t[k]` may be; undefined for any other chain. What else it is about is often settled by that, and `k` is
   * worked out only where it is not.
   */
  indexedIn(chain: Chain): readonly Origin[] | undefined {
    const step = chain.steps[0];
    if (step?.type !== "IndexExpression" || step.index.type === "StringLiteral") return undefined;
    return this.trace(chain, 0).map(({ origin }) => origin);
  }

  /** A table of the file that holds nothing by a name: whatever it is looked into by, that leads no further. */
  holdsNoNames(origin: Origin): boolean {
    return origin.kind === "table" && origin.path.length === 0 && !this.contents.holdsNames(origin.node);
  }

  heldIn(origin: Origin, name: ByteText): Origin | undefined {
    return this.#following.heldIn(origin, name);
  }

  names(expression: Expression): FoldedTexts {
    return this.folding.names(expression);
  }

  deeper<T>(work: () => T, otherwise: T): T {
    if (this.#depth >= MOST_ALIASES_IN_A_ROW) return otherwise;
    this.#depth++;
    const made = work();
    this.#depth--;
    return made;
  }

  /** The global function that the chain calls first, under whatever name: `setmetatable(…)`, `_G.setmetatable(…)`. */
  calledGlobal(chain: Chain): CalledGlobal | undefined {
    const { root, binding, env, steps } = chain;
    const at = isCall(steps[0]) ? 0 : isCall(steps[1]) && this.#mayBeGlobals(chain) ? 1 : -1;
    if (at === -1 || root.type !== "Identifier") return undefined;
    // Certain by the steps above.
    const call = steps[at] as Call;
    if (at === 0 && binding === undefined && env === undefined) return { name: root.name, call };
    const trace = this.trace(chain, at)[0];
    const isGlobal = trace?.rest === at && trace.origin.kind === "global" && trace.origin.path.length === 1;
    return isGlobal ? { name: pathOf(trace.origin)[0] ?? "", call } : undefined;
  }

  #mayBeGlobals({ root, binding }: Chain): boolean {
    if (binding === undefined)
      return root.type === "Identifier" && (root.name === "_G" || root.name === "_ENV");
    const [origin] = binding.sources.length === 0 ? [] : this.ofBinding(binding);
    return origin?.kind === "global"
      ? origin.path.length === 0
      : origin?.kind === "table" && !origin.isOnSelf;
  }

  ofBinding(binding: Binding): readonly Origin[] {
    return this.#known.get(binding) ?? this.#follow(binding);
  }

  #follow(binding: Binding): readonly Origin[] {
    const itself: readonly Origin[] = [{ kind: "local", binding, path: NOWHERE, isOnSelf: false }];
    if (this.#depth >= MOST_ALIASES_IN_A_ROW) return itself;
    const isEnvironment = binding.kind === "parameter" && binding.name === "_ENV";
    this.#known.set(binding, itself);
    if (binding.sources.length === 0 && !isEnvironment) return itself;
    const found = this.deeper(() => {
      const given = isEnvironment ? environmentsGiven(binding, this.#scopes) : [];
      return [
        ...given.flatMap((expression) => this.ofExpression(expression)),
        ...binding.sources.flatMap((source) => this.#ofSource(source, binding)),
      ];
    }, []);
    // A parameter that is assigned to may still hold what it was given.
    if (binding.kind === "parameter" && binding.sources.length > 0 && found.length > 0) found.push(...itself);
    const origins = found.length === 0 ? itself : found.slice(0, MOST_ORIGINS_OF_A_LOCAL);
    this.#known.set(binding, origins);
    return origins;
  }

  ofExpression(expression: Expression): readonly Origin[] {
    if (expression.type !== "LogicalExpression") return this.#ofOne(expression);
    const found: Origin[] = [];
    const waiting: Expression[] = [expression];
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
    return chain === undefined ? [] : originsAt(chain.steps.length, this.trace(chain));
  }

  #ofSource({ expression, result }: ValueSource, binding: Binding): readonly Origin[] {
    if (binding.kind === "self") return this.#ofSelf(expression);
    return result > 0 ? this.#ofFurtherResult(expression, result) : this.ofExpression(expression);
  }

  /** For `function a.b:c()`, what `a.b` is. */
  #ofSelf(method: Expression): readonly Origin[] {
    const chain = this.#scopes.chainOf(method);
    if (chain === undefined) return [];
    const last = chain.steps.length - 1;
    return originsAt(last, this.trace(chain, last)).map((origin) =>
      "isOnSelf" in origin ? { ...origin, isOnSelf: true } : origin,
    );
  }

  /** `local ok, m = pcall(require, 'm')` */
  #ofFurtherResult(expression: Expression, result: number): readonly Origin[] {
    const chain = this.#scopes.chainOf(expression);
    if (chain === undefined || !isCall(expression)) return [];
    this.trace(chain);
    const call = this.#results.requireCallAt(expression);
    return call?.isProtected && !call.isLookup && result === call.depth ? [this.#results.moduleOf(call)] : [];
  }
}

/** Of those ways that lead as far. */
function originsAt(end: number, traces: readonly Trace[]): readonly Origin[] {
  const only = traces.length === 1 ? traces[0] : undefined;
  if (only !== undefined) return only.rest === end ? [only.origin] : [];
  return traces.flatMap(({ origin, rest }) => (rest === end ? [origin] : []));
}

/** `require "x"`, `pcall(require, "x")` */
function isByName({ root }: Chain): boolean {
  return (
    root.type === "Identifier" && (root.name === "require" || root.name === "pcall" || root.name === "xpcall")
  );
}

export interface CalledGlobal {
  readonly name: string;
  readonly call: Call;
}
