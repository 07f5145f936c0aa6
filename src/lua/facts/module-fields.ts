// The fields of the table that a file returns: those that can be named, and where others may come from.
import type { ByteText } from "../../base/byte-text.ts";
import type { ByteRange } from "../../base/position.ts";
import { argumentsOf, isCall } from "../scopes/chains.ts";
import type { Binding, Chain, FunctionBody, Step } from "../scopes/scopes.ts";
import type {
  Expression,
  ForGenericStatement,
  Statement,
  TableConstructorExpression,
} from "../syntax/ast.ts";
import { textLiteral } from "../syntax/literals.ts";
import { byteRange } from "../syntax/ranges.ts";
import { calledName } from "../values/drawn-tables.ts";
import { Metatables, mayBeName, maySetFields } from "../values/dynamic-fields.ts";
import { fieldNameRange, type Origin, pathOf } from "../values/origin.ts";
import { isPlainChain } from "../values/plain-chains.ts";
import type { Reading } from "../values/reading.ts";
import type { Trace } from "../values/tracer.ts";
import { exportValue } from "./export-values.ts";
import type { DynamicField, Export, ExportValue } from "./exports.ts";

/** What is returned: a table that the file makes, or a local about which nothing more is known. */
export type ModuleValue =
  | {
      readonly kind: "table";
      readonly node: TableConstructorExpression;
      /** It is certainly this one: what the file itself does before that is done to another. */
      readonly isLast: boolean;
    }
  | { readonly kind: "local"; readonly binding: Binding };

interface FieldSet {
  readonly name: ByteText;
  readonly value: Expression | undefined;
  /** The statement or table field that sets it. */
  readonly range: ByteRange;
  readonly nameRange: ByteRange;
  readonly body: FunctionBody;
  readonly isOnSelf?: boolean;
  readonly mayBeOther?: boolean;
}

export class ModuleFields {
  readonly exports: Export[] = [];
  readonly dynamicFields: DynamicField[] = [];
  readonly #value: ModuleValue;
  readonly #reading: Reading;
  readonly #last = new Map<ByteText, ExportValue>();
  #metatables: Metatables | undefined;

  constructor(value: ModuleValue, reading: Reading) {
    this.#value = value;
    this.#reading = reading;
    const { scopes, tracing } = reading;
    if (value.kind === "table") this.#readConstructor(value.node);
    const mayCall = tracing.mayReachAll || /setmetatable|rawset/.test(reading.text);
    for (let at = 0; at < scopes.chains.length; at++) {
      const chain = scopes.chains[at] as Chain;
      const { role, binding } = chain;
      if (this.#isBefore(chain)) continue;
      const isItself = value.kind === "local" && binding === value.binding;
      if (isPlainChain(chain) && !isItself) continue;
      // In other places it is only read.
      if ((role.kind === "target" || role.kind === "argument") && !this.#isElsewhere(chain)) {
        const traces = tracing.trace(chain);
        for (let way = 0; way < traces.length; way++) this.#readMention(chain, traces[way] as Trace);
      }
      if (mayCall) this.#readLuaCall(chain);
    }
    this.exports.sort((a, b) => a.range.start - b.range.start);
    this.dynamicFields.sort((a, b) => a.range.start - b.range.start);
  }

  /** `M = { … }` comes after it. */
  #isBefore({ body, range }: Chain): boolean {
    const value = this.#value;
    if (value.kind !== "table" || !value.isLast) return false;
    return body === this.#reading.scopes.bodies[0] && range[1] <= value.node.range[0];
  }

