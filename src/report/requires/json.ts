import type { MappedFile, MappedRequire, RequireMap } from "../../model/require-map.ts";
import { noteRecord } from "../notes.ts";
import { totalsOf, unresolvedOf } from "./totals.ts";

/**
 * The require map for programs, on one line with a final newline; docs/commands.md describes it. What does not apply is null.
 * A byte of a path that is not UTF-8 stands as the lone surrogate U+DC00 + byte.
 */
export function requiresJson(map: RequireMap): string {
  return `${JSON.stringify({
    version: 2,
    tree: map.tree ?? null,
    totals: totalsOf(map),
    files: map.files.map(fileRecord),
    imports: map.imports.map(({ name, path, files }) => ({ name, path: path ?? null, files })),
    unresolved: unresolvedOf(map).map(({ path, require, nearest }) => ({
      path,
      line: require.at.line,
      column: require.at.column,
      name: require.text,
      protected: require.isProtected,
      nearest: nearest ?? null,
    })),
    cycles: map.cycles.map((cycle) => cycle.map(({ path, name }) => ({ path, name }))),
    notes: map.notes.map(noteRecord),
  })}\n`;
}

function fileRecord({ path, name, role, requires, fault }: MappedFile) {
  return {
    path,
    module: name === path ? null : name,
    role,
    requires: requires.map(requireRecord),
    fault: fault === undefined ? null : { ...fault.at, message: fault.message },
  };
}

function requireRecord({ at, text, target, isLazy, isProtected }: MappedRequire) {
  return {
    line: at.line,
    column: at.column,
    name: target.kind === "dynamic" ? null : text,
    expression: target.kind === "dynamic" ? text : null,
    kind: target.kind,
    path: target.kind === "file" ? target.path : null,
    lazy: isLazy,
    protected: isProtected,
  };
}
