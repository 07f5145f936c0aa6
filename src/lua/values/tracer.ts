// What the parts of value tracing ask of each other: a chain is followed by names, a name is worked out from values, and a value
// is found at the end of a chain.
import type { ByteText } from "../../base/byte-text.ts";
import type { Binding, Chain } from "../scopes/scopes.ts";
import type { Expression } from "../syntax/ast.ts";
import type { Origin, RequireCall } from "./origin.ts";
import type { TableContents } from "./table-contents.ts";
import type { FoldedTexts } from "./text-functions.ts";

/** What a chain leads to. */
export interface Trace {
  readonly origin: Origin;
  /** The first step that names could not follow; the number of steps if all were. */
  readonly rest: number;
  /** The step that added the first name to the path that did not come from the root. */
  readonly first: number;
  /** How many names of the path came from the root. */
  readonly inherited: number;
}

export interface Tracer {
  readonly contents: TableContents;
  /** Several if the root or a name may be several things; none if nothing is known about the root. */
  trace(chain: Chain, limit?: number): readonly Trace[];
  /** What a local may hold. A local about which nothing is known is its own origin. */
  ofBinding(binding: Binding): readonly Origin[];
  /** What an expression gives, if that can be followed to its end. */
  ofExpression(expression: Expression): readonly Origin[];
  /** Undefined for a field whose contents are not known. */
  heldIn(origin: Origin, name: ByteText): Origin | undefined;
  /** The names of fields that an expression may be. */
  names(expression: Expression): FoldedTexts;
  /** Undefined if it may be another, or can't be known. */
  moduleName(call: RequireCall): ByteText | undefined;
  /** Tracing values to find where others come from, and so on: `otherwise` if that goes too far. */
  deeper<T>(work: () => T, otherwise: T): T;
}
