// What the walk makes of a tree: what is bound where, and every chain `a.b[c](d)` with the role that its value plays.
import type {
  Call,
  Chunk,
  Expression,
  FunctionDeclaration,
  IndexableExpression,
  NodeRange,
  ReturnStatement,
  StringLiteral,
  TableConstructorExpression,
  TableField,
} from "../syntax/ast.ts";

/** A local variable, from its declaration to the end of its block. */
export interface Binding {
  readonly name: string;
  readonly kind: "local" | "parameter" | "loop" | "self";
  readonly range: NodeRange;
  readonly body: FunctionBody;
  /** What its declaration gives it; for `self`, the name of the method. */
  readonly declared: ValueSource | undefined;
  /** For a variable of a generic `for`, what it is drawn from. */
  readonly drawn: Draw | undefined;
  /** What its declaration and assignments give it, in source order. */
  readonly sources: ValueSource[];
}

/** `for a, b in pairs(t)`: variable `index` of what `iterators` give at each turn. */
export interface Draw {
  readonly iterators: readonly Expression[];
  readonly index: number;
}

export interface ValueSource {
  readonly expression: Expression;
  /** Which result of the expression, counted from 0. */
  readonly result: number;
}

/** One step of a chain, as the tree holds it. */
export type Step = IndexableExpression | Call;

/** A root and what is done with it, from the inside out: `a.b(c).d` is `a`, then `.b`, `(c)`, `.d`. */
export interface Chain {
  /** An identifier, or whatever else can stand in brackets. */
  readonly root: Expression;
  /** The root's; undefined for a global name and for what is not an identifier. */
  readonly binding: Binding | undefined;
  /** The local `_ENV` that a free name is a field of. */
  readonly env: Binding | undefined;
  readonly steps: readonly Step[];
  readonly role: Role;
  readonly body: FunctionBody;
  /** The role of the chain as a whole. */
  readonly range: NodeRange;
}

/** Where the value of an expression goes. */
export type Role =
  | { readonly kind: "statement" | "index" | "return" }
  /** `event` is the metamethod that the operator may run: `__add`. */
  | { readonly kind: "operand"; readonly event?: string }
  /** It is assigned to; `value` is undefined when it gets a further result of `last`, or nil. */
  | { readonly kind: "target"; readonly value: Expression | undefined; readonly statement: NodeRange }
  | { readonly kind: "init"; readonly bindings: readonly Binding[]; readonly index: number }
  | { readonly kind: "assigned"; readonly targets: readonly Expression[]; readonly index: number }
  | { readonly kind: "argument"; readonly call: Call; readonly chain: Chain; readonly index: number }
  | {
      readonly kind: "field";
      readonly table: TableConstructorExpression;
      readonly field: TableField;
      readonly owner: Role;
    }
  /** A function that is called where it stands. */
  | { readonly kind: "called"; readonly isProtected: boolean };

export interface FunctionBody {
  readonly node: Chunk | FunctionDeclaration;
  readonly parent: FunctionBody | undefined;
  /** "" for the chunk. */
  readonly name: string;
  /** It is called where it stands, by itself or by `pcall`. */
  readonly isCalledHere: boolean;
  /** A `pcall` stands between it and the loading of the file. */
  readonly isProtected: boolean;
}

export interface TableSite {
  readonly node: TableConstructorExpression;
  readonly body: FunctionBody;
}

export interface Scopes {
  readonly chains: readonly Chain[];
  readonly bindings: readonly Binding[];
  /** The chunk first, then functions in source order. */
  readonly bodies: readonly FunctionBody[];
  readonly strings: readonly StringLiteral[];
  readonly tables: readonly TableSite[];
  /** Locals that the code compares with a text that it writes out: `if mode == "fast"`. */
  readonly compared: ReadonlySet<Binding>;
  /** Those of the chunk or the function itself, not of functions inside it. */
  returnsOf(node: Chunk | FunctionDeclaration): readonly ReturnStatement[];
  /** The chain that ends with this expression. */
  chainOf(expression: Expression): Chain | undefined;
}
