import { spawnSync } from "node:child_process";
// Repositories under the gate, and commits to judge in them.
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { benchFolder, corpus, luaFiles, unlinkedLuaFiles } from "./corpus.ts";
import { benchEnvironment } from "./environment.ts";
import { must } from "./measure.ts";

export const program = fileURLToPath(new URL("../dist/arkitekt.cjs", import.meta.url));

/** Every rule on, as the playbook has them, on code that was not written for it. */
export const policy = {
  extends: "playbook-v5",
  lua: {
    files: ["**/*.lua"],
    moduleRoots: ["usr/share/lua/5.1", "usr/lib/prosody", "usr/share/awesome/lib"],
    externals: [
      "luarocks.*",
      "pl.*",
      "util.*",
      "core.*",
      "net.*",
      "prosody.*",
      "awful.*",
      "gears.*",
      "wibox.*",
    ],
  },
  taskCode: { patterns: ["^\\[(?<code>B-\\d+)\\] "], examples: ["[B-1] Measure"] },
};

export function git(folder: string, ...args: readonly string[]): string {
  return must("git", args, { cwd: folder, env: benchEnvironment() });
}

/** Commits the policy and installs the gate with the real installer. */
export function installGate(folder: string, its: object = policy): void {
  writeFileSync(join(folder, ".arkitektrc.json"), `${JSON.stringify(its, undefined, 2)}\n`);
  git(folder, "add", "-f", ".arkitektrc.json");
  git(folder, "commit", "-q", "--no-verify", "-m", "[B-0] Adopt the gate");
  must(process.execPath, [program, "install"], { cwd: folder, env: benchEnvironment() });
}

/**
 * What the gate knows of a clone that has lived under it: a commit of one line was judged there. `forget` takes away what later runs
 * found out, so that the next run is the first that meets the files of its change.
 */
export function livedIn(folder: string): { forget(): void } {
  const kept = keptBy(folder);
  writeFileSync(join(folder, "lived.csv"), "one\n");
  git(folder, "add", "-f", "lived.csv");
  git(folder, "commit", "-q", "-m", "[B-0] Begin");
  return { forget: kept.asNow() };
}

/** Where the gate of a clone lays what it found out. */
export function keptBy(folder: string): { asNow(): () => void; forget(): void; forgetSteps(): void } {
  const programs = join(git(folder, "rev-parse", "--absolute-git-dir").trim(), "arkitekt/program");
  const places = readdirSync(programs).flatMap((name) =>
    ["kept", "steps", "steps.old"].map((kept) => join(programs, name, "cache", kept)),
  );
  const forget = () => {
    for (const place of places) rmSync(place, { recursive: true, force: true });
  };
  return {
    forget,
    /** What is known of files stays. */
    forgetSteps: () => {
      for (const place of places.filter((each) => /steps(?:\.old)?$/.test(each)))
        rmSync(place, { force: true });
    },
    /** What it gives lays back what is there now. */
    asNow: () => {
      for (const place of places.filter(existsSync)) cpSync(place, `${place}.bench`, { recursive: true });
      return () => {
        forget();
        for (const place of places)
          if (existsSync(`${place}.bench`)) cpSync(`${place}.bench`, place, { recursive: true });
      };
    },
  };
}

/**
 * Adds `files` files of real Lua with some `lines` lines in all, and stages them: the most that the playbook lets a commit
 * add. They are files that no rule finds anything in.
 */
export function stageNewFiles(folder: string, files: number, lines: number): void {
  const share = lines / files;
  const candidates = luaFiles()
    .map((file) => readFileSync(join(corpus(), file), "latin1"))
    .map((text) => ({ text, lines: text.split("\n").length - 1 }))
    .sort((a, b) => Math.abs(a.lines - share) - Math.abs(b.lines - share))
    .slice(0, 10 * files)
    .map(({ text }, index) => ({ path: `usr/share/lua/5.1/bench_${index}.lua`, text }));
  for (const { path, text } of candidates) writeFileSync(join(folder, path), text, "latin1");
  git(folder, "add", "-f", "--", ...candidates.map(({ path }) => path));
  const flagged = flaggedFiles(folder);
  git(folder, "reset", "-q");
  const clean = candidates.filter(({ path }) => !flagged.has(path)).slice(0, files);
  if (clean.length < files) throw new Error(`only ${clean.length} files of the corpus are clean`);
  git(folder, "add", "-f", "--", ...clean.map(({ path }) => path));
}

/** The staged files that some rule finds something in. */
export function flaggedFiles(folder: string): ReadonlySet<string | null> {
  const file = join(benchFolder, "policy.json");
  writeFileSync(file, JSON.stringify(policy));
  const { stdout } = spawnSync(process.execPath, [program, "check", "--policy", file, "--format", "json"], {
    cwd: folder,
    env: benchEnvironment(),
    maxBuffer: 1 << 30,
  });
  const { findings } = JSON.parse(String(stdout)) as { findings: readonly { path: string | null }[] };
  return new Set(findings.map(({ path }) => path));
}

/**
 * Puts `lines` new lines of Lua into `files` files of some 8 KB, and stages them. They are files that no rule finds
 * anything in, as in a repository that has lived under the gate for a while.
 */
export function stageEdits(folder: string, files: number, lines: number): void {
  const candidates = nearest8KB(unlinkedLuaFiles()).slice(0, 30 + 10 * files);
  const text = (path: string) => readFileSync(join(folder, path), "latin1");
  const edit = (path: string, added: number) =>
    writeFileSync(join(folder, path), `${functions(added)}${text(path)}`, "latin1");
  const share = Math.floor(lines / files);
  for (const path of candidates) edit(path, share);
  git(folder, "add", "-f", "--", ...candidates);
  const flagged = flaggedFiles(folder);
  git(folder, "reset", "-q", "--hard");
  const clean = candidates.filter((path) => !flagged.has(path));
  if (clean.length < files) throw new Error(`only ${clean.length} files of the corpus are clean`);
  const chosen = clean.slice(0, files);
  chosen.forEach((path, index) => {
    edit(path, share + (index < lines % files ? 1 : 0));
  });
  git(folder, "add", "-f", "--", ...chosen);
}

function nearest8KB(files: readonly string[]): readonly string[] {
  const distance = (file: string) => Math.abs(statSync(join(corpus(), file)).size - 8192);
  return [...files].sort((a, b) => distance(a) - distance(b));
}

export function everyNth<T>(all: readonly T[], count: number): readonly T[] {
  return Array.from(
    { length: Math.min(count, all.length) },
    (_, at) => all[Math.floor((at * all.length) / count)],
  ).filter((each) => each !== undefined);
}

/** Lua of so many lines. */
export function functions(lines: number): string {
  const body = Array.from(
    { length: lines - 2 },
    (_, at) => `  total = total + weights[${at + 1}] * scale -- step ${at}`,
  );
  return ["local function weigh(weights, scale, total)", ...body, "end", ""].join("\n");
}
