// The measure of what each Lua is: Debian's compilers, where they are installed.
import { spawnSync } from "node:child_process";
import type { LuaVersion } from "../../../src/model/lua-version.ts";

const PROGRAMS: Readonly<Record<LuaVersion, string>> = {
  "5.1": "lua5.1",
  "5.2": "lua5.2",
  "5.3": "lua5.3",
  "5.4": "lua5.4",
  luajit: "luajit",
};

export function hasReference(version: LuaVersion): boolean {
  return spawnSync(PROGRAMS[version], ["-v"]).status === 0;
}

/** Loads the files that it is told, without running them; a tab and a line for each. */
const LOADER = `for path in io.lines() do
  local loaded, message = loadfile(path)
  io.write(loaded and "ok" or (tostring(message):gsub("[%c]", " ")), "\\n")
end`;

/** "ok" or the message of the compiler, for each file. One process loads them all, which is one level deeper than luac. */
export function loadedVerdicts(version: LuaVersion, paths: readonly string[]): readonly string[] {
  const run = spawnSync(PROGRAMS[version], ["-e", LOADER], {
    input: `${paths.join("\n")}\n`,
    encoding: "latin1",
    maxBuffer: 1 << 28,
  });
  const lines = run.stdout.split("\n").slice(0, -1);
  if (lines.length !== paths.length) throw new Error(`${PROGRAMS[version]} ended early: ${run.stderr}`);
  return lines;
}

/** What the compiler itself says of one program: the last word, as levels count from there. */
export function compiledVerdict(version: LuaVersion, program: string): string {
  const [command, ...words] =
    version === "luajit" ? ["luajit", "-b", "-", "/dev/null"] : [`luac${version}`, "-p", "-"];
  const run = spawnSync(command ?? "", words, { input: Buffer.from(program, "latin1"), encoding: "latin1" });
  if (run.status === null) throw run.error ?? new Error(`${command} was killed`);
  if (run.status === 0) return "ok";
  return run.stderr
    .replace(/^lua(?:c5\.\d|jit): /, "")
    .replace(/^stdin:\d+: /, "")
    .replace(/\n$/, "");
}

/** The globals that an interpreter starts with; `arg` holds its command line. */
export function globalsOf(version: LuaVersion): readonly string[] {
  const script = "for name in pairs(_G) do io.write(name, '\\n') end";
  const run = spawnSync(PROGRAMS[version], ["-e", script], { encoding: "latin1" });
  return run.stdout.split("\n").filter((name) => name !== "" && name !== "arg");
}
