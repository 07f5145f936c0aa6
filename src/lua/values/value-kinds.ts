// What kind a value is, as far as the text alone tells: metamethods may make anything of an operator, so only what is
// made of plain values is certain.
import { argumentsOf, isCall } from "../scopes/chains.ts";
import type { Binding, Chain, FunctionBody, Scopes, ValueSource } from "../scopes/scopes.ts";
import type { BinaryExpression, Call, Expression, ReturnStatement } from "../syntax/ast.ts";
import { blockEnd } from "../syntax/block-end.ts";
import { OwnFunctions } from "./own-functions.ts";
import type { ValueTracing } from "./value-tracing.ts";

export type Kind = "nil" | "boolean" | "number" | "string" | "function" | "table";
/** Every kind that a value may have. */
export type Kinds = ReadonlySet<Kind | "unknown">;

const UNKNOWN: Kinds = new Set(["unknown"]);
const only = (kind: Kind): Kinds => new Set([kind]);
const [NIL, BOOLEAN, NUMBER, STRING, FUNCTION, TABLE] = (
  ["nil", "boolean", "number", "string", "function", "table"] as const
).map(only) as [Kinds, Kinds, Kinds, Kinds, Kinds, Kinds];
const COMPARISONS: ReadonlySet<string> = new Set(["==", "~=", "<", "<=", ">", ">="]);
/** Deeper than anybody nests: then nothing is known. */
const DEEPEST = 50;
/** More than anybody writes about one value, so that no input makes the work more than linear. */
const MOST_STEPS = 1000;

/** What functions of Lua give first, for those that give the same kind whatever they are given. */
const RESULTS: ReadonlyMap<string, Kinds> = new Map([
  ...["tostring", "type", "table.concat", "os.getenv", "os.tmpname"].map((name) => [name, STRING] as const),
  ...["char", "format", "lower", "rep", "reverse", "sub", "upper", "dump", "gsub"].map(
    (name) => [`string.${name}`, STRING] as const,
  ),
  ...[
    "abs",
    "ceil",
    "cos",
    "exp",
    "floor",
    "fmod",
    "huge",
    "log",
    "max",
    "min",
    "random",
    "sin",
    "sqrt",
    "tan",
  ].map((name) => [`math.${name}`, NUMBER] as const),
  ...["string.len", "rawlen", "os.time", "os.clock", "os.difftime", "utf8.len"].map(
    (name) => [name, NUMBER] as const,
  ),
  ...["rawequal"].map((name) => [name, BOOLEAN] as const),
  ["table.pack", TABLE],
  ["debug.getinfo", TABLE],
]);

/** Functions of Lua that return their first argument. */
const HANDS_ON: ReadonlySet<string> = new Set(["assert", "rawset", "setmetatable"]);

export class ValueKinds {
  readonly #scopes: Scopes;
  readonly #tracing: ValueTracing;
  readonly #own: OwnFunctions;
  /** What is being looked at: it may lead back to itself. */
  readonly #open = new Set<Binding | FunctionBody>();
  #depth = 0;
  #steps = 0;

  constructor(scopes: Scopes, tracing: ValueTracing) {
    this.#scopes = scopes;
    this.#tracing = tracing;
    this.#own = new OwnFunctions(scopes, tracing);
  }

  of(expression: Expression): Kinds {
    return this.#within(() => this.#of(expression));
  }

  /** For several values that a variable may get. */
  ofSources(sources: readonly ValueSource[]): Kinds {
    if (sources.length === 0) return NIL;
    return joined(
      sources.map(({ expression, result }) =>
        result === 0 ? this.of(expression) : this.#within(() => this.#ofResult(expression, result)),
      ),
    );
  }

  #within(work: () => Kinds): Kinds {
    if (this.#depth === 0) this.#steps = 0;
    if (this.#depth === DEEPEST || this.#steps === MOST_STEPS) return UNKNOWN;
    this.#steps++;
    this.#depth++;
    const kinds = work();
    this.#depth--;
    return kinds;
  }

  /** What is reached through itself is not known. */
  #once(what: Binding | FunctionBody, work: () => Kinds): Kinds {
    if (this.#open.has(what)) return UNKNOWN;
    this.#open.add(what);
    const kinds = work();
    this.#open.delete(what);
    return kinds;
  }

  #of(expression: Expression): Kinds {
    switch (expression.type) {
      case "NilLiteral":
        return NIL;
      case "BooleanLiteral":
        return BOOLEAN;
      case "NumericLiteral":
        return NUMBER;
      case "StringLiteral":
        return STRING;
      case "FunctionDeclaration":
        return FUNCTION;
      case "TableConstructorExpression":
        return TABLE;
      case "UnaryExpression":
        if (expression.operator === "not") return BOOLEAN;
        return expression.operator === "#" || this.#isPlain(expression.argument) ? NUMBER : UNKNOWN;
      case "BinaryExpression":
        return this.#ofOperator(expression);
      case "LogicalExpression": {
        const right = this.of(expression.right);
        if (expression.operator === "and") return right;
        const left = [...this.of(expression.left)].filter((kind) => kind !== "nil");
        return new Set([...left, ...right]);
      }
      case "VarargLiteral":
        return UNKNOWN;
      default:
        return this.#ofChain(expression);
    }
  }

