// The fields of the table that a file returns: those that can be named, and where others may come from.
import type { ByteText } from "../../base/byte-text.ts";
import type { ByteRange } from "../../base/position.ts";
import { argumentsOf } from "../scopes/chains.ts";
import type { Binding, Chain, FunctionBody, Step } from "../scopes/scopes.ts";
import type { Expression, Statement, TableConstructorExpression } from "../syntax/ast.ts";
import { textLiteral } from "../syntax/literals.ts";
import { byteRange } from "../syntax/ranges.ts";
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
    for (const chain of scopes.chains) {
      const { role, binding } = chain;
      if (this.#isBefore(chain)) continue;
      const isItself = value.kind === "local" && binding === value.binding;
      if (isPlainChain(chain) && !isItself) continue;
      // In other places it is only read.
      if (role.kind === "target" || role.kind === "argument")
        for (const trace of tracing.trace(chain)) this.#readMention(chain, trace);
      this.#readLuaCall(chain);
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
      if (name !== undefined) this.#add(name, field.value, byteRange(field.range), nameRange, body, false);
      else if (mayBeName(key)) this.#open("dynamic-field", byteRange(field.range));
    }
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
  #readFreeName({ root, env, steps, role, body }: Chain, origin: Origin): void {
    if (env === undefined || steps.length > 0 || role.kind !== "target" || root.type !== "Identifier") return;
    if (!this.#isThis(origin) || pathOf(origin).length !== 1) return;
    const nameRange = byteRange(root.range);
    this.#add(root.name as ByteText, role.value, byteRange(role.statement), nameRange, body, false);
  }

  #readTarget({ role, body }: Chain, step: Step, name: ByteText, isOnSelf: boolean): void {
    if (role.kind !== "target") return;
    const nameRange = fieldNameRange(step, this.#reading.text);
    this.#add(name, role.value, byteRange(role.statement), nameRange, body, isOnSelf);
  }

  /** `setmetatable(M, …)` and `rawset(M, …)` */
  #readLuaCall(chain: Chain): void {
    const { tracing, text } = this.#reading;
    const { body } = chain;
    const called = tracing.calledGlobal(chain);
    if (called?.name !== "setmetatable" && called?.name !== "rawset") return;
    const { name, call } = called;
    const [table, second, third] = argumentsOf(call);
    if (table === undefined || !this.#gives(table)) return;
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
    if (field !== undefined) this.#add(field, third, range, nameRange, body, false);
    else if (mayBeName(second)) this.#open("dynamic-field", range);
  }

  #add(
    name: ByteText,
    expression: Expression | undefined,
    range: ByteRange,
    nameRange: ByteRange,
    body: FunctionBody,
    isOnSelf: boolean,
  ): void {
    const value = this.#ownField(expression) ?? exportValue(expression, this.#reading);
    if (value === undefined) {
      if (this.#isSurelyRun(range)) this.#takeAway(name);
      return;
    }
    this.#last.set(name, value);
    this.exports.push({
      name,
      value,
      range,
      nameRange,
      isLazy: !this.#reading.execution.includes(body),
      isOnSelf,
    });
  }

  /** A statement of the file itself, in no function and in no block other than `do`. */
  #isSurelyRun({ start, end }: ByteRange): boolean {
    const [chunk] = this.#reading.scopes.bodies;
    let around: readonly Statement[] = chunk?.node.body ?? [];
    for (;;) {
      const found = around.find(({ range }) => range[0] <= start && end <= range[1]);
      if (found?.type !== "DoStatement") return found?.range[0] === start && found.range[1] === end;
      around = found.body;
    }
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

  #gives(expression: Expression): boolean {
    return this.#reading.tracing.ofExpression(expression).some((origin) => this.#isItself(origin));
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
