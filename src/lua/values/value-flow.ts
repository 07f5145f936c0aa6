// One local followed through a function, statement by statement: what it may hold wherever it is read.
import { isCall, sourceAt } from "../scopes/chains.ts";
import type { Binding, FunctionBody, Scopes, ValueSource } from "../scopes/scopes.ts";
import type {
  Expression,
  ForGenericStatement,
  ForNumericStatement,
  IfStatement,
  NodeRange,
  RepeatStatement,
  Statement,
  WhileStatement,
} from "../syntax/ast.ts";
import { givenThat, type HeldValue, type HeldValues, joined, whatever } from "./held-values.ts";

/** Deeper than anybody nests `and` and `or`. */
const DEEPEST = 50;

export interface Piece {
  readonly range: NodeRange;
  readonly state: HeldValues;
}

export interface Assigned {
  readonly range: NodeRange;
  readonly source: ValueSource | undefined;
  readonly body: FunctionBody;
}

type Loop = WhileStatement | RepeatStatement | ForNumericStatement | ForGenericStatement;

/** Nothing if the end is never reached. */
type Way = HeldValues | undefined;

export class ValueFlow {
  readonly pieces: Piece[] = [];
  left: number;
  readonly #binding: Binding;
  readonly #scopes: Scopes;
  readonly #assigned: readonly Assigned[];
  /** What holds at the breaks of each loop around. */
  readonly #breaks: Way[] = [];
  #isTold = true;

  constructor(binding: Binding, scopes: Scopes, assigned: readonly Assigned[], left: number) {
    this.#binding = binding;
    this.#scopes = scopes;
    this.#assigned = assigned;
    this.left = left;
  }

  /** Whether the way through it could be followed. */
  run(body: readonly Statement[], start: HeldValues): boolean {
    this.#block(body, start);
    return this.#isTold;
  }

  #block(body: readonly Statement[], start: Way): Way {
    let state = start;
    for (const statement of body) {
      if (state === undefined || this.left-- <= 0) {
        this.#isTold &&= this.left > 0;
        return undefined;
      }
      state = this.#after(statement, state);
    }
    return state;
  }

  #after(statement: Statement, state: HeldValues): Way {
    switch (statement.type) {
      case "LocalStatement":
        this.#read(statement.init, state);
        return this.#declared(statement.variables, statement.init, state);
      case "AssignmentStatement":
        this.#read(statement.variables, state);
        this.#read(statement.init, state);
        return this.#set(statement.variables, statement.init, state);
      case "FunctionDeclaration": {
        const { identifier } = statement;
        const isSet = statement.isLocal
          ? identifier?.range[0] === this.#binding.range[0]
          : identifier !== null && this.#isMeant(identifier);
        return isSet ? [whatever({ expression: statement, result: 0 })] : state;
      }
      case "CallStatement":
        this.#read([statement.expression], state);
        return this.#neverReturns(statement.expression) ? undefined : state;
      case "ReturnStatement":
        this.#read(statement.arguments, state);
        return undefined;
      case "DoStatement":
        return this.#block(statement.body, state);
      case "IfStatement":
        return this.#choice(statement, state);
      case "BreakStatement":
        this.#breaks.push(joined(this.#breaks.pop(), state));
        return undefined;
      case "GotoStatement":
      case "LabelStatement":
        this.#isTold = false;
        return undefined;
      default:
        return this.#loop(statement, state);
    }
  }

  #choice({ clauses }: IfStatement, state: HeldValues): Way {
    let rest: Way = state;
    let end: Way;
    for (const clause of clauses) {
      if (rest === undefined) break;
      if (clause.type === "ElseClause") return joined(end, this.#block(clause.body, rest));
      this.#read([clause.condition], rest);
      end = joined(end, this.#block(clause.body, this.#given(clause.condition, true, rest)));
      rest = this.#given(clause.condition, false, rest);
    }
    return joined(end, rest);
  }

  #loop(statement: Loop, before: HeldValues): Way {
    const [start, end] = statement.range;
    const inside = this.#assigned.filter(({ range }) => start <= range[0] && range[1] <= end);
    // In each turn but the first it may hold what an earlier one gave it.
    const state =
      joined(
        before,
        inside.map(({ source }) => whatever(source)),
      ) ?? before;
    this.#breaks.push(undefined);
    const after = this.#turn(statement, before, state);
    return joined(after, this.#breaks.pop());
  }

  #turn(statement: Loop, before: HeldValues, state: HeldValues): Way {
    switch (statement.type) {
      case "WhileStatement":
        this.#read([statement.condition], state);
        this.#block(statement.body, this.#given(statement.condition, true, state));
        return this.#given(statement.condition, false, state);
      case "RepeatStatement": {
        const end = this.#block(statement.body, state);
        if (end === undefined) return undefined;
        this.#read([statement.condition], end);
        return this.#given(statement.condition, true, end);
      }
      case "ForNumericStatement": {
        const { variable, start, end, step, body } = statement;
        this.#read(step === null ? [start, end] : [start, end, step], before);
        this.#block(body, this.#drawn([variable], state));
        return state;
      }
      case "ForGenericStatement":
        this.#read(statement.iterators, before);
        this.#block(statement.body, this.#drawn(statement.variables, state));
        return state;
    }
  }

  #drawn(variables: readonly Expression[], state: HeldValues): HeldValues {
    return variables.some(({ range }) => range[0] === this.#binding.range[0]) ? [whatever(undefined)] : state;
  }

  #declared(variables: readonly Expression[], init: readonly Expression[], state: HeldValues): HeldValues {
    const at = variables.findIndex(({ range }) => range[0] === this.#binding.range[0]);
    return at === -1 ? state : held(sourceAt(init, at));
  }

  #set(variables: readonly Expression[], init: readonly Expression[], state: HeldValues): HeldValues {
    const at = variables.findIndex((variable) => this.#isMeant(variable));
    return at === -1 ? state : held(sourceAt(init, at));
  }

  #isMeant(expression: Expression): boolean {
    if (expression.type !== "Identifier") return false;
    return this.#scopes.chainOf(expression)?.binding === this.#binding;
  }

  #given(condition: Expression, isTrue: boolean, state: HeldValues): HeldValues {
    return givenThat(condition, isTrue, state, (each) => this.#isMeant(each));
  }

  #read(expressions: readonly Expression[], state: HeldValues, depth = 0): void {
    for (const each of expressions) {
      if (each.type === "LogicalExpression" && depth < DEEPEST) {
        this.#read([each.left], state, depth + 1);
        this.#read([each.right], this.#given(each.left, each.operator === "and", state), depth + 1);
      } else this.pieces.push({ range: each.range, state });
    }
  }

  #neverReturns(call: Expression): boolean {
    const chain = this.#scopes.chainOf(call);
    const [first, second, ...others] = chain?.steps ?? [];
    if (chain?.root.type !== "Identifier" || chain.binding !== undefined || others.length > 0) return false;
    if (second === undefined) return chain.root.name === "error" && first !== undefined && isCall(first);
    const isExit = first?.type === "MemberExpression" && first.identifier.name === "exit";
    return chain.root.name === "os" && isExit && isCall(second);
  }
}

function held(source: ValueSource | undefined): readonly HeldValue[] {
  return source === undefined ? [] : [whatever(source)];
}
