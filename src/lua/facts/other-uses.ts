// Where a literal text goes besides the names that it is a part of. Whoever changes the text for their sake changes that too.
import type { ByteText } from "../../base/byte-text.ts";
import type { ByteRange } from "../../base/position.ts";
import { argumentsOf, isCall } from "../scopes/chains.ts";
import type { Binding, Chain, Scopes } from "../scopes/scopes.ts";
import type { Call, Expression } from "../syntax/ast.ts";
import { byteRange } from "../syntax/ranges.ts";
import type { Reading } from "../values/reading.ts";

/** `string` is the literal, `names` are the expressions that give names; followed through locals, their tables, and loops over them. */
export function otherUses(
  { scopes, text }: Reading,
  string: ByteRange,
  names: readonly ByteRange[],
): readonly ByteRange[] {
  const others: ByteRange[] = [];
  const open: UsePlace[] = [{ range: string, chain: undefined }];
  const seen = new Set<Binding>();
  for (const place of open) {
    if (names.some((name) => isPartOf(place, name))) continue;
    const holders = holdersOf(scopes, place.range);
    if (holders.length === 0) others.push(place.range);
    for (const holder of holders) {
      if (seen.has(holder)) continue;
      seen.add(holder);
      open.push(...usesOf(scopes, holder, text));
    }
  }
  return others;
}

interface UsePlace {
  readonly range: ByteRange;
  readonly chain: Chain | undefined;
}

/** A key of something is not a part of the name that results. */
function isPartOf({ range, chain }: UsePlace, name: ByteRange): boolean {
  if (range.start < name.start || range.end > name.end) return false;
  return chain?.role.kind !== "index" || (range.start === name.start && range.end === name.end);
}

/** Assigning to a local is not a use of it, nor is taking the length of its list. */
function usesOf({ chains }: Scopes, holder: Binding, text: ByteText): readonly UsePlace[] {
  return chains.flatMap((chain) => {
    const range = byteRange(chain.range);
    const isOther = chain.binding !== holder || chain.role.kind === "target";
    return isOther || /#[ \t]*$/.test(text.slice(0, range.start)) ? [] : [{ range, chain }];
  });
}

/** Locals that are given what the expression at `place` is a part of. */
function holdersOf({ bindings, chains }: Scopes, place: ByteRange): readonly Binding[] {
  const given = bindings.filter(
    ({ sources, drawn }) =>
      sources.some(({ expression }) => isGivenBy(expression, place)) ||
      // A loop over a list counts in its first variable.
      (drawn !== undefined && drawn.index > 0 && drawn.iterators.some((each) => isGivenBy(each, place))),
  );
  const fields = chains.flatMap(({ binding, role }) => {
    const isHeld = binding !== undefined && role.kind === "target" && role.value !== undefined;
    return isHeld && isGivenBy(role.value, place) ? [binding] : [];
  });
  return [...given, ...fields];
}

/** Whether the value at `place` goes into what `expression` gives, and nowhere else. */
function isGivenBy(expression: Expression, place: ByteRange): boolean {
  const open = [expression];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const range = byteRange(node.range);
    if (range.start > place.start || range.end < place.end) continue;
    if (range.start === place.start && range.end === place.end) return true;
    open.push(...partsOf(node));
  }
  return false;
}

function partsOf(node: Expression): readonly Expression[] {
  if (node.type === "BinaryExpression") return node.operator === ".." ? [node.left, node.right] : [];
  if (node.type === "LogicalExpression") return [node.left, node.right];
  if (node.type === "TableConstructorExpression") return node.fields.map(({ value }) => value);
  return isCall(node) ? givenTo(node) : [];
}

/** The arguments that Lua's own functions make a text from, or that a loop goes over. */
function givenTo(call: Call): readonly Expression[] {
  const { base } = call;
  if (base.type === "Identifier") return HANDING.has(base.name) ? argumentsOf(call) : [];
  if (base.type !== "MemberExpression" || !MAKING.has(base.identifier.name)) return [];
  if (base.indexer === ":") return [base.base, ...argumentsOf(call)];
  const isOwn = base.base.type === "Identifier" && ["string", "table"].includes(base.base.name);
  return isOwn ? argumentsOf(call) : [];
}

const HANDING: ReadonlySet<string> = new Set(["ipairs", "pairs", "next", "tostring"]);
const MAKING: ReadonlySet<string> = new Set(
  "concat format gsub lower match rep reverse sub upper".split(" "),
);
