import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { benchFolder, commitAll, corpus, luaFiles } from "./corpus.ts";
import { benchEnvironment } from "./environment.ts";
import type { Figures } from "./figures.ts";
import { git, installGate, livedIn } from "./gate.ts";
import { must, ratios, sideBySide } from "./measure.ts";

const SIZES = [100, 1000, 10_000, 100_000];
/** With more files than this a repository has no working tree, which the hook never looks at: to write and read one takes minutes. */
const MOST_WRITTEN = 10_000;

/** The same commit in repositories of different size costs the same. */
export async function size(): Promise<Figures> {
  const env = benchEnvironment();
  const contenders = SIZES.flatMap((files) => {
    const folder = files > MOST_WRITTEN ? importedRepositoryOf(files) : repositoryOf(files);
    installGate(folder);
    const { forget } = livedIn(folder);
    const changed = `copy-0/${luaFiles()[0]}`;
    const path = join(folder, changed);
    if (!existsSync(path)) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, git(folder, "cat-file", "blob", `:${changed}`), "latin1");
    }
    writeFileSync(
      path,
      `local function weigh(a)\n  return a\nend\n${readFileSync(path, "latin1")}`,
      "latin1",
    );
    git(folder, "add", "-f", changed);
    const hooks = git(folder, "rev-parse", "--path-format=absolute", "--git-path", "hooks").trim();
    const run = () => void must(join(hooks, "pre-commit"), [], { cwd: folder, env });
    return [{ name: `${files}`, before: forget, run }];
  });
  const timings = sideBySide(contenders, 31);
  const times = ratios(timings, "100");
  return {
    title: "Repositories of different size",
    note: "The `pre-commit` hook on the same change, as a multiple of its time among 100 Lua files.",
    rows: timings.map(({ name, median }) => ({
      what: `${name} Lua files`,
      value: times.get(name) ?? Number.NaN,
      unit: "×",
      ...(name === "100" ? {} : { most: 1.1 }),
      aside: `${median.toFixed(0)} ms`,
    })),
  };
}

/** The corpus, over and over, each time in a folder of its own. */
export function repositoryOf(files: number): string {
  const folder = join(benchFolder, `size-${files}`);
  rmSync(folder, { recursive: true, force: true });
  const all = luaFiles();
  for (let at = 0; at < files; at++) {
    const file = all[at % all.length] ?? "";
    const target = join(folder, `copy-${Math.floor(at / all.length)}`, file);
    mkdirSync(dirname(target), { recursive: true });
    const text = readFileSync(join(corpus(), file));
    writeFileSync(target, Buffer.concat([text, Buffer.from(`\n-- copy ${at}\n`)]));
  }
  commitAll(folder);
  return folder;
}

/** The same in Git's own form, each text once. */
function importedRepositoryOf(files: number): string {
  const folder = join(benchFolder, `size-${files}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const all = luaFiles();
  const blobs = all.flatMap((file, at) => {
    const text = readFileSync(join(corpus(), file));
    return [Buffer.from(`blob\nmark :${at + 1}\ndata ${text.length}\n`), text, Buffer.from("\n")];
  });
  const entries = Array.from({ length: files }, (_, at) => {
    const path = `copy-${Math.floor(at / all.length)}/${all[at % all.length]}`;
    return `M 100644 :${(at % all.length) + 1} ${path}\n`;
  });
  const author = "bench <bench@example.com> 1700000000 +0000";
  const commit = `commit refs/heads/main\ncommitter ${author}\ndata 10\nthe corpus\n${entries.join("")}\n`;
  const env = benchEnvironment();
  must("git", ["init", "-q", "-b", "main"], { cwd: folder, env });
  must("git", ["fast-import", "--quiet"], {
    cwd: folder,
    env,
    input: Buffer.concat([...blobs, Buffer.from(commit)]),
  });
  must("git", ["read-tree", "HEAD"], { cwd: folder, env });
  return folder;
}
