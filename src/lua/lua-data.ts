// Settings that are written in Lua, taken as data: what is assigned at the top, as literals, tables, locals and texts joined by `..`.
// Nothing is run. What only a run would show is unknown, and reported with its line.
import { type ByteText, encodeText } from "../base/byte-text.ts";
import { err, ok, type Result } from "../base/result.ts";
import { TextPositions } from "../base/text-position.ts";
import { LUA_VERSIONS } from "../model/lua-version.ts";
import { argumentsOf } from "./scopes/chains.ts";
import type { Chunk, Expression, Statement, TableConstructorExpression } from "./syntax/ast.ts";
import { parseLua } from "./syntax/parse.ts";

export type LuaData =
  | { readonly kind: "text"; readonly text: string }
  | LuaDataTable
  /** `false` and `nil`. */
  | { readonly kind: "nothing" }
  /** A number, `true` or a function: there, and never a name. */
  | { readonly kind: "other" }
  | { readonly kind: "unknown"; readonly line: number };

export interface LuaDataTable {
  readonly kind: "table";
  readonly items: LuaData[];
  readonly fields: Map<string, LuaData>;
  /** The first line that adds what only a run would show. */
  unknownLine?: number;
}

/** The globals that a text sets, as fields of one table; if it returns a table, that is added to them. */
export function readLuaData(text: string): Result<LuaDataTable, string> {
  const bytes = encodeText(text);
  const parsed = LUA_VERSIONS.map((version) => parseLua(bytes, version));
  const read = parsed.find((each) => each.ok);
  if (read?.ok === true) return ok(new DataReader(bytes).chunk(read.value));
  const fault = parsed.find((each) => !each.ok);
  if (fault === undefined || fault.ok) return err("no Lua reads it");
  const { message, range } = fault.error;
  return err(`line ${new TextPositions(bytes).at(range.start).line}: ${message}`);
}

export function emptyTable(): LuaDataTable {
  return { kind: "table", items: [], fields: new Map() };
}

/** Settings have few levels; a chain of operators may have any number. */
const DEEPEST = 50;
const LONGEST_TEXT = 10_000;

class DataReader {
  readonly #globals = emptyTable();
  readonly #positions: TextPositions;
  #locals = new Map<string, LuaData>();

  constructor(text: ByteText) {
    this.#positions = new TextPositions(text);
  }

  chunk({ body }: Chunk): LuaDataTable {
    this.#block(body);
    return this.#globals;
  }

