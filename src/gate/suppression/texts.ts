// Which texts a suppression may stand in: those that were inspected, those that something was found in all the same, and what was
// there before.
import type { ChangeSet, FileChange } from "../../model/change.ts";
import { isLuaText } from "../../modules/lua-files.ts";
import type { SourceFile } from "../../modules/source-file.ts";
import type { RawFinding } from "../compare.ts";
import type { Files, FileVersion } from "../files.ts";
import type { Terms } from "../terms.ts";
import { versionsBefore } from "../versions-before.ts";
import type { Texts } from "./suppress.ts";
import { mentionsSuppression } from "./suppression-comment.ts";

/** The suppressions of a file that no rule inspected hold for what is found there all the same. */
export async function textsBeyond(
  inspected: readonly SourceFile[],
  found: readonly RawFinding[],
  change: ChangeSet,
  files: Files,
  terms: Terms,
): Promise<SourceFile[]> {
  const known = new Set(inspected.map(({ path }) => path));
  const placed = found.flatMap(({ finding: { place } }) =>
    place.kind === "span" && !known.has(place.path) ? [place.path] : [],
  );
  if (placed.length === 0) return [];
  const changes = new Map(change.files.map((file) => [file.path, file]));
  const wanted = [...(await change.source.entries("after", [...new Set(placed)]))].map(
    ([path, entry]): FileVersion => ({ path, entry, side: "after", change: changes.get(path) }),
  );
  await files.load(wanted);
  return wanted.flatMap((file) => files.get(file) ?? []).filter((text) => maySuppress(text, terms));
}

export function maySuppress(file: SourceFile, { project }: Terms): boolean {
  return mentionsSuppression(file.text) && isLuaText(file, project);
}

/** Where a rule may not be silenced, only what was silenced before still is: that has to be looked up. */
export async function textsBefore(
  texts: readonly SourceFile[],
  files: Files,
  terms: Terms,
): Promise<Texts["before"]> {
  const known = new Map<FileChange, SourceFile[]>();
  if (texts.length === 0 || terms.rules.every(({ id }) => terms.mayOverride(id))) return known;
  const versions = (text: SourceFile) => (text.change === undefined ? [] : versionsBefore(text.change));
  await files.load(texts.flatMap(versions));
  for (const text of texts) {
    if (text.change === undefined) continue;
    const before = versions(text).flatMap((version) => files.get(version) ?? []);
    known.set(
      text.change,
      before.filter((old) => maySuppress(old, terms)),
    );
  }
  return known;
}
