import { encodeText, readable } from "../base/byte-text.ts";
import { list } from "../base/wording.ts";
import type { FieldSet } from "../lua/facts/field-sets.ts";
import type { Expression } from "../lua/syntax/ast.ts";
import { optionsOf, shape, texts, type ValueOf } from "../model/option.ts";
import { isOwnLua } from "../modules/lua-files.ts";
import type { SourceFile } from "../modules/source-file.ts";
import { placeIn } from "../rule/place-in.ts";
import type { FileRule } from "../rule/rule.ts";

/** What a field of a shape may hold; a number where nothing is said. */
interface ShapeField {
  readonly allows?: readonly ("number" | "string" | "nil")[];
  readonly min?: number;
  readonly notLess?: string;
}

const options = optionsOf({
  shape: shape<Readonly<Record<string, ShapeField>>>({
    description:
      'The fields of a table that goes to the engine, and what each may hold: `allows` (`"number"`, `"string"`, `"nil"`; a number when left out), `min` (the least number), `notLess` (another field, which it may not be less than). It holds for tables with at least two of them. Empty: there is none.',
    type: "object",
    additionalProperties: false,
    patternProperties: {
      "^[A-Za-z_][A-Za-z0-9_]*$": {
        type: "object",
        additionalProperties: false,
        properties: {
          allows: { type: "array", items: { enum: ["number", "string", "nil"] }, minItems: 1 },
          min: { type: "number" },
          notLess: { type: "string" },
        },
      },
    },
  }).byDefault({}),
  fields: texts(
    "Names of fields that hold numbers in whatever table they stand; nil takes one away.",
  ).byDefault([]),
});

type NumericFieldsOptions = ValueOf<typeof options>;

/**
 * What goes to the engine has one shape (playbook, "Shapes & coercion"): no table where a number is expected, no number below the least.
 * Judged on the syntax tree, by the whole name of a field, and only by what is written there.
 */
export const numericFields: FileRule<NumericFieldsOptions> = {
  id: "numeric-fields",
  kind: "file",
  summary: "the fields of a shape hold what it says: no table for a number, none too small",
  options,
  covers: isOwnLua,
  faultIn({ shape: written = {} }) {
    const fields = written as NumericFieldsOptions["shape"];
    for (const [name, { notLess }] of Object.entries(fields)) {
      if (notLess === undefined || Object.hasOwn(fields, notLess)) continue;
      return {
        keys: ["shape", name, "notLess"],
        message: `the shape has no field "${notLess}"`,
        next: `name one of ${list(Object.keys(fields), "or")}`,
      };
    }
    return undefined;
  },
  *inspect(file, { options }) {
    const rules = new Map(
      Object.entries(options.shape).map(([name, field]) => [encodeText(name) as string, field]),
    );
    const everywhere = new Set<string>(options.fields.map(encodeText));
    const mayHold = (name: string) => file.text.includes(name);
    if (!COMPUTED.test(file.text) && ![...rules.keys(), ...everywhere].some(mayHold)) return;
    const sets = file.lua.fieldSets(new Set([...rules.keys(), ...everywhere]));
    const used = usedShapes(file, rules, sets);
    for (const set of sets) {
      const { name, holder, nameRange, scope } = set;
      const ofShape = used.has(holder) ? rules.get(name) : undefined;
      // Setting a field to nil removes it.
      const isTaken = ofShape === undefined && set.value?.type === "NilLiteral";
      const field = ofShape ?? (everywhere.has(name) && !isTaken ? {} : undefined);
      const fault = field === undefined ? undefined : faultOf(set, field, file, sets);
      if (fault === undefined) continue;
      yield { place: placeIn(file, nameRange), ...fault, anchor: { scope, code: `${name} = ${fault.code}` } };
    }
  },
};

