import type { ByteRange } from "../base/position.ts";
import type { Statement } from "../lua/syntax/ast.ts";
import type { SourceFile } from "./source-file.ts";

/**
 * A file in Lua's form that no program requires: a rockspec is data whose fields are globals; `.d.lua`, and annotations with
 * `---@meta` or without code, tell a language server what others define. They are parsed; the rules about the shape of a module don't concern them.
 */
export function isDeclaration({ path, text, lua }: Pick<SourceFile, "path" | "text" | "lua">): boolean {
  if (/\.(?:rockspec|d\.lua)$/i.test(path)) return true;
  const start = firstLine(text);
  const code = firstCode(text, start, lua.comments);
  return code === text.length ? ANNOTATION.test(text) : META.test(text.slice(start, code));
}

/** A file that only tells others of what there is: nothing in it runs. */
export function isNoCode(file: Pick<SourceFile, "path" | "text" | "lua">): boolean {
  return isDeclaration(file) || isStub(file);
}

/** Tables and functions without a body, with annotations: such a file tells a language server what others define, without saying so by `---@meta`. */
export function isStub({ text, lua: { syntax } }: Pick<SourceFile, "text" | "lua">): boolean {
  if (!syntax.ok) return false;
  const { body } = syntax.value;
  const isBare = body.some(({ type }) => type === "FunctionDeclaration") && body.every(onlyNames);
  return isBare && ANNOTATION.test(text);
}

function onlyNames(statement: Statement): boolean {
  if (statement.type === "FunctionDeclaration") return statement.body.length === 0;
  if (statement.type === "ReturnStatement")
    return statement.arguments.every(({ type }) => type === "Identifier" || type === "MemberExpression");
  if (statement.type !== "LocalStatement" && statement.type !== "AssignmentStatement") return false;
  return statement.init.every(
    (value) =>
      /^(?:Nil|Boolean|Numeric|String)Literal$/.test(value.type) ||
      (value.type === "TableConstructorExpression" && value.fields.length === 0) ||
      (value.type === "FunctionDeclaration" && value.body.length === 0),
  );
}

const ANNOTATION = /---[ \t]*@\w/;
const META = /^[ \t]*---[ \t]*@meta\b/m;

/** After a byte order mark and a line that names the interpreter: `#!/usr/bin/env lua`. */
function firstLine(text: string): number {
  return /^(?:\xef\xbb\xbf)?(?:#[^\r\n]*)?/.exec(text)?.[0].length ?? 0;
}

const CODE = /\S/g;

/** Where the first thing that is not a comment stands; the length of the text if there is none. */
function firstCode(text: string, start: number, comments: readonly ByteRange[]): number {
  let at = start;
  for (const { start, end } of comments) {
    if (text.slice(at, start).trim() !== "") break;
    at = end;
  }
  CODE.lastIndex = at;
  return CODE.test(text) ? CODE.lastIndex - 1 : text.length;
}
