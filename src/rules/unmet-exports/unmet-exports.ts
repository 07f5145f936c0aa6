import { type ByteText, readable } from "../../base/byte-text.ts";
import { dotted } from "../../base/dotted.ts";
import type { RepoPath } from "../../base/repo-path.ts";
import type { FieldUse } from "../../lua/facts/uses.ts";
import type { Finding } from "../../model/finding.ts";
import type { Project } from "../../model/project.ts";
import type { Facts, Need } from "../../modules/facts.ts";
import { everyName, importerSearch, importers } from "../../modules/importers.ts";
import { isOwn, isTest } from "../../modules/lua-files.ts";
import { type LookupSides, ModuleLookup } from "../../modules/module-lookup.ts";
import type { SourceFile } from "../../modules/source-file.ts";
import { incremental, type SoFar } from "../../rule/incremental.ts";
import { NO_OPTIONS, type NoOptions } from "../../rule/no-options.ts";
import { placeIn } from "../../rule/place-in.ts";
import type { ChangeRule, ChangeScene } from "../../rule/rule.ts";
import { type Removal, removedExports } from "./removed-exports.ts";
import { freshFields, nextStep } from "./suggest-replacement.ts";

/**
 * No importer uses a field that the change takes out of a module (playbook, "Failure contract": unmet_exports). For a module
 * whose fields can't all be named nothing is certain (set by a computed name, passed to a function), or nothing is said (a metatable).
 */
export const unmetExports: ChangeRule<NoOptions> = {
  id: "unmet-exports",
  kind: "change",
  summary: "no importer uses a field that the change takes out of a module",
  facet: "sides",
  options: NO_OPTIONS,
  ...incremental(look),
};

/** What one file does with one field that its module lost. */
interface Unmet {
  readonly file: SourceFile;
  /** The name by which it is required there. */
  readonly module: ByteText;
  readonly field: ByteText;
  readonly removal: Removal;
  readonly uses: readonly FieldUse[];
}

function look(scene: ChangeScene<unknown>, facts: Facts): SoFar {
  const { change, project } = scene;
  const sides: LookupSides = {
    before: new ModuleLookup("before", project, facts),
    after: new ModuleLookup("after", project, facts),
  };
  const removed = [...removedExports(change.files, project, sides)];
  const needs: Need[] = [];
  const unmet: Unmet[] = [];
  // A module that re-exports another loses what that loses: its importers are looked for in turn.
  for (let fresh: readonly Removal[] = removed, seen = new Set<RepoPath>(); fresh.length > 0; ) {
    for (const { path } of fresh) seen.add(path);
    const paths = [...new Set(fresh.map(({ path }) => path))].sort();
    needs.push(...importerSearch(paths, project));
    const files = importers(paths, [], scene, facts);
    unmet.push(...files.flatMap((file) => unmetIn(file, fresh, sides, project)));
    fresh = files.flatMap((file) => (seen.has(file.path) ? [] : handedOn(file, fresh, sides)));
  }
  // A field that somebody sets from outside is there nevertheless.
  const given = new Set(unmet.filter(givesIt).map(keyOf));
  const missing = unmet.filter((each) => !given.has(keyOf(each)) && !setsFirst(each));
  const findings = missing.length === 0 ? [] : report(missing, scene, sides);
  return { findings, needs: [...sides.before.needs, ...sides.after.needs, ...needs] };
}

function unmetIn(
  file: SourceFile,
  removed: readonly Removal[],
  { after }: LookupSides,
  project: Project,
): Unmet[] {
  // A file that does not even hold such a name need not be parsed.
  if (!removed.some(({ lost }) => [...lost].some((name) => file.text.includes(name)))) return [];
  const names = new Set<string>(removed.flatMap(({ path }) => everyName(path, project)));
  const found = new Map<string, Unmet & { uses: FieldUse[] }>();
  for (const { require, fields } of after.read(file).uses) {
    // Most of what a file requires does not matter here.
    const path = names.has(dotted(require.name)) ? after.resolve(require.name, file.path) : undefined;
    for (const use of path === undefined ? [] : fields) {
      const removal = removed.find((each) => each.path === path && each.lost.has(use.name));
      if (removal === undefined) continue;
      const key = `${removal.path}\0${use.name}`;
      const unmet = found.get(key) ?? { file, module: require.name, field: use.name, removal, uses: [] };
      unmet.uses.push(use);
      found.set(key, unmet);
    }
  }
  return [...found.values()];
}

