// Every place in a text that names a module or a Lua file by a literal, with the bytes that spell it.
import type { ByteText } from "../../base/byte-text.ts";
import type { ByteRange } from "../../base/position.ts";
import { argumentsOf, isCall } from "../scopes/chains.ts";
import type { Chain, Step } from "../scopes/scopes.ts";
import type { Call, Expression, StringLiteral } from "../syntax/ast.ts";
import { textLiteral } from "../syntax/literals.ts";
import { byteRange } from "../syntax/ranges.ts";
import { spellingOf } from "../syntax/spelling.ts";
import type { Origin } from "../values/origin.ts";
import type { Reading } from "../values/reading.ts";
import type { FoldedTexts } from "../values/text-functions.ts";

export interface ModuleMention {
  readonly by:
    | "require"
    /** A call of something else that is called `require`, or of one that the file itself replaces. */
    | "shadowed"
    /** A key of `package.loaded` or `package.preload`, or what `package.searchpath` looks for. */
    | "package"
    /** `module("x")` of 5.1: its globals go by that name, too. */
    | "declaration"
    /** The path that `dofile` or `loadfile` is given. */
    | "file"
    /** `---@module "x"` */
    | "annotation"
    /** Any other string. */
    | "string";
  /** What the program sees. */
  readonly name: ByteText;
  /** The literal, or all of them if the name is put together from several, or the name in an annotation. */
  readonly range: ByteRange;
  /** The bytes of the text for each byte of the name; undefined if that is not known. */
  readonly spelling: readonly ByteRange[] | undefined;
  /** What it stands in, and so what would end it: a quote, a name of Lua (`package.loaded.x`), or white space. */
  readonly quote: "'" | '"' | "[[" | "name" | "space";
}

/** A place that may name any module that its literal parts allow. */
export interface ComputedMention {
  readonly by: "require" | "package" | "file";
  readonly range: ByteRange;
  /** What the name begins and ends with, as far as it is written. */
  readonly start: ByteText;
  readonly end: ByteText;
  /** What it may be, as far as that can be worked out. */
  readonly texts: FoldedTexts;
  /** In a call of a function other than Lua's. */
  readonly isShadowed: boolean;
}

export interface Mentions {
  /** In source order. */
  readonly literal: readonly ModuleMention[];
  readonly computed: readonly ComputedMention[];
}

export function mentionsOf(reading: Reading, comments: readonly ByteRange[]): Mentions {
  const found = new Mentioned(reading);
  found.chains();
  found.strings();
  found.annotations(comments);
  const byPlace = <T extends { readonly range: ByteRange }>(list: T[]) =>
    list.sort((a, b) => a.range.start - b.range.start);
  return { literal: byPlace(found.literal), computed: byPlace(found.computed) };
}

class Mentioned {
  readonly literal: ModuleMention[] = [];
  readonly computed: ComputedMention[] = [];
  readonly #reading: Reading;
  readonly #seen = new Set<Expression>();

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  chains(): void {
    const { scopes, tracing } = this.#reading;
    const replaced = scopes.chains.some(
      (chain) => chain.role.kind === "target" && this.#isGlobal(chain, chain.steps.length, "require"),
    );
    const calls = tracing.requireCalls().filter(({ call }) => isCall(call));
    for (const { argument } of calls)
      if (argument !== undefined) this.#add(replaced ? "shadowed" : "require", argument);
    const required = new Set<Step>(calls.map(({ call }) => call));
    for (let index = 0; index < scopes.chains.length; index++) {
      const chain = scopes.chains[index] as Chain;
      if (chain.steps.length > LONGEST_CHAIN) continue;
      for (const [at, step] of chain.steps.entries()) {
        if (isCall(step)) this.#call(chain, at, step, required);
        else this.#key(chain, at, step);
      }
    }
  }

  /** Calls of anything but `require`. */
  #call(chain: Chain, at: number, call: Call, required: ReadonlySet<Step>): void {
    const [first, second] = argumentsOf(call);
    if (required.has(call) || first === undefined) return;
    if (this.#isShadowedRequire(chain, at)) {
      this.#addLiteral("shadowed", first);
      return;
    }
    const name = this.#globalAt(chain, at);
    if (name === undefined) return;
    if (name === "dofile" || name === "loadfile") this.#add("file", first);
    else if (name === "package.searchpath") this.#add("package", first);
    else if (name === "module" && chain.binding === undefined) this.#addLiteral("declaration", first);
    else if (name === "pcall" || name === "xpcall") {
      const given = name === "pcall" ? second : argumentsOf(call)[2];
      if (given === undefined) return;
      if (this.#names(first, ["dofile", "loadfile"])) this.#add("file", given);
      else if (first.type === "Identifier" && first.name === "require") this.#addLiteral("shadowed", given);
    }
  }

