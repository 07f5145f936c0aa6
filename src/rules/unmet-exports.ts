import { type ByteText, readable } from "../base/byte-text.ts";
import type { RepoPath } from "../base/repo-path.ts";
import type { FileChange } from "../model/change.ts";
import type { Finding } from "../model/finding.ts";
import { importerSearch, importers } from "./importers.ts";
import { isLua } from "./lua-files.ts";
import { ModuleLookup } from "./module-lookup.ts";
import { nearest } from "./nearest.ts";
import type { Answers, ChangeRule, ChangeScene, Question, SourceFile } from "./rule.ts";

/**
 * No importer uses a field that the change takes out of a module (playbook, "Failure contract": unmet_exports). Of a module
 * whose fields can't all be named (set by a computed name, by a metatable, handed to a function) nothing is said.
 */
export const unmetExports: ChangeRule<Record<string, never>> = {
  id: "unmet-exports",
  kind: "change",
  summary: "no importer uses a field that the change takes out of a module",
  subjects: ["staged", "commit"],
  options: { type: "object", additionalProperties: false, properties: {} },
  defaults: {},
  asks: (scene, answers) => survey(scene, answers).questions,
  inspect: (scene, answers) => survey(scene, answers).findings,
};

/** A module with the fields that it had and has no more. */
interface Shrunk {
  readonly path: RepoPath;
  readonly lost: ReadonlySet<ByteText>;
  readonly left: readonly string[];
}

function survey(
  scene: ChangeScene<unknown>,
  answers: Answers,
): { findings: readonly Finding[]; questions: readonly Question[] } {
  const { change, project } = scene;
  const modules = change.files.filter(
    (file) => (file.kind === "modified" || file.kind === "renamed") && isLua(file.path, project),
  );
  if (modules.length === 0) return { findings: [], questions: [] };
  const before = new ModuleLookup("before", project, answers);
  const after = new ModuleLookup("after", project, answers);
  const shrunk = new Map(
    modules.flatMap((file) => shrink(file, before, after)).map((module) => [module.path, module]),
  );
  const paths = [...shrunk.keys()];
  const changed = change.files.flatMap((file) =>
    paths.length > 0 && file.kind !== "deleted" && isLua(file.path, project)
      ? (after.file(file.path) ?? [])
      : [],
  );
  const findings = importers(paths, paths.length === 0 ? [] : changed, scene, answers).flatMap((file) => [
    ...unmetIn(file, shrunk, after),
  ]);
  return {
    findings,
    questions: [...before.questions, ...after.questions, ...importerSearch(paths, project)],
  };
}

function shrink(change: FileChange, before: ModuleLookup, after: ModuleLookup): Shrunk[] {
  const old = before.file(change.kind === "renamed" ? change.from : change.path);
  const file = after.file(change.path);
  if (old === undefined || file === undefined || !old.lua.syntax.ok || !file.lua.syntax.ok) return [];
  const { module } = file.lua;
  // A re-export has the fields of another module.
  if (module.isOpen || module.ending.kind === "module") return [];
  const left = new Set(module.exports.map(({ name }) => name));
  const lost = new Set(old.lua.module.exports.map(({ name }) => name).filter((name) => !left.has(name)));
  return lost.size === 0 ? [] : [{ path: change.path, lost, left: [...left] }];
}

function* unmetIn(
  file: SourceFile,
  shrunk: ReadonlyMap<RepoPath, Shrunk>,
  after: ModuleLookup,
): Iterable<Finding> {
  for (const { require, fields } of file.lua.uses) {
    const path = after.resolve(require.name, file.path);
    const module = path === undefined ? undefined : shrunk.get(path);
    if (module === undefined) continue;
    for (const { name, kind, nameRange, scope, isCertain } of fields) {
      if (kind === "write" || !isCertain || !module.lost.has(name)) continue;
      const near = nearest(name, module.left);
      yield {
        path: file.path,
        span: file.lines.span(nameRange),
        line: file.lines.line(file.lines.at(nameRange.start).line),
        message: `${kind === "read" ? "uses" : "calls"} ${readable(name)}, which this change takes out of ${readable(require.name)}`,
        hint:
          near === undefined
            ? "follow the change here too, or keep the field as a shim with @deprecated and EXPIRES"
            : `is ${readable(near)} meant?`,
        anchor: { scope, code: `${require.name}.${name}` },
      };
    }
  }
}
