// How often we and the compiler of each version of Lua differ, over the benchmark corpus, over the folder that ARKITEKT_LUA_CORPUS names
// besides (public code, of which nothing is kept), and over mutants of both.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { corpus } from "../bench/corpus.ts";
import { type ByteText, byteTextOf } from "../src/base/byte-text.ts";
import { tokens } from "../src/lua/lexer/tokens.ts";
import { parseLua } from "../src/lua/syntax/parse.ts";
import { LUA_VERSIONS, type LuaVersion, luaName } from "../src/model/lua-version.ts";
import { compiledVerdict, hasReference, loadedVerdicts } from "../test/support/lua/reference.ts";
import { Random } from "./random.ts";

export interface Agreement {
  readonly version: LuaVersion;
  readonly files: number;
  readonly mutants: number;
  /** How many of them the compiler refuses. */
  readonly refused: number;
  /** Refused by the compiler, and not by us. */
  readonly missed: number;
  /** Refused by us, and not by the compiler. */
  readonly extra: number;
}

const MUTANTS = 5000;
const LARGEST_MUTANT = 60_000;
const LUA = /\.(?:lua|nse|rockspec|wlua|script|gui_script)$/i;
const figures = fileURLToPath(new URL("versions.json", import.meta.url));

/** Judged anew where the compilers are installed, and kept in eval/versions.json; else what was kept. */
export function agreements(): readonly Agreement[] {
  if (!LUA_VERSIONS.every(hasReference)) return JSON.parse(readFileSync(figures, "utf8"));
  const folders = [corpus(), ...(process.env["ARKITEKT_LUA_CORPUS"]?.split(":") ?? [])];
  const paths = folders.flatMap(luaIn);
  const found = LUA_VERSIONS.map((version) => agreement(version, paths));
  writeFileSync(figures, `${JSON.stringify(found, null, 2)}\n`);
  return found;
}

export function agreementTable(found: readonly Agreement[]): string {
  const rows = found.map(
    ({ version, files, mutants, refused, missed, extra }) =>
      `| ${luaName(version)} | ${files} | ${mutants} | ${refused} | ${missed} | ${extra} |`,
  );
  return [
    "| version | files | mutants | refused by its compiler | missed | extra |",
    "|---|---|---|---|---|---|",
    ...rows,
  ].join("\n");
}

function luaIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && LUA.test(entry.name) && !entry.name.includes("\n"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function agreement(version: LuaVersion, paths: readonly string[]): Agreement {
  const folder = mkdtempSync(join(tmpdir(), "arkitekt-mutants-"));
  try {
    const mutants = mutantsOf(paths, folder);
    const verdicts = [...loadedVerdicts(version, paths), ...loadedVerdicts(version, mutants)];
    const counts = { refused: 0, missed: 0, extra: 0 };
    [...paths, ...mutants].forEach((path, index) => {
      const theirs = verdicts[index] ?? "";
      const text = byteTextOf(readFileSync(path));
      const isAccepted = parseLua(text, version).ok;
      if (theirs !== "ok") counts.refused++;
      if (isAccepted === (theirs === "ok")) return;
      const isSound = compiledVerdict(version, text) === "ok";
      if (isAccepted !== isSound) counts[isAccepted ? "missed" : "extra"]++;
    });
    return { version, files: paths.length, mutants: mutants.length, ...counts };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Tokens in which the versions differ, put where they don't belong. */
const STRAYS: readonly string[] = [
  ..."goto x|::x::|<const>|<close>|//|&|~|<<|42ULL|0b1|1i|goto|break|;|\n(|3a|1e|0x1p4|0x.8|5.|1..2|[[|arg|...|end|(".split(
    "|",
  ),
  ..."'\\x41'|'\\u{41}'|'\\q'|'\\z'|'\\x4'|local x <const> = 1|x = 1|goto = 1|_ENV|\x80".split("|"),
];

/** Texts with one token dropped, doubled, or put in the place of another; the same on every run. */
function mutantsOf(paths: readonly string[], folder: string): string[] {
  const random = new Random(1);
  const made: string[] = [];
  while (made.length < MUTANTS) {
    const text = byteTextOf(readFileSync(random.pick(paths) ?? ""));
    if (text.length > LARGEST_MUTANT) continue;
    const file = join(folder, `${made.length}.lua`);
    writeFileSync(file, Buffer.from(mutant(text, random), "latin1"));
    made.push(file);
  }
  return made;
}

function mutant(text: ByteText, random: Random): string {
  const code = tokens(text).filter(({ kind }) => kind !== "comment" && kind !== "eof");
  const one = random.pick(code)?.range;
  const other = random.pick(code)?.range;
  const kind = random.below(5);
  const stray = random.pick(STRAYS) ?? "";
  if (one === undefined || other === undefined) return stray;
  const put = kind === 0 ? "" : kind > 2 ? ` ${stray} ` : ` ${text.slice(other.start, other.end)} `;
  return text.slice(0, one.start) + put + text.slice(kind === 1 || kind === 3 ? one.start : one.end);
}
