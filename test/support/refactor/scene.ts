// A refactoring on a tree from a literal. Every call does it twice: what it made must be what a second run makes nothing of, and
// both sides must be what the second parser says was asked for.
import * as assert from "uvu/assert";
import { type ByteText, byteTextOf } from "../../../src/base/byte-text.ts";
import { LuaSource } from "../../../src/lua/source.ts";
import type { Entry } from "../../../src/model/change.ts";
import type { Finding } from "../../../src/model/finding.ts";
import type { Patch } from "../../../src/model/patch.ts";
import { pathOf, spanOf } from "../../../src/model/place.ts";
import type { Project } from "../../../src/model/project.ts";
import { isLua } from "../../../src/modules/lua-files.ts";
import { readRefactoring } from "../../../src/refactor/read-refactoring.ts";
import { refactor } from "../../../src/refactor/refactor.ts";
import { objection } from "../../../src/refactor/second-opinion.ts";
import type { Tree } from "../../../src/refactor/tree.ts";

/** One character a byte, so that any text can be written. */
export type Texts = Readonly<Record<string, string>>;

export interface Outcome {
  /** Undefined where it was stopped. */
  readonly after: Texts | undefined;
  /** `path:line message` */
  readonly stops: readonly string[];
  readonly reports: readonly string[];
  readonly notes: string;
  readonly patch: Patch;
}

export function projectOf(given: Partial<Project["lua"]> = {}, root = ""): Project {
  return {
    root,
    lua: {
      files: ["**/*.lua"],
      versions: [{ folder: "", version: "5.3" }] as unknown as Project["lua"]["versions"],
      moduleRoots: [""],
      generated: [],
      vendored: [],
      scripts: [],
      externals: ["socket", "socket.*"],
      ...given,
    },
    namespace: { canonical: "", retired: [] },
    features: { root: "", layers: [] },
    pure: [],
    agentBranches: ["codex/**"],
    host: { globals: [], modules: [] },
    shims: { maxDays: 30, forbid: false },
    taskCode: { patterns: [], examples: [] },
  };
}

export function treeOf(texts: Texts, project: Project = projectOf()): Tree {
  const paths = Object.keys(texts);
  const entry = (path: string): Entry => ({ kind: "file", id: `${path}\0${texts[path]}` });
  return {
    project,
    entries: new Map(paths.map((path) => [path, entry(path)])),
    texts: new Map(
      paths.filter((path) => isLua(path, project)).map((path) => [path, bytes(texts[path] ?? "")]),
    ),
  };
}

export function perform(
  before: Texts,
  payload: Readonly<Record<string, unknown>>,
  project: Project = projectOf(),
): Outcome {
  const read = readRefactoring(payload as Parameters<typeof readRefactoring>[0]);
  if (!read.ok || read.value === undefined) throw new Error(read.ok ? "no refactoring" : read.error);
  const task = read.value;
  const made = refactor(treeOf(before, project), task);
  const { patch, notes } = made;
  const said = { stops: made.stops.map(told), reports: made.reports.map(told), notes, patch };
  if (made.stops.length > 0) return { after: undefined, ...said };
  for (const each of made.rewritten) assert.is(objection(each), undefined, each.path);
  const after = applied(before, patch);
  const unsound = new Set(Object.values(before).filter((text) => !parses(text)));
  for (const [path, text] of Object.entries(after))
    if (isLua(path, project) && !unsound.has(text)) assert.ok(parses(text), `${path} parses`);
  const again = refactor(treeOf(after, project), task);
  assert.equal(again.stops.map(told), [], "a second run is stopped by nothing");
  assert.equal(again.patch, { edits: [], moves: [], deletions: [] }, "a second run changes nothing");
  return { after, ...said };
}

/** As `applySteps` does it: moves first, edits by the new name, then deletions. */
export function applied(before: Texts, { moves, edits, deletions }: Patch): Texts {
  const files = new Map(Object.entries(before));
  for (const { from, to } of moves) {
    assert.ok(files.has(from) && !files.has(to), `${from} → ${to}`);
    files.set(to, files.get(from) ?? "");
    files.delete(from);
  }
  for (const edit of edits) {
    if (edit.kind !== "contents") throw new Error(edit.kind);
    assert.ok(files.has(edit.path) || edit.isNew || edit.mode !== undefined, edit.path);
    files.set(edit.path, edit.contents.toString("latin1"));
  }
  for (const path of deletions) assert.ok(files.delete(path), path);
  return Object.fromEntries([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function told({ place, message }: Finding): string {
  const line = spanOf(place)?.start.line;
  return `${pathOf(place) ?? "-"}${line === undefined ? "" : `:${line}`} ${message}`;
}

function parses(text: string): boolean {
  return new LuaSource(bytes(text)).syntax.ok;
}

function bytes(text: string): ByteText {
  return byteTextOf(Buffer.from(text, "latin1"));
}
