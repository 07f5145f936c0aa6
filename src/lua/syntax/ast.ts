// The tree of a Lua chunk. Shapes and ranges are those of luaparse 0.3.1 (with `ranges` and `comments` on), so that its
// documentation applies; tests hold the two against each other.
//
// Ranges are byte offsets into the whole text, end exclusive: with a byte order mark or a first line that starts with `#`,
// offsets still count from the first byte of the file. Parentheses and lone semicolons leave no node.
import type { ByteText } from "../../base/byte-text.ts";
import type { Comment } from "../lexer/comment.ts";

export type NodeRange = readonly [start: number, end: number];

interface Typed<T extends string> {
  readonly type: T;
  readonly range: NodeRange;
}

export interface Chunk extends Typed<"Chunk"> {
  readonly body: readonly Statement[];
  readonly comments: readonly Comment[];
}

export type Statement =
  | LabelStatement
  | BreakStatement
  | GotoStatement
  | ReturnStatement
  | IfStatement
  | WhileStatement
  | DoStatement
  | RepeatStatement
  | LocalStatement
  | AssignmentStatement
  | CallStatement
  | FunctionDeclaration
  | ForNumericStatement
  | ForGenericStatement;

export type Expression =
  | Identifier
  | Literal
  | FunctionDeclaration
  | TableConstructorExpression
  | BinaryExpression
  | LogicalExpression
  | UnaryExpression
  | IndexableExpression
  | Call;

/** What can be assigned to. */
export type Variable = Identifier | IndexableExpression;
export type IndexableExpression = MemberExpression | IndexExpression;
export type Call = CallExpression | TableCallExpression | StringCallExpression;
export type Literal = StringLiteral | NumericLiteral | BooleanLiteral | NilLiteral | VarargLiteral;
export type TableField = TableKey | TableKeyString | TableValue;
export type Clause = IfClause | ElseifClause | ElseClause;

export interface LabelStatement extends Typed<"LabelStatement"> {
  readonly label: Identifier;
}

export interface BreakStatement extends Typed<"BreakStatement"> {}

export interface GotoStatement extends Typed<"GotoStatement"> {
  readonly label: Identifier;
}

export interface ReturnStatement extends Typed<"ReturnStatement"> {
  readonly arguments: readonly Expression[];
}

export interface IfStatement extends Typed<"IfStatement"> {
  /** One `IfClause`, then any `ElseifClause`s, then at most one `ElseClause`. */
  readonly clauses: readonly Clause[];
}

export interface IfClause extends Typed<"IfClause"> {
  readonly condition: Expression;
  readonly body: readonly Statement[];
}

export interface ElseifClause extends Typed<"ElseifClause"> {
  readonly condition: Expression;
  readonly body: readonly Statement[];
}

export interface ElseClause extends Typed<"ElseClause"> {
  readonly body: readonly Statement[];
}

export interface WhileStatement extends Typed<"WhileStatement"> {
  readonly condition: Expression;
  readonly body: readonly Statement[];
}

export interface DoStatement extends Typed<"DoStatement"> {
  readonly body: readonly Statement[];
}

export interface RepeatStatement extends Typed<"RepeatStatement"> {
  /** It sees the locals of the body. */
  readonly condition: Expression;
  readonly body: readonly Statement[];
}

export interface LocalStatement extends Typed<"LocalStatement"> {
  readonly variables: readonly Identifier[];
  readonly init: readonly Expression[];
}

export interface AssignmentStatement extends Typed<"AssignmentStatement"> {
  readonly variables: readonly Variable[];
  readonly init: readonly Expression[];
}

export interface CallStatement extends Typed<"CallStatement"> {
  readonly expression: Call;
}

/** `function a.b:c() end`, `local function f() end`, and, with no identifier, the expression `function() end`. */
export interface FunctionDeclaration extends Typed<"FunctionDeclaration"> {
  readonly identifier: Identifier | MemberExpression | null;
  readonly isLocal: boolean;
  /** `self` of a method is not among them; `...` is the last one if it is there. */
  readonly parameters: readonly (Identifier | VarargLiteral)[];
  readonly body: readonly Statement[];
}

export interface ForNumericStatement extends Typed<"ForNumericStatement"> {
  readonly variable: Identifier;
  readonly start: Expression;
  readonly end: Expression;
  readonly step: Expression | null;
  readonly body: readonly Statement[];
}

export interface ForGenericStatement extends Typed<"ForGenericStatement"> {
  readonly variables: readonly Identifier[];
  readonly iterators: readonly Expression[];
  readonly body: readonly Statement[];
}

export interface Identifier extends Typed<"Identifier"> {
  readonly name: string;
  /** For a local of 5.4 that has one: `const`, `close`. */
  readonly attribute?: string;
}

export interface StringLiteral extends Typed<"StringLiteral"> {
  /** The bytes that the program sees, escapes resolved. */
  readonly value: ByteText;
  readonly raw: ByteText;
}

export interface NumericLiteral extends Typed<"NumericLiteral"> {
  /** As a double; integers beyond 2^53 are exact in `raw` only. */
  readonly value: number;
  readonly raw: string;
}

export interface BooleanLiteral extends Typed<"BooleanLiteral"> {
  readonly value: boolean;
  readonly raw: string;
}

export interface NilLiteral extends Typed<"NilLiteral"> {
  readonly value: null;
  readonly raw: string;
}

export interface VarargLiteral extends Typed<"VarargLiteral"> {
  readonly value: string;
  readonly raw: string;
}

export interface TableConstructorExpression extends Typed<"TableConstructorExpression"> {
  readonly fields: readonly TableField[];
}

/** `[key] = value` */
export interface TableKey extends Typed<"TableKey"> {
  readonly key: Expression;
  readonly value: Expression;
}

/** `key = value` */
export interface TableKeyString extends Typed<"TableKeyString"> {
  readonly key: Identifier;
  readonly value: Expression;
}

export interface TableValue extends Typed<"TableValue"> {
  readonly value: Expression;
}

export type BinaryOperator =
  | "+"
  | "-"
  | "*"
  | "/"
  | "//"
  | "%"
  | "^"
  | ".."
  | "&"
  | "|"
  | "~"
  | "<<"
  | ">>"
  | "=="
  | "~="
  | "<"
  | "<="
  | ">"
  | ">=";

export interface BinaryExpression extends Typed<"BinaryExpression"> {
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}

export interface LogicalExpression extends Typed<"LogicalExpression"> {
  readonly operator: "and" | "or";
  readonly left: Expression;
  readonly right: Expression;
}

export interface UnaryExpression extends Typed<"UnaryExpression"> {
  readonly operator: "-" | "not" | "#" | "~";
  readonly argument: Expression;
}

export interface MemberExpression extends Typed<"MemberExpression"> {
  readonly indexer: "." | ":";
  readonly identifier: Identifier;
  readonly base: Expression;
}

export interface IndexExpression extends Typed<"IndexExpression"> {
  readonly base: Expression;
  readonly index: Expression;
}

export interface CallExpression extends Typed<"CallExpression"> {
  readonly base: Expression;
  readonly arguments: readonly Expression[];
}

/** `f{…}` */
export interface TableCallExpression extends Typed<"TableCallExpression"> {
  readonly base: Expression;
  /** As luaparse names it: the one table. */
  readonly arguments: TableConstructorExpression;
}

/** `f"…"` */
export interface StringCallExpression extends Typed<"StringCallExpression"> {
  readonly base: Expression;
  readonly argument: StringLiteral;
}
