// What texts an expression may be, worked out as Lua would: literals, what joins and formats them, `and` and `or`, locals, fields
// of tables that the file writes out, and loops over those. Every fact that reads a name reads it through this.
import type { ByteText } from "../../base/byte-text.ts";
import { argumentsOf } from "../scopes/chains.ts";
import { bodyAt } from "../scopes/function-scopes.ts";
import type { Binding, Chain, Draw, Scopes, Step, ValueSource } from "../scopes/scopes.ts";
import type {
  BinaryExpression,
  Call,
  Expression,
  TableConstructorExpression,
  TableField,
} from "../syntax/ast.ts";
import { calledName, DrawnTables } from "./drawn-tables.ts";
import { textsOf } from "./held-values.ts";
import type { LoadedAs } from "./loaded-as.ts";
import { ReachingValues } from "./reaching-values.ts";
import type { TableContents } from "./table-contents.ts";
import { callTexts, distinct, type FoldedTexts, joinTexts, UNKNOWN_TEXT, whole } from "./text-functions.ts";
import type { Tracer } from "./tracer.ts";

/** Bounds that no sensible code reaches. */
const MOST_OPERANDS = 64;
/** For a local of which nobody can say which it holds; then there may be others. */
const MOST_VALUES = 32;
const DEEPEST = 50;
const NO_TEXT: FoldedTexts = [];

export class Folding {
  readonly #scopes: Scopes;
  readonly #tracing: Tracer;
  readonly #contents: TableContents;
  readonly #reaching: ReachingValues;
  readonly #drawing: DrawnTables;
  readonly #loaded: LoadedAs | undefined;
  readonly #known = new Map<Expression, FoldedTexts>();
  #byRoot: ReadonlyMap<unknown, Chain> | undefined;
  #depth = 0;

  constructor(scopes: Scopes, tracing: Tracer, contents: TableContents, loaded?: LoadedAs) {
    this.#scopes = scopes;
    this.#tracing = tracing;
    this.#contents = contents;
    this.#reaching = new ReachingValues(scopes);
    this.#drawing = new DrawnTables(scopes, tracing);
    this.#loaded = loaded;
  }

  /** None for what is not text. */
  texts(expression: Expression): FoldedTexts {
    if (expression.type === "StringLiteral") return [{ text: expression.value, isWhole: true }];
    const known = this.#known.get(expression);
    if (known !== undefined) return known;
    if (this.#depth >= DEEPEST) return UNKNOWN_TEXT;
    // What needs itself on the way to its answer can't be known.
    this.#known.set(expression, UNKNOWN_TEXT);
    this.#depth++;
    const texts = distinct(this.#fold(expression));
    this.#depth--;
    this.#known.set(expression, texts);
    return texts;
  }

  /** As names of fields: a number is not one. */
  names(expression: Expression): FoldedTexts {
    const texts = this.texts(expression);
    return texts.some(({ isNumber }) => isNumber) ? texts.filter(({ isNumber }) => !isNumber) : texts;
  }

  /** The one name that it is; undefined if it may be another, or is known only in part. */
  name(expression: Expression): ByteText | undefined {
    if (expression.type === "StringLiteral") return expression.value;
    const [only, ...others] = this.names(expression);
    return only?.isWhole === true && others.length === 0 ? only.text : undefined;
  }

  /** The names that a step may select, if they are certain; none for a call. */
  stepNames(step: Step): readonly ByteText[] {
    if (step.type === "MemberExpression") return [step.identifier.name as ByteText];
    if (step.type !== "IndexExpression") return [];
    return this.names(step.index).flatMap(({ text, isWhole }) => (isWhole ? [text] : []));
  }

  /** The one name that a step selects; undefined for a call. */
  stepName(step: Step): ByteText | undefined {
    if (step.type === "MemberExpression") return step.identifier.name as ByteText;
    return step.type === "IndexExpression" ? this.name(step.index) : undefined;
  }

  /** The one name that a field of a table constructor has; undefined for list items. */
  fieldKey(field: TableField): ByteText | undefined {
    if (field.type === "TableKeyString") return field.key.name as ByteText;
    return field.type === "TableKey" ? this.name(field.key) : undefined;
  }

  #fold(expression: Expression): FoldedTexts {
    switch (expression.type) {
      case "NumericLiteral":
        return /^\d{1,9}$/.test(expression.raw) ? [{ ...whole(expression.raw), isNumber: true }] : NO_TEXT;
      case "NilLiteral":
      case "BooleanLiteral":
        return NO_TEXT;
      case "UnaryExpression":
        return expression.operator === "not" ? NO_TEXT : this.#negated(expression.argument);
      case "BinaryExpression":
        return expression.operator === ".." ? joinTexts(this.#operands(expression)) : UNKNOWN_TEXT;
      case "LogicalExpression": {
        const right = this.texts(expression.right);
        if (expression.operator === "and") return right;
        const left = this.texts(expression.left);
        return this.#isSure(expression.left, left) ? left : [...left, ...right];
      }
      case "Identifier":
      case "MemberExpression":
      case "IndexExpression":
        return this.#ofChain(expression);
      case "CallExpression":
      case "StringCallExpression":
      case "TableCallExpression":
        return this.#ofCall(expression);
      case "VarargLiteral":
        return this.#ownName(expression);
      default:
        return UNKNOWN_TEXT;
    }
  }

  /** What is text whatever happens: what follows `or` is not asked for. A call counts if it can give nothing but text. */
  #isSure(expression: Expression, texts: FoldedTexts): boolean {
    const { type } = expression;
    if (type === "StringLiteral") return true;
    if (type === "LogicalExpression" && expression.operator === "and")
      return [expression.left, expression.right].every((each) => this.#isSure(each, this.texts(each)));
    if (type === "BinaryExpression")
      return expression.operator === ".." && texts.every(({ isWhole }) => isWhole);
    const isMade = type === "CallExpression" || type === "StringCallExpression" || type === "VarargLiteral";
    return isMade && texts.length > 0 && texts.every(({ isWhole }) => isWhole);
  }

  #ownName({ range: [start] }: Expression): FoldedTexts {
    const isOwn = this.#loaded !== undefined && bodyAt(this.#scopes.bodies, start)?.parent === undefined;
    return isOwn ? [whole(this.#loaded.name)] : UNKNOWN_TEXT;
  }

  /** `-1`, as an argument of `sub`. */
  #negated(argument: Expression): FoldedTexts {
    const isNumber = argument.type === "NumericLiteral" && /^\d{1,9}$/.test(argument.raw);
    return isNumber ? [{ ...whole(`-${argument.raw}`), isNumber: true }] : NO_TEXT;
  }

  #operands(expression: BinaryExpression): readonly FoldedTexts[] {
    const operands: FoldedTexts[] = [];
    const waiting: Expression[] = [expression];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (operands.length === MOST_OPERANDS) return [...operands, UNKNOWN_TEXT];
      if (next.type === "BinaryExpression" && next.operator === "..") waiting.push(next.right, next.left);
      else operands.push(this.texts(next));
    }
    return operands;
  }

