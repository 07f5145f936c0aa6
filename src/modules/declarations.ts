import type { SourceFile } from "./source-file.ts";

/**
 * A file in Lua's form that no program requires: a rockspec is data whose fields are globals; `.d.lua` and what begins with
 * `---@meta` tell a language server what others define. They are parsed; how a module looks is nothing to them.
 */
export function isDeclaration({ path, text }: Pick<SourceFile, "path" | "text">): boolean {
  return /\.(?:rockspec|d\.lua)$/i.test(path) || META.test(text.slice(0, HEAD));
}

/** How much of a text may stand before the annotation. */
const HEAD = 2000;
const META = /^(?:\xef\xbb\xbf)?(?:\s|--(?!-[ \t]*@)[^\n]*\n)*---[ \t]*@meta\b/;