/** A computed key may be any name. */
const COMPUTED = /\[[^\]\n]*(?:\.\.|\\|\()/;

/** The tables that have at least two fields of the shape, or all of them. */
function usedShapes(
  { lua }: SourceFile,
  rules: ReadonlyMap<string, ShapeField>,
  sets: readonly FieldSet[],
): ReadonlySet<unknown> {
  const ofShape = sets.filter(({ name }) => rules.has(name));
  if (ofShape.length === 0) return new Set();
  const fields = new Map<unknown, Set<string>>();
  for (const { name, holder } of [...ofShape, ...lua.fieldReads(new Set(rules.keys()))])
    fields.set(holder, (fields.get(holder) ?? new Set()).add(name));
  const least = Math.min(2, rules.size);
  return new Set([...fields].flatMap(([holder, names]) => (names.size >= least ? [holder] : [])));
}

interface Fault {
  readonly message: string;
  readonly hint: string;
  readonly code: string;
}

function faultOf(
  set: FieldSet,
  field: ShapeField,
  file: SourceFile,
  sets: readonly FieldSet[],
): Fault | undefined {
  const { name, value } = set;
  if (value === undefined) return undefined;
  const { allows = ["number"] } = field;
  const kind = faultyKind(value, allows, file);
  const shown = readable(name);
  if (kind !== undefined) {
    return {
      message: `${shown} should hold ${list(allows.map(withArticle), "or")}, and gets ${withArticle(kind)}`,
      hint:
        kind === "table" && allows.includes("number")
          ? "pass the number; a list of numbers needs a field of its own"
          : `pass ${list(allows.map(withArticle), "or")}`,
      code: kind === "table" ? "{}" : kind,
    };
  }
  const number = file.lua.numberOf(value);
  if (number === undefined) return undefined;
  if (field.min !== undefined && number < field.min)
    return {
      message: `${shown} is at least ${field.min}, and gets ${number}`,
      hint: `pass ${field.min} or more`,
      code: String(number),
    };
  return lessThan(field.notLess, number, set, file, sets);
}

/** Both are in one table. */
function lessThan(
  other: string | undefined,
  number: number,
  { name, kind, holder }: FieldSet,
  { lua }: SourceFile,
  sets: readonly FieldSet[],
): Fault | undefined {
  if (other === undefined || kind !== "constructor-field") return undefined;
  const beside = sets.find(
    (each) => each.holder === holder && each.kind === kind && each.name === encodeText(other),
  );
  const least = beside?.value === undefined ? undefined : lua.numberOf(beside.value);
  if (least === undefined || number >= least) return undefined;
  return {
    message: `${readable(name)} is not less than ${other}, which is ${least}, and gets ${number}`,
    hint: `pass ${least} or more, or a smaller ${other}`,
    code: String(number),
  };
}

/**
 * A kind that the value may be of, and that is not allowed. Of what `and` and `or` choose between each counts; a table does wherever it
 * is one of several, any other kind only where it is certain.
 */
function faultyKind(value: Expression, allows: readonly string[], { lua }: SourceFile): string | undefined {
  if (lua.kindsOf(value).has("table")) return "table";
  if (value.type === "NilLiteral") return allows.includes("nil") ? undefined : "nil";
  for (const each of alternatives(value)) {
    const [kind = "unknown", ...others] = lua.kindsOf(each);
    // A function is a method, which has the field's name and another meaning.
    const isCertain = others.length === 0 && !["unknown", "nil", "function"].includes(kind);
    if (isCertain && !allows.includes(kind)) return kind;
  }
  return undefined;
}

/** Every operand of `and` and `or` that may be what they give. */
function alternatives(value: Expression): readonly Expression[] {
  const found: Expression[] = [];
  const waiting = [value];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.type !== "LogicalExpression") found.push(next);
    else if (next.operator === "and") waiting.push(next.right);
    else waiting.push(next.right, next.left);
  }
  return found;
}

function withArticle(kind: string): string {
  return kind === "nil" ? kind : `a ${kind}`;
}