  #ofChain(expression: Expression): FoldedTexts {
    const chain = this.#scopes.chainOf(expression);
    if (chain === undefined) return UNKNOWN_TEXT;
    const { binding } = chain;
    if (chain.steps.length === 0) return binding === undefined ? UNKNOWN_TEXT : this.#ofLocal(binding, chain);
    return this.#ofField(chain);
  }

  #ofLocal(binding: Binding, { root, body }: Chain): FoldedTexts {
    const { kind, drawn, sources } = binding;
    const unassigned = drawn !== undefined ? () => this.#drawn(drawn) : () => UNKNOWN_TEXT;
    const held = this.#reaching.at(root, binding, body);
    if (held !== undefined)
      return held.flatMap((each) => textsOf(each, each.source ? this.#ofSource(each.source) : unassigned()));
    const own = sources.slice(0, MOST_VALUES).flatMap((source) => this.#ofSource(source));
    const isGiven = kind === "local" && sources.length > 0;
    const others = sources.length > MOST_VALUES ? UNKNOWN_TEXT : [];
    return [...(isGiven ? [] : unassigned()), ...own, ...others];
  }

  #ofSource({ expression, result }: ValueSource): FoldedTexts {
    return result === 0 ? this.texts(expression) : UNKNOWN_TEXT;
  }

  /** `names.ui`, `names[1]` and `names[i]` of a table that the file writes out. */
  #ofField(chain: Chain): FoldedTexts {
    const at = chain.steps.length - 1;
    const last = chain.steps[at];
    const [trace, ...others] = this.#tracing.trace(chain, at);
    const isTable = trace?.rest === at && trace.origin.kind === "table" && trace.origin.path.length === 0;
    if (others.length > 0 || !isTable || last === undefined || trace.origin.kind !== "table")
      return UNKNOWN_TEXT;
    const name = this.stepName(last);
    const values =
      name !== undefined
        ? this.#contents.valuesOf(trace.origin.node, name)
        : last.type === "IndexExpression"
          ? this.#items(trace.origin.node, last.index)
          : [];
    if (values.length === 0) return UNKNOWN_TEXT;
    const told = name === undefined ? values : values.slice(0, MOST_VALUES);
    const further = told.length < values.length ? UNKNOWN_TEXT : [];
    return [...told.flatMap((value) => (value ? this.texts(value) : UNKNOWN_TEXT)), ...further];
  }

  #items(table: TableConstructorExpression, index: Expression): readonly (Expression | undefined)[] {
    const { fields } = table;
    const items = fields.flatMap((field) => (field.type === "TableValue" ? [field.value] : []));
    if (index.type === "NumericLiteral") return items.slice(index.value - 1, index.value);
    if (items.length < fields.length) return [];
    return this.#contents.isGrown(table) ? [...items, undefined] : items;
  }

  /** What `ipairs` or `pairs` of such a table give. */
  #drawn(draw: Draw): FoldedTexts {
    const table = this.#drawing.tableOf(draw);
    if (table === undefined) return UNKNOWN_TEXT;
    const { fields } = table;
    const called = this.#drawing.iteratorOf(draw);
    if (draw.index === 1) {
      const isList = called === "ipairs";
      const drawn = fields.filter(({ type }) => !isList || type === "TableValue");
      const others = this.#contents.isGrown(table) ? UNKNOWN_TEXT : NO_TEXT;
      return [...drawn.flatMap(({ value }) => this.texts(value)), ...others];
    }
    if (called === "ipairs") return NO_TEXT;
    return fields.flatMap((field) => {
      const key = this.fieldKey(field);
      return key === undefined ? (field.type === "TableKey" ? UNKNOWN_TEXT : NO_TEXT) : [whole(key)];
    });
  }

  #ofCall(call: Call): FoldedTexts {
    const given = argumentsOf(call);
    const { base } = call;
    if (base.type === "MemberExpression" && base.indexer === ":") {
      const texts = given.map((each) => this.texts(each));
      return this.#made(base.identifier.name, [this.#receiver(call, base.base), ...texts]);
    }
    const name = calledName(call, this.#scopes, this.#tracing) ?? this.#calledFirst(base);
    const [first] = given;
    if (name === "tostring" && first !== undefined) return joinTexts([this.texts(first)]);
    if (name === "table.concat") return this.#concat(given);
    if (name === "string.char") return this.#characters(given);
    const isSelect = name === "select" && this.#loaded !== undefined;
    if (!name.startsWith("string.") && !isSelect) return UNKNOWN_TEXT;
    const texts = given.map((each) => this.texts(each));
    return this.#made(name.replace("string.", ""), texts);
  }

  /** `tostring` of `tostring(...):match(".*%.")`: a part of the chain that a later call ends. */
  #calledFirst(base: Expression): string {
    if (base.type !== "Identifier" || (base.name !== "tostring" && base.name !== "select")) return "";
    this.#byRoot ??= new Map(this.#scopes.chains.map((chain) => [chain.root, chain]));
    const chain = this.#byRoot.get(base);
    return chain?.binding === undefined && chain?.env === undefined ? base.name : "";
  }

  /** `name` of `name:sub(1, 3)`: a part of the chain that the call ends. */
  #receiver(call: Call, expression: Expression): FoldedTexts {
    const chain = expression.type === "Identifier" ? this.#scopes.chainOf(call) : undefined;
    const { binding } = chain ?? {};
    return chain === undefined || binding === undefined
      ? this.texts(expression)
      : this.#ofLocal(binding, chain);
  }

  #made(name: string, texts: readonly FoldedTexts[]): FoldedTexts {
    return this.#loaded?.call(name, texts) ?? callTexts(name, texts) ?? UNKNOWN_TEXT;
  }

  #characters(given: readonly Expression[]): FoldedTexts {
    const codes = given.map((each) =>
      each.type === "NumericLiteral" && each.value < 256 ? each.value : undefined,
    );
    return codes.some((code) => code === undefined)
      ? UNKNOWN_TEXT
      : [whole(String.fromCharCode(...(codes as number[])))];
  }

  #concat([list, between]: readonly Expression[]): FoldedTexts {
    const [origin] = list === undefined ? [] : this.#tracing.ofExpression(list);
    if (origin?.kind !== "table" || origin.path.length > 0) return UNKNOWN_TEXT;
    const { fields } = origin.node;
    if (fields.length > MOST_OPERANDS || this.#contents.isGrown(origin.node)) return UNKNOWN_TEXT;
    if (fields.some(({ type }) => type !== "TableValue")) return UNKNOWN_TEXT;
    const joint = between === undefined ? [whole("")] : this.texts(between);
    return joinTexts(
      fields.flatMap(({ value }, index) => (index === 0 ? [this.texts(value)] : [joint, this.texts(value)])),
    );
  }
}
