// A text that does not parse may be an importer: what is written in quotes shows it.
import { type ByteText, readable } from "../../base/byte-text.ts";
import type { ByteRange } from "../../base/position.ts";
import type { ModuleMention } from "../../lua/facts/module-mentions.ts";
import { type Token, tokens } from "../../lua/lexer/tokens.ts";
import { LuaSource } from "../../lua/source.ts";
import type { Finding } from "../../model/finding.ts";
import { findingIn } from "../finding-in.ts";
import type { TreeText } from "../tree.ts";
import { fileMention } from "./file-mention.ts";
import type { Ground } from "./ground.ts";
import { moduleMention } from "./module-mention.ts";

/** Its first string that names what changes; none if it is not an importer. */
export function unread(ground: Ground, file: TreeText): readonly Finding[] {
  for (const { name, range, isLoaded } of namesIn(file)) {
    // A single word is a name where something loads it, and just a word anywhere else.
    if (!isLoaded && !/[./\\]/.test(name)) continue;
    const mention: ModuleMention = { by: "require", name, range, spelling: undefined, quote: '"' };
    const changes =
      moduleMention(ground, mention, file) ?? fileMention(ground, { ...mention, by: "file" }, file);
    if (changes === undefined) continue;
    const why = `names ${readable(name)}, and the file does not parse`;
    return [findingIn(file, range, why, "mend the file first")];
  }
  return [];
}

interface Name {
  readonly name: ByteText;
  readonly range: ByteRange;
  readonly isLoaded: boolean;
}

/** What each string says, and what several say joined. */
function* namesIn({ text, lua: { version } }: TreeText): Generator<Name> {
  const list = tokens(text).filter(({ kind }) => kind !== "comment");
  const written = (token: Token | undefined) =>
    token === undefined ? "" : text.slice(token.range.start, token.range.end);
  for (let at = 0; at < list.length; at++) {
    const first = list[at];
    if (first?.kind !== "string") continue;
    let last = first;
    const before = [list[at - 1], list[at - 2]].map(written);
    for (
      let next = list[at + 2];
      written(list[at + 1]) === ".." && next?.kind === "string";
      next = list[at + 2]
    ) {
      last = next;
      at += 2;
    }
    const range = { start: first.range.start, end: last.range.end };
    const isLoaded = before.some((word) => /^(?:require|dofile|loadfile)$/.test(word));
    const name = saidBy(text.slice(range.start, range.end), version);
    if (name !== undefined) yield { name, range, isLoaded };
  }
}

/** As Lua reads it, escapes and all. */
function saidBy(strings: string, version: LuaSource["version"]): ByteText | undefined {
  const { literal, computed } = new LuaSource(`require(${strings})` as ByteText, version).mentions;
  return literal[0]?.by === "require" ? literal[0].name : computed[0]?.texts[0]?.text;
}
