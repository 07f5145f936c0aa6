// The same change judged three ways among 10,000 files: by the hook, as a patch before it exists, and as the work on a task.
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { benchFolder, plainLuaFiles } from "./corpus.ts";
import { benchEnvironment } from "./environment.ts";
import type { Figures } from "./figures.ts";
import { everyNth, flaggedFiles, functions, git, installGate, keptBy, program } from "./gate.ts";
import { must, ratios, sideBySide } from "./measure.ts";
import { repositoryOf } from "./size.ts";

const HOOK = "pre-commit, the change staged";
const PATCH = "patch check of it, as a diff";
const STATUS = "task status over it";
const MOST: Readonly<Record<string, number>> = { [PATCH]: 1.3 };
const FILES = 12;

export async function patch(): Promise<Figures> {
  const env = benchEnvironment();
  const folder = repositoryOf(10_000);
  installGate(folder);
  const linked = (name: string) => {
    const place = join(benchFolder, `patch-${name}`);
    rmSync(place, { recursive: true, force: true });
    git(folder, "worktree", "prune");
    git(folder, "worktree", "add", "-q", "-f", "-B", `codex/${name}`, place, "main");
    return place;
  };
  const paths = cleanPaths(folder);
  const diff = join(benchFolder, "patch.diff");
  writeFileSync(diff, git(folder, "diff", "--cached", "--binary"));
  const hooks = git(folder, "rev-parse", "--path-format=absolute", "--git-path", "hooks").trim();
  const base = linked("base");
  const task = linked("bench_task");
  // The copy in the Git folder, as the hook runs it.
  const copies = join(folder, ".git/arkitekt/program");
  const own = join(copies, readdirSync(copies)[0] ?? "", "dist", basename(program));
  const { forgetSteps } = keptBy(folder);
  const arkitekt = (place: string, ...args: readonly string[]) =>
    void must(process.execPath, [own, ...args], { cwd: place, env });
  git(task, "apply", diff);
  // As where somebody has looked since: after a checkout Git reads again all that it wrote in the same second as the index.
  git(task, "status");
  arkitekt(task, "task", "new", "bench_task", ...paths.flatMap((path) => ["--allow", path]));
  const timings = sideBySide(
    [
      {
        name: HOOK,
        // A hook that has judged the change before would not judge it.
        before: forgetSteps,
        run: () => void must(join(hooks, "pre-commit"), [], { cwd: folder, env }),
      },
      { name: PATCH, run: () => arkitekt(base, "patch", "check", diff) },
      { name: STATUS, run: () => arkitekt(task, "task", "status") },
    ],
    15,
  );
  const times = ratios(timings, HOOK);
  return {
    title: "A patch and a task",
    note: `A change of ${FILES} files in a repository of 10,000 Lua files, as a multiple of the \`pre-commit\` hook on it.`,
    rows: timings.map(({ name, median }) => ({
      what: name,
      value: times.get(name) ?? Number.NaN,
      unit: "×",
      ...(MOST[name] === undefined ? {} : { most: MOST[name] }),
      aside: `${median.toFixed(0)} ms`,
    })),
  };
}

/** Edits files that no rule finds anything in, and leaves them staged. */
function cleanPaths(folder: string): readonly string[] {
  const candidates = everyNth(plainLuaFiles(), 10 * FILES).map((file) => `copy-0/${file}`);
  const edit = (path: string) => {
    const place = join(folder, path);
    writeFileSync(place, `${functions(20)}${readFileSync(place, "latin1")}`, "latin1");
  };
  for (const path of candidates) edit(path);
  git(folder, "add", "-f", "--", ...candidates);
  const flagged = flaggedFiles(folder);
  git(folder, "reset", "-q", "--hard");
  const clean = everyNth(
    candidates.filter((path) => !flagged.has(path)),
    FILES,
  );
  if (clean.length < FILES) throw new Error(`only ${clean.length} files of the corpus are clean`);
  for (const path of clean) edit(path);
  git(folder, "add", "-f", "--", ...clean);
  return clean;
}
