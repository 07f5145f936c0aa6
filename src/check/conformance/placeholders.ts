// Texts from a template that nobody has filled in.
import type { Task } from "../../model/task.ts";
import type { ConformanceFault } from "./scene.ts";

export function placeholders(task: Task): readonly ConformanceFault[] {
  const { kind, acceptance, proofGreps, grepPlaces, textGreps, notes } = task;
  const words: readonly Placed[] = [
    [["task"], kind],
    ...acceptance.map((line, at): Placed => [["acceptance", at], line]),
  ];
  const patterns = proofGreps.map(
    ({ pattern }, at): Placed => [["proof_grep", grepPlaces[at] ?? at, "pattern"], pattern],
  );
  return [
    ...among(words, isPlaceholder),
    ...among(pathsOf(task), isPathPlaceholder),
    ...among(patterns, isEllipsis),
    ...among([[["notes"], notes]], areNotesUnsaid),
    ...textGreps.map(({ index, text }): ConformanceFault => {
      const what = isPlaceholder(text) ? "a placeholder" : "a text";
      const message = `${quoted(text)} is ${what}, not a proof-grep, so nothing is looked for`;
      return { about: "placeholder", keys: ["proof_grep", index], message, next: GREP };
    }),
  ];
}

type Placed = readonly [keys: ConformanceFault["keys"], text: string | undefined];

/** Of files, folders and modules. */
function pathsOf({
  constraints,
  liveRoot,
  featureRoot,
  from,
  to,
  path,
  moves,
  files,
  edits,
}: Task): readonly Placed[] {
  return [
    [["live_root"], liveRoot],
    [["feature_root"], featureRoot],
    [["from"], from],
    [["to"], to],
    [["path"], path],
    ...moves.flatMap((move, at): readonly Placed[] => [
      [["moves", at, "from"], move.from],
      [["moves", at, "to"], move.to],
    ]),
    ...files.map((file, at): Placed => [["files", at, "path"], file.path]),
    ...edits.map((edit, at): Placed => [["edits", at, "path"], edit.path]),
    ...(constraints.allowlist ?? []).map((entry, at): Placed => [["constraints", "allowlist", at], entry]),
  ];
}

function among(texts: readonly Placed[], isOne: (text: string) => boolean): readonly ConformanceFault[] {
  return texts.flatMap(([keys, text]): ConformanceFault[] =>
    text === undefined || !isOne(text)
      ? []
      : [{ about: "placeholder", keys, message: `${quoted(text)} is a placeholder`, next: FILL_IN }],
  );
}

const FILL_IN = "write what is meant in its place";
const GREP = 'write {"pattern": "…", "should_match": false}';

/** "…", "... per V5 template ...", "<minimal paths>", "<risks>; <rollback>", "TODO". */
export function isPlaceholder(text: string): boolean {
  const said = text.trim();
  if (said === "") return false;
  if (/^(?:<[^<>]*>|[\s;,.…/|-])+$/.test(said) || /^(?:TODO|TBD|FIXME)\b/.test(said)) return true;
  return isEllipsis(said);
}

/** A pattern may rightly look for `<const>`, or for TODO. */
function isEllipsis(text: string): boolean {
  return /^\s*(?:\.{3}|…)(?:\s|$|[\s\S]*(?:\.{3}|…)\s*$)/.test(text);
}

/** "<minimal paths>", ".../core/keys.lua", "ARKITEKT/<feature>/core". */
function isPathPlaceholder(path: string): boolean {
  if (/^(?:<[^<>]*>|TODO|TBD|FIXME)$/.test(path.trim())) return true;
  return path.split("/").some((name) => /^(?:\.{3}|…|<[^<>]*>)$/.test(name.trim()));
}

/** Where each heading alone stands. */
function areNotesUnsaid(notes: string): boolean {
  const lines = notes.split("\n").filter((text) => text.trim() !== "");
  return (
    isPlaceholder(notes) ||
    (lines.length > 0 && lines.every((text) => isPlaceholder(text.replace(/^[\w /-]*:/, ""))))
  );
}

function quoted(text: string): string {
  const shown = text.length > 60 ? `${text.slice(0, 59)}…` : text;
  return JSON.stringify(shown);
}
