import type { ByteRange } from "../base/position.ts";
import { list } from "../base/wording.ts";
import type { Ending } from "../lua/facts/exports.ts";
import { blockEnd } from "../lua/syntax/block-end.ts";
import type { Kind } from "../lua/values/value-kinds.ts";
import { flag, optionsOf, type ValueOf } from "../model/option.ts";
import { isDeclaration, isStub } from "../modules/declarations.ts";
import { isOwnLua, isScript, isStarted } from "../modules/lua-files.ts";
import { startsItself } from "../modules/programs.ts";
import type { SourceFile } from "../modules/source-file.ts";
import { actsForItself, givesNothing } from "../modules/unlisted-scripts.ts";
import { placeIn } from "../rule/place-in.ts";
import type { ChangeRule, ChangeScene, FileRule } from "../rule/rule.ts";
import { scriptHint } from "../rule/script-hint.ts";

const options = optionsOf({
  constructors: flag("Whether `return { … }` will do as well.").byDefault(true),
  functions: flag("Whether a module may be a function.").byDefault(false),
  computed: flag(
    'Whether a module may be what its last line computes: `return class("X")`, `return a or b`; or, of a file that is nothing else, one plain value.',
  ).byDefault(false),
});

type ModuleShapeOptions = ValueOf<typeof options>;

type ShapeOfChange = Pick<ChangeRule<ModuleShapeOptions>, "facet" | "needs" | "inspect">;

/** What counts as a script because of what it does was a module as long as it returned something: it has lost its `return`. */
const ofChange: ShapeOfChange = {
  facet: "files",
  needs(scene, facts) {
    const changed = replacedModules(scene);
    const paths = changed.map(({ path }) => path);
    const open = changed.filter(({ path }) => mayHaveLost(facts.file("after", path)));
    return [
      ...(paths.length === 0 ? [] : [{ kind: "contents", side: "after", paths } as const]),
      ...(open.length === 0
        ? []
        : [{ kind: "contents", side: "before", paths: open.map(({ from }) => from) } as const]),
    ];
  },
  *inspect(scene, facts) {
    for (const { from, path } of replacedModules(scene)) {
      const file = facts.file("after", path);
      const was = facts.file("before", from);
      if (!mayHaveLost(file) || was?.lua.syntax.ok !== true) continue;
      const isScriptNow = !startsItself(file.text) && (actsForItself(file.lua) || isStub(file));
      if (!isScriptNow || isDeclaration(file) || givesNothing(was.lua)) continue;
      yield {
        place: placeIn(file, lastOf(file)),
        message: "this module returns nothing any more, so that `require` gives `true`",
        hint: `end it with \`return M\`; ${scriptHint(path)}`,
      };
    }
  },
};

/** What a change does to modules, if scripts need not be listed. */
function replacedModules({ change, project, optionsFor }: ChangeScene<ModuleShapeOptions>) {
  if (project.lua.unlistedScripts !== true) return [];
  return change.files.flatMap((file) => {
    const isOne = isOwnLua(file.path, project) && !isScript(file.path, project);
    if (!isOne || optionsFor(file.path) === undefined) return [];
    if (file.kind === "modified") return [{ from: file.path, path: file.path }];
    return file.kind === "renamed" ? [{ from: file.from, path: file.path }] : [];
  });
}

/** A text with `return` at the start of a line need not be read for this: that is the module's own. */
function mayHaveLost(file: SourceFile | undefined): file is SourceFile {
  return file !== undefined && !/^return\b/m.test(file.text);
}

/**
 * A module ends in `return M` of a local table (playbook, "Repo facts": `local M = {}; ...; return M`). A re-export
 * (`return require "x"`) counts too. What the host runs itself (`lua.scripts`) need not return anything.
 */