  #key(chain: Chain, at: number, step: Step): void {
    const table = this.#globalAt(chain, at);
    if (table !== "package.loaded" && table !== "package.preload") return;
    if (step.type === "IndexExpression") this.#add("package", step.index);
    else if (step.type === "MemberExpression") {
      const range = byteRange(step.identifier.range);
      const name = step.identifier.name as ByteText;
      const spelling = Array.from(name, (_, index) => ({
        start: range.start + index,
        end: range.start + index + 1,
      }));
      this.literal.push({ by: "package", name, range, spelling, quote: "name" });
    }
  }

  /** What is called has the name `require` and does not lead to Lua's own. */
  #isShadowedRequire({ root, binding, env, steps }: Chain, at: number): boolean {
    if (at === 0)
      return (
        root.type === "Identifier" && root.name === "require" && (binding !== undefined || env !== undefined)
      );
    const step = steps[at - 1];
    return (
      at === 1 &&
      step !== undefined &&
      env !== undefined &&
      this.#reading.tracing.folding.stepName(step) === "require"
    );
  }

  #globalAt(chain: Chain, at: number): string | undefined {
    for (const { origin, rest } of this.#reading.tracing.trace(chain, at))
      if (rest === at && origin.kind === "global") return origin.path.join(".");
    return undefined;
  }

  #isGlobal(chain: Chain, at: number, name: string): boolean {
    return chain.binding === undefined && this.#globalAt(chain, at) === name;
  }

  #names(expression: Expression, wanted: readonly string[]): boolean {
    return this.#reading.tracing
      .ofExpression(expression)
      .some((origin: Origin) => origin.kind === "global" && wanted.includes(origin.path.join(".")));
  }

  #add(by: "require" | "shadowed" | "package" | "file", expression: Expression): void {
    const whole = by === "file" ? inPieces(expression) : undefined;
    if (expression.type === "StringLiteral") this.#addLiteral(by, expression);
    else if (whole !== undefined) {
      const range = byteRange(expression.range);
      this.literal.push({ by, name: whole, range, spelling: undefined, quote: '"' });
    } else if (expression.type !== "NumericLiteral" && expression.type !== "NilLiteral") {
      const { start, end } = literalEnds(expression);
      const range = byteRange(expression.range);
      const isShadowed = by === "shadowed";
      const texts = this.#reading.tracing.folding.texts(expression);
      this.computed.push({ by: isShadowed ? "require" : by, range, start, end, texts, isShadowed });
    }
  }

  #addLiteral(by: ModuleMention["by"], expression: Expression): void {
    if (expression.type !== "StringLiteral" || this.#seen.has(expression)) return;
    this.#seen.add(expression);
    this.literal.push(this.#mention(by, expression));
  }

  #mention(by: ModuleMention["by"], node: StringLiteral): ModuleMention {
    const { text } = this.#reading;
    const literal = textLiteral(node, text);
    const { value: name, range, quote } = literal;
    return { by, name, range, spelling: spellingOf(literal, text), quote };
  }

  strings(): void {
    for (const node of this.#reading.scopes.strings)
      if (!this.#seen.has(node) && node.value.length <= LONGEST_STRING) this.#addLiteral("string", node);
  }

  annotations(comments: readonly ByteRange[]): void {
    const { text } = this.#reading;
    for (const { start, end } of comments) {
      const found = ANNOTATION.exec(text.slice(start, end));
      if (found === null) continue;
      const [, before = "", quote = "", name = ""] = found;
      const at = start + before.length + quote.length;
      const spelling = Array.from(name, (_, index) => ({ start: at + index, end: at + index + 1 }));
      const range = { start: at, end: at + name.length };
      const by = "annotation";
      const ends = quote === '"' || quote === "'" ? quote : "space";
      this.literal.push({ by, name: name as ByteText, range, spelling, quote: ends });
    }
  }
}

const LONGEST_CHAIN = 64;
const LONGEST_STRING = 2000;
const ANNOTATION = /^(---+[ \t]*@module[ \t]+)(["']?)([^\s"']+)(?:\2|$)/;

/** The value of `"a." .. "b"`, which consists only of literals. */
function inPieces(expression: Expression): ByteText | undefined {
  const pieces: string[] = [];
  const open: Expression[] = [expression];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === "StringLiteral") pieces.push(node.value);
    else if (node.type === "BinaryExpression" && node.operator === ".." && pieces.length < LONGEST_CHAIN)
      open.push(node.right, node.left);
    else return undefined;
  }
  return pieces.length > 1 ? (pieces.join("") as ByteText) : undefined;
}

/** `"a.b." .. name .. ".lua"` begins with `a.b.` and ends with `.lua`. */
function literalEnds(expression: Expression): { readonly start: ByteText; readonly end: ByteText } {
  const edge = (side: "left" | "right"): ByteText => {
    let node = expression;
    for (let depth = 0; depth < LONGEST_CHAIN && node.type === "BinaryExpression"; depth++) {
      if (node.operator !== "..") return "" as ByteText;
      node = node[side];
    }
    return (node.type === "StringLiteral" ? node.value : "") as ByteText;
  };
  return { start: edge("left"), end: edge("right") };
}
