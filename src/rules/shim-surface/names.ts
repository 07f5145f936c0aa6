// Which function a shim stands for, and which one had its name before the change.
import type { ByteText } from "../../base/byte-text.ts";
import type { ByteRange } from "../../base/position.ts";
import type { LuaFunction } from "../../lua/facts/functions.ts";
import type { Shim } from "../../lua/shims/shims.ts";
import type { SourceFile } from "../../modules/source-file.ts";

/**
 * A name, independent of what the module's local is called and how it is written: `M.f`, `Playlist:f` and `M.f = function` are
 * all `.f` if the file ends in `return M` or `return Playlist`.
 */
export function plainName(name: string, { lua }: SourceFile): string {
  const path = name.replace(/^local /, "").replaceAll(":", ".");
  const { ending } = lua.module;
  const own = "local" in ending ? ending.local : undefined;
  return own !== undefined && path.startsWith(`${own}.`) ? path.slice(own.length) : path;
}

/** The field of the module that a plain name is; undefined for a local, a global, and a field of something else. */
export function fieldOf(plain: string): ByteText | undefined {
  const name = plain.slice(1);
  // Bytes of a ByteText's name are a ByteText.
  return plain.startsWith(".") && !name.includes(".") ? (name as ByteText) : undefined;
}

/** The field through which a module offers a function that has another name inside: `local function f()` … `M.f = f`. */
export function exportedAs(own: LuaFunction | undefined, { lua }: SourceFile): ByteText | undefined {
  if (own === undefined) return undefined;
  const found = lua.module.exports.find(
    ({ value }) => value.kind === "function" && value.range.start === own.range.start,
  );
  return found?.name;
}

export function functionsNamed(plain: string, file: SourceFile): readonly LuaFunction[] {
  return file.lua.functions.filter(({ name }) => plainName(name, file) === plain);
}

/** The function whose head is in `range`. */
export function functionIn({ start, end }: ByteRange, { lua }: SourceFile): LuaFunction | undefined {
  return lua.functions.find(({ range }) => range.start >= start && range.start < end);
}

/** `get_sequence` of `TEMP_PARITY_SHIM: get_sequence() → use playlists.sequencer`: what the header says it stands for. */
export function announcedName({ deprecated }: Shim): string | undefined {
  const name = /^(?:TEMP(?:ORARY)?[_ ]PARITY[_ ]SHIM\b[\s:]*)?([A-Za-z_][\w.:]*)\s*\(/i.exec(deprecated)?.[1];
  return name === undefined ? undefined : lastPart(name);
}

export function lastPart(name: string): string {
  return /(?<!\w)\w+$/.exec(name)?.[0] ?? name;
}