  #readConstructor(node: TableConstructorExpression): void {
    const { scopes, text } = this.#reading;
    const body = scopes.tables.find((site) => site.node === node)?.body;
    if (body === undefined) return;
    for (const field of node.fields) {
      if (field.type === "TableValue") continue;
      const name = this.#reading.tracing.folding.fieldKey(field);
      const { key } = field;
      const nameRange = key.type === "StringLiteral" ? textLiteral(key, text).content : byteRange(key.range);
      if (name !== undefined)
        this.#add({ name, value: field.value, range: byteRange(field.range), nameRange, body });
      else if (mayBeName(key)) this.#open("dynamic-field", byteRange(field.range));
    }
  }

  /** `other[k]`, which is nothing of this table whatever `k` is. */
  #isElsewhere(chain: Chain): boolean {
    const { tracing } = this.#reading;
    const others = tracing.indexedIn(chain);
    if (others === undefined || others.some((origin) => this.#isThis(origin))) return false;
    const isSet = chain.role.kind === "target" && chain.steps.length === 1;
    return isSet || others.every((origin) => tracing.holdsNoNames(origin));
  }

  /** A mention of the table or of one of its fields. */
  #readMention(chain: Chain, { origin, first, rest, inherited }: Trace): void {
    this.#readFreeName(chain, origin);
    if (inherited > 0 || !this.#isThis(origin)) return;
    const { steps, role, range } = chain;
    const isOnSelf = "isOnSelf" in origin && origin.isOnSelf;
    const last = steps.length - 1;
    if (first !== -1) {
      const name = pathOf(origin)[0];
      if (role.kind === "target" && first === last && name !== undefined)
        this.#readTarget(chain, steps[first] as Step, name, isOnSelf);
      return;
    }
    const next = steps[rest];
    if (role.kind === "target" && rest === last && next?.type === "IndexExpression") {
      if (mayBeName(next.index)) this.#open("dynamic-field", byteRange(role.statement));
    } else if (
      next === undefined &&
      role.kind === "argument" &&
      !isOnSelf &&
      maySetFields(role, this.#reading)
    ) {
      this.#open("passed-on", byteRange(range));
    }
  }

  /** Below `local _ENV = M` a plain name is a field of M. */
  #readFreeName(chain: Chain, origin: Origin): void {
    const { root, env, steps, role, body } = chain;
    if (env === undefined || steps.length > 0 || role.kind !== "target" || root.type !== "Identifier") return;
    if (!this.#isThis(origin) || pathOf(origin).length !== 1) return;
    const name = root.name as ByteText;
    const range = byteRange(role.statement);
    const mayBeOther = this.#mayBeOther(chain);
    this.#add({ name, value: role.value, range, nameRange: byteRange(root.range), body, mayBeOther });
  }

  #readTarget(chain: Chain, step: Step, name: ByteText, isOnSelf: boolean): void {
    const { role, body } = chain;
    if (role.kind !== "target") return;
    const range = byteRange(role.statement);
    const nameRange = fieldNameRange(step, this.#reading.text);
    const mayBeOther = this.#mayBeOther(chain);
    this.#add({ name, value: role.value, range, nameRange, body, isOnSelf, mayBeOther });
  }

  /** It may set another field, or one of another table; a loop sets each that it goes through. */
  #mayBeOther(chain: Chain): boolean {
    const { tracing, scopes } = this.#reading;
    if (tracing.trace(chain).length === 1) return false;
    const [step, ...others] = chain.steps;
    if (tracing.trace(chain, 0).length > 1 || others.length > 0 || step?.type !== "IndexExpression")
      return true;
    const name = step.index.type === "Identifier" ? scopes.chainOf(step.index)?.binding : undefined;
    return name?.drawn === undefined || name.sources.length > 0;
  }

  /** `setmetatable(M, …)` and `rawset(M, …)` */
  #readLuaCall(chain: Chain): void {
    const { tracing, text } = this.#reading;
    const { body } = chain;
    const called = tracing.calledGlobal(chain);
    if (called?.name !== "setmetatable" && called?.name !== "rawset") return;
    const { name, call } = called;
    const [table, second, third] = argumentsOf(call);
    const origins = table === undefined ? [] : tracing.ofExpression(table);
    if (!origins.some((origin) => this.#isItself(origin))) return;
    const range = byteRange(call.range);
    if (name === "setmetatable") {
      this.#metatables ??= new Metatables(this.#reading);
      if (this.#metatables.answersForOthers(second, (origin) => this.#isItself(origin)))
        this.#open("metatable", range);
      return;
    }
    if (second === undefined) return;
    const field = tracing.folding.name(second);
    const nameRange =
      second.type === "StringLiteral" ? textLiteral(second, text).content : byteRange(second.range);
    const mayBeOther = origins.length > 1;
    if (field !== undefined) this.#add({ name: field, value: third, range, nameRange, body, mayBeOther });
    else if (mayBeName(second)) this.#open("dynamic-field", range);
  }

  #add({ name, value: given, range, nameRange, body, isOnSelf = false, mayBeOther = false }: FieldSet): void {
    const value = this.#ownField(given) ?? exportValue(given, this.#reading);
    if (value === undefined) {
      if (!mayBeOther && this.#isSurelyRun(range)) this.#takeAway(name);
      return;
    }
    this.#last.set(name, value);
    const isLazy = !this.#reading.execution.includes(body);
    this.exports.push({ name, value, range, nameRange, isLazy, isOnSelf });
  }

  /** A statement of the file itself, in no function and in no block other than `do` and a loop through written names. */
  #isSurelyRun({ start, end }: ByteRange): boolean {
    const [chunk] = this.#reading.scopes.bodies;
    let around: readonly Statement[] = chunk?.node.body ?? [];
    for (;;) {
      const found = around.find(({ range }) => range[0] <= start && end <= range[1]);
      const isEntered = found?.type === "DoStatement" || this.#isWholeLoop(found);
      if (!isEntered) return found?.range[0] === start && found.range[1] === end;
      around = found.body;
    }
  }

  /** `for _, name in ipairs { "f", "g" } do M[name] = nil end` goes through all of them. */
  #isWholeLoop(statement: Statement | undefined): statement is ForGenericStatement {
    if (statement?.type !== "ForGenericStatement") return false;
    const [iterator, ...others] = statement.iterators;
    if (iterator === undefined || !isCall(iterator) || others.length > 0) return false;
    const { scopes, tracing } = this.#reading;
    const called = calledName(iterator, scopes, tracing);
    const [list] = argumentsOf(iterator);
    return (
      (called === "ipairs" || called === "pairs") &&
      list?.type === "TableConstructorExpression" &&
      list.fields.length > 0 &&
      list.fields.every(({ type, value }) => type === "TableValue" && value.type === "StringLiteral") &&
      statement.body.every(({ type }) => type === "AssignmentStatement")
    );
  }

  /** `M.f = nil`: what was set above is gone, what a function sets may come back. */
  #takeAway(name: ByteText): void {
    const left = this.exports.filter((each) => each.name !== name || each.isLazy);
    this.exports.splice(0, this.exports.length, ...left);
    this.#last.delete(name);
  }

  /** `M.g = M.f` is what `M.f` is. */
  #ownField(expression: Expression | undefined): ExportValue | undefined {
    if (expression === undefined) return undefined;
    const origin = this.#reading.tracing.ofExpression(expression).find((found) => this.#isThis(found));
    const [name, ...deeper] = origin === undefined ? [] : pathOf(origin);
    if (name === undefined || deeper.length > 0) return undefined;
    return this.#last.get(name);
  }

  #open(kind: DynamicField["kind"], range: ByteRange): void {
    this.dynamicFields.push({ kind, range });
  }

  #isItself(origin: Origin): boolean {
    return this.#isThis(origin) && pathOf(origin).length === 0;
  }

  /** The table or something in it. */
  #isThis(origin: Origin): boolean {
    const value = this.#value;
    if (value.kind === "table") return origin.kind === "table" && origin.node === value.node;
    return origin.kind === "local" && origin.binding === value.binding;
  }
}