  #block(body: readonly Statement[]): void {
    for (const statement of body) this.#statement(statement);
  }

  #statement(statement: Statement): void {
    switch (statement.type) {
      case "LocalStatement": {
        const values = statement.variables.map((_, at) => this.#valueAt(statement.init, at, statement));
        for (const [at, { name }] of statement.variables.entries()) this.#locals.set(name, values[at] ?? NIL);
        return;
      }
      case "AssignmentStatement": {
        const values = statement.variables.map((_, at) => this.#valueAt(statement.init, at, statement));
        for (const [at, variable] of statement.variables.entries())
          this.#assign(variable, values[at] ?? NIL, this.#line(statement));
        return;
      }
      case "DoStatement": {
        const outer = new Map(this.#locals);
        this.#block(statement.body);
        // What a block sets of the locals around it stays; its own locals end with it.
        const own = new Set(
          statement.body.flatMap((each) =>
            each.type === "LocalStatement" ? each.variables.map(({ name }) => name) : [],
          ),
        );
        for (const [name, value] of this.#locals)
          if (outer.has(name) && !own.has(name)) outer.set(name, value);
        this.#locals = outer;
        return;
      }
      case "ReturnStatement": {
        const [returned] = statement.arguments.map((each) => this.#value(each));
        if (returned?.kind === "table")
          for (const [name, value] of returned.fields) this.#globals.fields.set(name, value);
        else if (returned?.kind === "unknown") this.#globals.unknownLine ??= returned.line;
        return;
      }
      case "FunctionDeclaration":
      case "LabelStatement":
        return;
      default:
        this.#spoil(statement, this.#line(statement));
    }
  }

  /** What may or may not happen, or happens in a function: what it touches is only partly known from here on. */
  #spoil(statement: Statement, line: number): void {
    switch (statement.type) {
      case "AssignmentStatement":
        for (const variable of statement.variables) this.#assign(variable, { kind: "unknown", line }, line);
        return;
      case "CallStatement":
        for (const argument of argumentsOf(statement.expression)) {
          const value = isPlace(argument) ? this.#value(argument) : undefined;
          if (value?.kind === "table") value.unknownLine ??= line;
        }
        return;
      case "IfStatement":
        for (const { body } of statement.clauses) for (const each of body) this.#spoil(each, line);
        return;
      case "WhileStatement":
      case "RepeatStatement":
      case "DoStatement":
      case "ForNumericStatement":
      case "ForGenericStatement":
        for (const each of statement.body) this.#spoil(each, line);
        return;
      default:
    }
  }

  #assign(variable: Expression, value: LuaData, line: number): void {
    if (variable.type === "Identifier") {
      if (this.#locals.has(variable.name)) this.#locals.set(variable.name, value);
      else this.#globals.fields.set(variable.name, value);
      return;
    }
    if (variable.type !== "MemberExpression" && variable.type !== "IndexExpression") return;
    const table = this.#value(variable.base, "make");
    if (table.kind !== "table") return;
    const key = this.#key(variable);
    if (key === undefined) table.unknownLine ??= line;
    else table.fields.set(key, value);
  }

  /** With `make` a field that is not there is a new table, as in `files["spec"].std = "+busted"`. */
  #value(expression: Expression, missing: "make" | "nil" = "nil", depth = 0): LuaData {
    const unknown = { kind: "unknown", line: this.#line(expression) } as const;
    if (depth > DEEPEST) return unknown;
    switch (expression.type) {
      case "StringLiteral":
        return { kind: "text", text: Buffer.from(expression.value, "latin1").toString("utf8") };
      case "BooleanLiteral":
        return expression.value ? OTHER : NIL;
      case "NilLiteral":
        return NIL;
      case "NumericLiteral":
      case "FunctionDeclaration":
        return OTHER;
      case "TableConstructorExpression":
        return this.#table(expression, depth);
      case "BinaryExpression": {
        if (expression.operator !== "..") return unknown;
        const left = this.#value(expression.left, "nil", depth + 1);
        const right = this.#value(expression.right, "nil", depth + 1);
        if (left.kind !== "text" || right.kind !== "text") return unknown;
        const text = left.text + right.text;
        return text.length > LONGEST_TEXT ? unknown : { kind: "text", text };
      }
      case "Identifier": {
        const { name } = expression;
        const local = this.#locals.get(name);
        return local ?? this.#field(this.#globals, name, missing) ?? unknown;
      }
      case "MemberExpression":
      case "IndexExpression": {
        const base = this.#value(expression.base, missing, depth + 1);
        const key = this.#key(expression);
        if (base.kind !== "table" || key === undefined) return unknown;
        return this.#field(base, key, missing) ?? unknown;
      }
      default:
        return unknown;
    }
  }

  #field(table: LuaDataTable, name: string, missing: "make" | "nil"): LuaData | undefined {
    const found = table.fields.get(name);
    if (found !== undefined || missing === "nil") return found;
    const made = emptyTable();
    table.fields.set(name, made);
    return made;
  }

  #table({ fields }: TableConstructorExpression, depth: number): LuaDataTable {
    const table = emptyTable();
    for (const field of fields) {
      const value = this.#value(field.value, "nil", depth + 1);
      if (field.type === "TableValue") table.items.push(value);
      else if (field.type === "TableKeyString") table.fields.set(field.key.name, value);
      else {
        const key = this.#value(field.key, "nil", depth + 1);
        if (key.kind === "text") table.fields.set(key.text, value);
        else if (key.kind === "unknown") table.unknownLine ??= key.line;
        else table.items.push(value);
      }
    }
    return table;
  }

  #key(step: Extract<Expression, { type: "MemberExpression" | "IndexExpression" }>): string | undefined {
    if (step.type === "MemberExpression") return step.identifier.name;
    const key = this.#value(step.index);
    return key.kind === "text" ? key.text : undefined;
  }

  #valueAt(init: readonly Expression[], at: number, { range }: Statement): LuaData {
    const expression = init[at];
    if (expression !== undefined) return this.#value(expression);
    // A call at the end may give any number of values.
    const isOpen = init.at(-1)?.type.endsWith("CallExpression") ?? false;
    return isOpen ? { kind: "unknown", line: this.#lineAt(range[0]) } : NIL;
  }

  #line({ range }: Statement | Expression): number {
    return this.#lineAt(range[0]);
  }

  #lineAt(offset: number): number {
    return this.#positions.at(offset).line;
  }
}

const NIL: LuaData = { kind: "nothing" };
const OTHER: LuaData = { kind: "other" };

function isPlace({ type }: Expression): boolean {
  return type === "Identifier" || type === "MemberExpression" || type === "IndexExpression";
}
