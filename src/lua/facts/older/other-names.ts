// An older text that is the same but for the names of what it requires, as when a module moves: it parses as the newer one does, and requires the
// same in the same places, under its own names. So it need not be parsed.
import type { ByteText } from "../../../base/byte-text.ts";
import type { ByteRange } from "../../../base/position.ts";
import type { LuaVersion } from "../../../model/lua-version.ts";
import type { TextLiteral } from "../../syntax/literals.ts";
import { isStandardModule } from "../../values/standard-names.ts";
import type { Require, StaticRequire } from "../requires.ts";

/** A name in quotes with nothing in it that Lua reads in another way. */
const NAME = /[\w.-]+/y;

/** What the older text requires; undefined where it differs in more than names, or where a name may change what is read. */
export function requiresUnderOldNames(
  requires: readonly Require[],
  text: ByteText,
  version: LuaVersion,
  old: ByteText,
): readonly Require[] | undefined {
  const places = literalsOf(requires, text);
  const names = oldNames(places, text, old);
  if (names === undefined || !areOneToOne(requires, names)) return undefined;
  const changed = places.filter((literal) => names.get(literal.range.start) !== literal.value);
  const isKnownToLua = (name: string) => isStandardModule(name, version) || isStandardModule(name, "luajit");
  if (changed.some(({ range, value }) => isKnownToLua(value) || isKnownToLua(names.get(range.start) ?? "")))
    return undefined;
  if (
    requires.some((each) => each.kind === "dynamic" && changed.some(({ range }) => holds(each.range, range)))
  )
    return undefined;
  const moves = movesOf(places, names);
  const moved = ({ start, end }: ByteRange) => ({ start: moves(start), end: moves(end) });
  return requires.map((each): Require => {
    const range = moved(each.range);
    if (each.kind === "dynamic") return { ...each, range };
    const { literal } = each;
    const name = nameBefore(each, names);
    const own = literal && {
      ...literal,
      value: name,
      range: moved(literal.range),
      content: moved(literal.content),
    };
    return { ...each, name, literal: own, range, nameRange: moved(each.nameRange) };
  });
}

/** Those whose names may differ, each once, in source order. */
function literalsOf(requires: readonly Require[], text: ByteText): readonly TextLiteral[] {
  const found = new Map<number, TextLiteral>();
  for (const each of requires) {
    const literal = each.kind === "static" ? each.literal : undefined;
    if (literal === undefined || literal.quote === "[[" || !isWrittenAt(literal, text)) continue;
    found.set(literal.range.start, literal);
  }
  return [...found.values()].sort((one, other) => one.range.start - other.range.start);
}

function isWrittenAt({ range, value, quote }: TextLiteral, text: ByteText): boolean {
  NAME.lastIndex = 0;
  const isPlain = NAME.exec(value)?.[0].length === value.length;
  return isPlain && text.slice(range.start, range.end) === `${quote}${value}${quote}`;
}

/** What stands in the older text in each place; undefined if anything else differs. */
function oldNames(
  places: readonly TextLiteral[],
  text: ByteText,
  old: ByteText,
): ReadonlyMap<number, ByteText> | undefined {
  const names = new Map<number, ByteText>();
  let from = 0;
  let at = 0;
  for (const { range, content } of places) {
    const between = text.slice(from, content.start);
    if (!old.startsWith(between, at)) return undefined;
    NAME.lastIndex = at + between.length;
    const name = NAME.exec(old)?.[0];
    if (name === undefined) return undefined;
    // A piece of a byte text is a byte text.
    names.set(range.start, name as ByteText);
    from = content.end;
    at += between.length + name.length;
  }
  const rest = text.slice(from);
  return old.length - at === rest.length && old.endsWith(rest) ? names : undefined;
}

/** Two names that are one in the other text may be taken for each other there. */
function areOneToOne(requires: readonly Require[], names: ReadonlyMap<number, ByteText>): boolean {
  const [there, back] = [new Map<ByteText, ByteText>(), new Map<ByteText, ByteText>()];
  return requires.every((each) => {
    if (each.kind === "dynamic") return true;
    const name = nameBefore(each, names);
    const isSame = (there.get(each.name) ?? name) === name && (back.get(name) ?? each.name) === each.name;
    there.set(each.name, name);
    back.set(name, each.name);
    return isSame;
  });
}

function nameBefore({ name, literal }: StaticRequire, names: ReadonlyMap<number, ByteText>): ByteText {
  return (literal && names.get(literal.range.start)) ?? name;
}

function holds(outer: ByteRange, inner: ByteRange): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Where an offset of the newer text, outside of the names, lies in the older one. */
function movesOf(
  places: readonly TextLiteral[],
  names: ReadonlyMap<number, ByteText>,
): (offset: number) => number {
  return (offset) => {
    let shift = 0;
    for (const { range, content, value } of places) {
      if (content.end > offset) break;
      shift += (names.get(range.start)?.length ?? value.length) - value.length;
    }
    return offset + shift;
  };
}
