import type { LuaVersion } from "../../model/lua-version.ts";
import type { Lexer } from "../lexer/lexer.ts";
import { Compiler } from "./compiler.ts";
import { LIMITS, type Limits } from "./limits.ts";
import { Lua51Compiler } from "./lua51-compiler.ts";
import { Lua52Compiler } from "./lua52-compiler.ts";
import { Lua54Compiler } from "./lua54-compiler.ts";
import { LuaJitCompiler } from "./luajit-compiler.ts";

const COMPILERS: Readonly<Record<LuaVersion, new (lexer: Lexer, limits: Limits) => Compiler>> = {
  "5.1": Lua51Compiler,
  "5.2": Lua52Compiler,
  "5.3": Compiler,
  "5.4": Lua54Compiler,
  luajit: LuaJitCompiler,
};

/** The compiler of the version that a text is read in. */
export function compilerFor(lexer: Lexer): Compiler {
  const { version } = lexer.dialect;
  return new COMPILERS[version](lexer, LIMITS[version]);
}
