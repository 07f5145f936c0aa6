// Where a value comes from, as far as names tell.
import type { ByteText } from "../../base/byte-text.ts";
import type { ByteRange } from "../../base/position.ts";
import type { Binding, Chain, Step } from "../scopes/scopes.ts";
import type { Expression, FunctionDeclaration, TableConstructorExpression } from "../syntax/ast.ts";
import { textLiteral } from "../syntax/literals.ts";
import { byteRange } from "../syntax/ranges.ts";

export type Origin =
  /** A field of the table of globals; with an empty path, that table. */
  | { readonly kind: "global"; readonly path: readonly ByteText[] }
  /** A field of what a call of `require` gives; with an empty path the module itself. */
  | { readonly kind: "module"; readonly call: RequireCall; readonly path: readonly ByteText[] }
  | {
      readonly kind: "table";
      readonly node: TableConstructorExpression;
      readonly path: readonly ByteText[];
      /** Reached as `self` of a method. */
      readonly isOnSelf: boolean;
    }
  | { readonly kind: "function"; readonly node: FunctionDeclaration }
  | {
      readonly kind: "local";
      readonly binding: Binding;
      readonly path: readonly ByteText[];
      readonly isOnSelf: boolean;
    };

/** A call of `require`, plain or through `pcall`; or a look at what was required before: `package.loaded.x`. */
export interface RequireCall {
  readonly call: Step;
  readonly chain: Chain;
  /** What is given as the name; undefined if there is nothing, and for a plain field of `package.loaded`. */
  readonly argument: Expression | undefined;
  readonly isProtected: boolean;
  /** How many calls of `pcall` run it: as many results come before the module. */
  readonly depth: number;
  /** It looks at what was required before. */
  readonly isLookup: boolean;
}

/** The range of the name itself; for a string, of its content. */
export function fieldNameRange(step: Step, text: ByteText): ByteRange {
  if (step.type === "MemberExpression") return byteRange(step.identifier.range);
  if (step.type !== "IndexExpression") return byteRange(step.range);
  return step.index.type === "StringLiteral"
    ? textLiteral(step.index, text).content
    : byteRange(step.index.range);
}

export function pathOf(origin: Origin): readonly ByteText[] {
  return origin.kind === "function" ? [] : origin.path;
}

export function withField(origin: Origin, name: ByteText): Origin {
  if (origin.kind === "function") return origin;
  if (origin.kind === "global" && origin.path.length === 0 && name === "_G") return origin;
  const path = [...origin.path, name];
  // Written out, because there is one for each step of a file's chains, and a spread of an unknown kind is slow.
  switch (origin.kind) {
    case "global":
      return { kind: "global", path };
    case "module":
      return { kind: "module", call: origin.call, path };
    case "table":
      return { kind: "table", node: origin.node, path, isOnSelf: origin.isOnSelf };
    case "local":
      return { kind: "local", binding: origin.binding, path, isOnSelf: origin.isOnSelf };
  }
}
