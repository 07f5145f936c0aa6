// What a suppression of `lua-parse` covers is its line and nothing else: the rest of the file is read as if that line were not
// there, so that every other rule sees it.
import type { ByteText } from "../base/byte-text.ts";
import { LineIndex } from "../base/position.ts";
import type { KnownFacts } from "../lua/known-facts.ts";
import type { SyntaxFault } from "../lua/lexer/fault.ts";
import { tokens } from "../lua/lexer/tokens.ts";
import { LuaSource } from "../lua/source.ts";
import type { LuaVersion } from "../model/lua-version.ts";
import { luaParse } from "../rules/lua-parse.ts";
import { silencedLines } from "./suppression/suppress.ts";
import { mentionsSuppression } from "./suppression/suppression-comment.ts";

/** The most lines of a file that are forgiven: each costs one more reading. */
const MOST_FORGIVEN = 16;

/** The text read as Lua (`known` is what is remembered of it), without the lines at fault that a reasoned suppression speaks of. Every offset stays what it is. */
export function readForgiving(text: ByteText, version: LuaVersion, known?: KnownFacts): LuaSource {
  if (known !== undefined) return new LuaSource(text, version, [], known);
  const plain = new LuaSource(text, version);
  if (!mentionsSuppression(text) || !/lua-parse/i.test(text) || plain.syntax.ok) return plain;
  const lines = new LineIndex(text);
  const silenced = new Set(silencedLines({ text, lines, lua: plain }).get(luaParse.id));
  const forgiven: SyntaxFault[] = [];
  let source = plain;
  while (!source.syntax.ok && forgiven.length < MOST_FORGIVEN) {
    const fault = source.syntax.error;
    const { line } = lines.at(fault.range.start);
    if (!silenced.delete(line)) break;
    forgiven.push(fault);
    source = new LuaSource(withoutLine(source.text, lines, line), version, [...forgiven]);
  }
  return source;
}

function withoutLine(text: ByteText, lines: LineIndex, line: number): ByteText {
  const code = lines.line(line);
  const start = lines.start(line);
  const comment = tokens(code as ByteText).find(({ kind }) => kind === "comment")?.range.start;
  const length = comment ?? code.length;
  const kept = standIn(code.slice(0, length)).padEnd(length);
  return (text.slice(0, start) + kept + text.slice(start + length)) as ByteText;
}

/** What keeps the rest intact: the locals that the line declares, or the blocks that it opens or closes. */
function standIn(code: string): string {
  const names = /^\s*local\s+(?!function\b)([A-Za-z_]\w*[^=]*)/.exec(code)?.[1];
  const declared = names === undefined ? "" : `local ${names.replaceAll(/<[^>]*>/g, "").match(NAMES)?.[0]}`;
  const count = (word: RegExp) => code.match(word)?.length ?? 0;
  const depth = count(/\b(?:function|if|do)\b/g) - count(/\bend\b/g);
  const blocks = (depth > 0 ? "do " : "end ").repeat(Math.abs(depth)).trimEnd();
  const whole = depth === 0 ? declared : blocks;
  return whole.length <= code.length ? whole : "";
}

/** `a, b` and nothing else. */
const NAMES = /^[A-Za-z_]\w*(?:\s*,\s*[A-Za-z_]\w*)*/;
