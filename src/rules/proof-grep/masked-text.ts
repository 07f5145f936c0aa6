// The part of a file that a proof-grep reads. Positions are those of the file: what is not read is replaced by blanks.
import type { ByteText } from "../../base/byte-text.ts";
import type { Project } from "../../model/project.ts";
import type { GrepRegion } from "../../model/proof-grep.ts";
import { isLua } from "../../modules/lua-files.ts";
import type { SourceFile } from "../../modules/source-file.ts";

const kept = new WeakMap<SourceFile, Map<GrepRegion, ByteText>>();

/** Strings are code. A file that is not Lua is read as it is. */
export function view(file: SourceFile, region: GrepRegion, project: Project): ByteText {
  if (region === "text" || !isLua(file.path, project)) return file.text;
  const views = kept.get(file) ?? new Map<GrepRegion, ByteText>();
  kept.set(file, views);
  const known = views.get(region);
  if (known !== undefined) return known;
  const made = blanked(file, region === "comments");
  views.set(region, made);
  return made;
}

function blanked({ text, lua }: SourceFile, keepsComments: boolean): ByteText {
  const pieces: string[] = [];
  let at = 0;
  const push = (end: number, isComment: boolean) => {
    const piece = text.slice(at, end);
    pieces.push(isComment === keepsComments ? piece : blank(piece));
    at = end;
  };
  for (const { start, end } of lua.comments) {
    push(start, false);
    push(end, true);
  }
  push(text.length, false);
  return pieces.join("") as ByteText;
}

function blank(text: string): string {
  return text.replaceAll(/[^\r\n]+/g, (line) => " ".repeat(line.length));
}