  #ofOperator({ operator, left, right }: BinaryExpression): Kinds {
    if (COMPARISONS.has(operator)) return BOOLEAN;
    if (!this.#isPlain(left) || !this.#isPlain(right)) return UNKNOWN;
    return operator === ".." ? STRING : NUMBER;
  }

  #isPlain(operand: Expression): boolean {
    return [...this.of(operand)].every((kind) => kind === "number" || kind === "string");
  }

  #ofChain(expression: Expression): Kinds {
    const chain = this.#scopes.chainOf(expression);
    if (chain === undefined) return UNKNOWN;
    if (chain.steps.length === 0 && chain.binding !== undefined) return this.#ofLocal(chain.binding);
    const last = chain.steps.at(-1);
    if (last !== undefined && isCall(last)) return this.#ofCall(chain, last);
    const traces = this.#tracing.trace(chain);
    const found = traces.map(({ origin, rest }): Kinds => {
      if (rest < chain.steps.length || origin.kind === "local") return UNKNOWN;
      if (origin.kind === "function") return FUNCTION;
      if (origin.kind === "table" && origin.path.length === 0) return TABLE;
      const isNumber =
        origin.kind === "global" && /^math\.(?:pi|huge|maxinteger|mininteger)$/.test(origin.path.join("."));
      return isNumber ? NUMBER : UNKNOWN;
    });
    return found.length === 0 ? UNKNOWN : joined(found);
  }

  #ofCall(chain: Chain, call: Call): Kinds {
    const at = chain.steps.length - 1;
    const [trace] = this.#tracing.trace(chain, at);
    if (trace?.rest !== at || trace.origin.kind !== "global") return this.#ofOwnCall(chain, at, 0);
    const name = trace.origin.path.join(".");
    const [first] = argumentsOf(call);
    if (HANDS_ON.has(name) && first !== undefined) return this.of(first);
    if (name === "select") return this.#ofSelected(argumentsOf(call));
    return RESULTS.get(name) ?? UNKNOWN;
  }

  /** `select(2, "a", {})` */
  #ofSelected([first, ...given]: readonly Expression[]): Kinds {
    const selected = first?.type === "NumericLiteral" ? given[first.value - 1] : undefined;
    return selected === undefined ? UNKNOWN : this.of(selected);
  }

  /** `local ok, list = pcall(read)`, `local name, list = read()` */
  #ofResult(expression: Expression, result: number): Kinds {
    const chain = this.#scopes.chainOf(expression);
    const last = chain?.steps.at(-1);
    if (chain === undefined || last === undefined || !isCall(last)) return UNKNOWN;
    const at = chain.steps.length - 1;
    const [trace] = this.#tracing.trace(chain, at);
    if (trace?.rest !== at || trace.origin.kind !== "global") return this.#ofOwnCall(chain, at, result);
    const [run] = argumentsOf(last);
    const body = trace.origin.path.join(".") === "pcall" && run ? this.#own.given(run) : undefined;
    // A text if it ends in an error.
    return body === undefined ? UNKNOWN : joined([this.#ofBody(body, result - 1), UNKNOWN]);
  }

  #ofOwnCall(chain: Chain, at: number, result: number): Kinds {
    const { root, steps } = chain;
    const body =
      root.type === "FunctionDeclaration" && steps.length === 1
        ? this.#scopes.bodies.find(({ node }) => node === root)
        : this.#own.calledBy(chain, at);
    return body === undefined ? UNKNOWN : this.#ofBody(body, result);
  }

  /** What a function of the file gives. */
  #ofBody(body: FunctionBody, result: number): Kinds {
    return this.#once(body, () => {
      const returns = this.#scopes.returnsOf(body.node);
      const each = returns.map((statement) => this.#ofReturn(statement, result));
      const end = blockEnd(body.node.body);
      if (end !== "never") each.push(end === "surely" ? NIL : UNKNOWN);
      return ofSeveral(each);
    });
  }

  #ofReturn({ arguments: given }: ReturnStatement, result: number): Kinds {
    const last = given.at(-1);
    if (last === undefined) return NIL;
    const own = given[result];
    if (own !== undefined) return this.of(own);
    return isCall(last) || last.type === "VarargLiteral" ? UNKNOWN : NIL;
  }

  #ofLocal(binding: Binding): Kinds {
    if (binding.kind !== "local") return UNKNOWN;
    return this.#once(binding, () => {
      const each = binding.sources.map((source) => this.ofSources([source]));
      return each.length === 0 ? NIL : ofSeveral(each);
    });
  }
}

/** Which of several values it is depends on the way: a table is reported only if it is one on each. */
function ofSeveral(each: readonly Kinds[]): Kinds {
  const given = each.filter((kinds) => kinds !== NIL);
  const isMixed = given.length > 1 && !given.every((kinds) => kinds.has("table"));
  return joined(isMixed ? [...each.map(withoutTable), UNKNOWN] : each);
}

function withoutTable(kinds: Kinds): Kinds {
  return new Set([...kinds].filter((kind) => kind !== "table"));
}

function joined(all: readonly Kinds[]): Kinds {
  return new Set(all.flatMap((kinds) => [...kinds]));
}