/** `return require "x"`: what `x` loses is lost here too. */
function handedOn(file: SourceFile, removed: readonly Removal[], { after }: LookupSides): Removal[] {
  if (!mayHandOn(file.text)) return [];
  const { ending } = after.read(file).module;
  if (ending.kind !== "module") return [];
  const target = after.resolve(ending.module, file.path);
  return removed.filter(({ path }) => path === target).map((removal) => ({ ...removal, path: file.path }));
}

/** Not if the text itself shows that the file returns a table of its own: nearly all do, and need not be parsed. */
function mayHandOn(text: ByteText): boolean {
  const last = text.slice(text.lastIndexOf("return")).trimEnd();
  if (/^return\s*\{/.test(last)) return false;
  const name = /^return\s+([A-Za-z_]\w*)\s*;?$/.exec(last)?.[1];
  return name === undefined || !new RegExp(`\\blocal\\s+${name}\\s*=\\s*\\{`).test(text);
}

function report(
  missing: readonly Unmet[],
  { change, project }: ChangeScene<unknown>,
  sides: LookupSides,
): Finding[] {
  const fresh = freshFields(change.files, project, sides);
  return missing.map(({ file, module, field, removal, uses }) => {
    // It is not certain for a local that may hold another module as well.
    const first = uses.find(({ isCertain }) => isCertain) ?? uses[0];
    const others = uses.filter((use) => use !== first);
    const range = first?.nameRange ?? { start: 0, end: 0 };
    const lines = [...new Set(others.map(({ nameRange }) => file.lines.at(nameRange.start).line))];
    const { line } = file.lines.at(range.start);
    const name = readable(field);
    const required = readable(module);
    const isSure = first?.isCertain === true && !removal.is.isOpen;
    const perhaps = removal.is.isOpen
      ? ", unless it is among the fields whose names cannot be known there"
      : "";
    return {
      place: placeIn(file, range),
      message: `${verbOf(first, isSure)} ${name}, which this change takes out of ${required}${perhaps}`,
      ...also(lines.filter((each) => each !== line)),
      hint: nextStep(field, removal, fresh, sides),
      anchor: { scope: first?.scope ?? "", code: `${module}.${field}` },
      contract: { kind: "unmet-export", module: required, field: name, importer: file.path },
      // What others wrote is not mended here.
      ...(isOwn(file.path, project) && isSure ? {} : { atMost: "warn" as const }),
    };
  });
}

function verbOf(use: FieldUse | undefined, isSure: boolean): string {
  const isCall = use?.kind === "call" || use?.kind === "method";
  if (!isSure) return isCall ? "may call" : "may use";
  return isCall ? "calls" : "uses";
}

function also(lines: readonly number[]): Pick<Finding, "details"> {
  if (lines.length === 0) return {};
  return { details: [`also on ${lines.length === 1 ? "line" : "lines"} ${lines.join(", ")}`] };
}

/** Whether a file sets the field for all who use it: not a test, which sets it for itself, nor one that wraps what it expects to be there. */
function givesIt(unmet: Unmet): boolean {
  return setsFirst(unmet) && !isTest(unmet.file.path);
}

/** Whether it sets the field before it uses it. */
function setsFirst({ uses }: Unmet): boolean {
  return uses.reduce((first, use) => (use.range.start < first.range.start ? use : first)).kind === "write";
}

function keyOf({ removal, field }: Unmet): string {
  return `${removal.path}\0${field}`;
}
