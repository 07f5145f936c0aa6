// What the parts of value tracing ask of each other: a chain is followed by names, a name is worked out from values, and a value
// comes at the end of a chain.
import type { ByteText } from "../../base/byte-text.ts";
import type { Binding, Chain } from "../scopes/scopes.ts";
import type { Expression } from "../syntax/ast.ts";
import type { Origin, RequireCall } from "./origin.ts";
import type { TableContents } from "./table-contents.ts";
import type { FoldedTexts } from "./text-functions.ts";

/** What a chain comes to. */
export interface Trace {
  readonly origin: Origin;
  /** The first step that names could not follow; the number of steps when all were. */
  readonly rest: number;
  /** The step that added the first name to the path that the root did not bring along. */
  readonly first: number;
  /** How many names of the path the root brought along. */
  readonly inherited: number;
}

export interface Tracer {
  readonly contents: TableContents;
  /** Several when the root or a name may be several things; none when nothing is known of the root. */
  trace(chain: Chain, limit?: number): readonly Trace[];
  /** What a local may hold. A local of which nothing is known is its own origin. */
  ofBinding(binding: Binding): readonly Origin[];
  /** What an expression gives, where that can be followed to its end. */
  ofExpression(expression: Expression): readonly Origin[];
  /** Undefined for a field of which it is not known what it holds. */
  heldIn(origin: Origin, name: ByteText): Origin | undefined;
  /** The names of fields that an expression may be. */
  names(expression: Expression): FoldedTexts;
  /** Undefined where it may be another, or can't be told. */
  moduleName(call: RequireCall): ByteText | undefined;
  /** Values that are traced to find where others come from, and so on: `otherwise` where that goes too far. */
  deeper<T>(work: () => T, otherwise: T): T;
}