export const moduleShape: FileRule<ModuleShapeOptions> = {
  id: "module-shape",
  kind: "file",
  summary: "a module ends in `return M` of a local table",
  options,
  covers: (path, project) => isOwnLua(path, project) && !isScript(path, project),
  ofChange,
  *inspect(file, { options, project }) {
    if (!file.lua.syntax.ok || isDeclaration(file) || isStub(file) || isStarted(file, project)) return;
    const { ending, earlyReturns } = file.lua.module;
    const message = faultOf(ending, earlyReturns.length > 0, file, options);
    if (message === undefined) return;
    const range = ending.kind === "none" ? lastOf(file) : ending.range;
    yield {
      place: placeIn(file, range),
      message,
      hint:
        ending.kind === "none"
          ? `end it with \`return M\`; ${scriptHint(file.path)}`
          : `put it into a local table M, and end with \`return M\`; ${scriptHint(file.path)}`,
      anchor: { scope: "", code: file.change?.path ?? file.path },
    };
  },
};

function faultOf(
  ending: Ending,
  hasOtherReturns: boolean,
  file: SourceFile,
  { constructors, functions, computed }: ModuleShapeOptions,
): string | undefined {
  switch (ending.kind) {
    case "table":
      return ending.local !== undefined || constructors
        ? undefined
        : "this module returns a table without a name";
    case "module":
    case "named":
      return undefined;
    case "function":
      return functions ? undefined : "this module returns a function, not a table";
    case "value":
      if (computed && isAlone(ending.range, file)) return undefined;
      return `this module returns ${list(
        ending.values.map((kind) => CALLED[kind]),
        "or",
      )}, not a table`;
    case "other":
      return computed ||
        ending.local !== undefined ||
        isField(file.text.slice(ending.range.start, ending.range.end))
        ? undefined
        : "what this module returns is computed in its last line";
    case "none":
      if (!hasOtherReturns) return "this module returns nothing, so that `require` gives `true`";
      return endsInError(file) || endsInReturns(file)
        ? undefined
        : "this module may come to its end without a `return`, so that `require` gives `true`";
  }
}

/** Whether the file is that one statement. */
function isAlone({ start }: ByteRange, { text, lua }: SourceFile): boolean {
  const code = lua.comments.reduceRight(
    (left, comment) => (comment.end > start ? left : left.slice(0, comment.start) + left.slice(comment.end)),
    text.slice(0, start),
  );
  return code.trim() === "";
}

const CALLED: Readonly<Record<Kind, string>> = {
  nil: "nil",
  boolean: "true or false",
  number: "a number",
  string: "a string",
  function: "a function",
  table: "a table",
};

/** `return lib.geometry`: a table that has a name. */
function isField(statement: string): boolean {
  return /^return\s+[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+\s*;?$/.test(statement);
}

/** It takes what it finds, or else gives up: `error "no bit library found"`. */
function endsInError({ lua, text }: SourceFile): boolean {
  const last = lua.calls.findLast(({ isStatement }) => isStatement);
  if (last?.callee.kind !== "global" || last.callee.path.join(".") !== "error") return false;
  const rest = lua.comments.reduceRight(
    (left, { start, end }) => (start < last.range.end ? left : left.slice(0, start) + left.slice(end)),
    `${text}`,
  );
  return /^[\s;]*$/.test(rest.slice(last.range.end));
}

/** Whether each way through its last statement ends in a `return`: `do return M end`. */
function endsInReturns({ lua }: SourceFile): boolean {
  return lua.syntax.ok && blockEnd(lua.syntax.value.body) === "never";
}

/** The last line of code, because what stands above it is not a long comment and can hold a suppression; else the last line. */
function lastOf({ lua, text }: SourceFile): ByteRange {
  let end = text.trimEnd().length;
  for (const comment of lua.comments.toReversed()) {
    if (text.slice(comment.end, end).trim() !== "") break;
    end = text.slice(0, comment.start).trimEnd().length;
  }
  if (end === 0) end = text.trimEnd().length;
  const start = Math.max(text.lastIndexOf("\n", end - 1), text.lastIndexOf("\r", end - 1)) + 1;
  return { start, end };
}
