import type { ByteText } from "../../base/byte-text.ts";
import type { CommentBlock } from "./comment-blocks.ts";
import type { ShimTarget } from "./shims.ts";

const NAME = String.raw`([A-Za-z_]\w*(?:\s*[.:]\s*[A-Za-z_]\w*)*)`;
const TEXT = String.raw`(?:"\w*"|'\w*')`;
/** For what is set, `M["f"]` and `M["ge" .. "t"]` too. */
const SET = String.raw`[A-Za-z_]\w*(?:\s*[.:]\s*[A-Za-z_]\w*|\s*\[\s*${TEXT}(?:\s*\.\.\s*${TEXT})*\s*\])*`;
const FIELD = `(${SET})`;
const PARAMETERS = String.raw`\s*\(([^()]{0,2000})\)`;
const DECLARED = new RegExp(String.raw`(?:local\s+)?function\s+${NAME}${PARAMETERS}`, "y");
const ASSIGNED = new RegExp(String.raw`(?:local\s+)?${FIELD}\s*=\s*function${PARAMETERS}`, "y");
const ALIAS = new RegExp(String.raw`(?:local\s+)?${FIELD}\s*=(?!=)`, "y");
/** `M.f, M.g = …` */
const SEVERAL = new RegExp(String.raw`(${SET}(?:\s*,\s*${SET})+)\s*=(?!=)`, "y");

/** `rawset(M, "f", …)` sets a field too. */
const RAWSET = String.raw`rawset\s*\(\s*${NAME}\s*,\s*(?:"([A-Za-z_]\w*)"|'([A-Za-z_]\w*)')\s*,`;
const RAWSET_FUNCTION = new RegExp(String.raw`${RAWSET}\s*function${PARAMETERS}`, "y");
const RAWSET_ALIAS = new RegExp(RAWSET, "y");

/** What a shim's header stands above, read from the text: it must be known even in a file that does not parse. */
export function shimTarget(block: CommentBlock, text: ByteText): ShimTarget {
  if (block.isBehindCode) return { kind: "none" };
  const start = block.nextCode;
  const isRightBelow = !/(?:\r\n|\n\r|\n|\r)\s*(?:\r|\n)/.test(
    text.slice(block.range.end, Math.min(start, block.range.end + 200)),
  );
  const declared = declaredAt(text, start);
  if (declared !== undefined && (isRightBelow || !block.isFirst)) {
    const { name, end, parameters } = declared;
    const params = parameters
      .split(",")
      .map((one) => one.trim())
      .filter((one) => /^[A-Za-z_]\w*$/.test(one));
    return { kind: "function", name, params, range: { start, end } };
  }
  if (block.isFirst) return { kind: "file" };
  const alias = matchAt(ALIAS, text, start);
  if (alias !== undefined)
    return { kind: "assignment", name: plain(alias[1]), range: { start, end: start + alias[0].length } };
  const several = matchAt(SEVERAL, text, start);
  if (several !== undefined) return oneOf(several, block);
  const set = matchAt(RAWSET_ALIAS, text, start);
  if (set === undefined) return { kind: "none" };
  return { kind: "assignment", name: fieldName(set), range: { start, end: start + set[0].length } };
}

/** The one that the header speaks of, or else the first. */
function oneOf([all, targets = ""]: RegExpExecArray, { lines, nextCode: start }: CommentBlock): ShimTarget {
  const names = targets.split(",").map(plain);
  const isMeant = (name: string) => {
    const last = new RegExp(String.raw`\b${/(?<!\w)\w*$/.exec(name)?.[0]}\b`);
    return lines.some(({ text }) => last.test(text));
  };
  const name = names.find(isMeant) ?? plain(names[0]);
  return { kind: "assignment", name, range: { start, end: start + all.length } };
}

interface Declared {
  readonly name: ByteText;
  readonly parameters: string;
  readonly end: number;
}

function declaredAt(text: ByteText, start: number): Declared | undefined {
  const named = matchAt(DECLARED, text, start) ?? matchAt(ASSIGNED, text, start);
  if (named !== undefined)
    return { name: plain(named[1]), parameters: named[2] ?? "", end: start + named[0].length };
  const set = matchAt(RAWSET_FUNCTION, text, start);
  if (set === undefined) return undefined;
  return { name: fieldName(set), parameters: set[4] ?? "", end: start + set[0].length };
}

function fieldName([, table, name, other]: RegExpExecArray): ByteText {
  return `${plain(table)}.${name ?? other}` as ByteText;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

function plain(name = ""): ByteText {
  const dense = name.replaceAll(/\s+/g, "");
  return dense.replaceAll(/\[([^\]]*)\]/g, (_, key: string) => `.${key.replaceAll(/\W/g, "")}`) as ByteText;
}
