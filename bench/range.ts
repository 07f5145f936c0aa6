// Many commits: judged as a range, and pushed, where each was judged as it was made.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { benchFolder, corpusRepository, unlinkedLuaFiles } from "./corpus.ts";
import { benchEnvironment } from "./environment.ts";
import type { Figures } from "./figures.ts";
import { git, installGate, keptBy, program } from "./gate.ts";
import { must, sideBySide } from "./measure.ts";

const COMMITS = 200;
const RANGE = `HEAD~${COMMITS}..HEAD`;

export async function range(): Promise<Figures> {
  const folder = corpusRepository("range");
  installGate(folder);
  const remote = join(benchFolder, "range-remote.git");
  rmSync(remote, { recursive: true, force: true });
  mkdirSync(remote);
  git(remote, "init", "-q", "--bare", "-b", "main");
  git(folder, "remote", "add", "origin", remote);
  git(folder, "push", "-q", "--no-verify", "-u", "origin", "main");
  for (let at = 0; at < COMMITS; at++) commitThree(folder, at);
  const kept = keptBy(folder);
  const layBack = kept.asNow();
  const env = benchEnvironment();
  const peak = join(benchFolder, "range-peak");
  const preload = join(benchFolder, "range-peak.cjs");
  writeFileSync(preload, PEAK);
  const judge = () =>
    void must(process.execPath, ["-r", preload, program, "check", "--range", RANGE], {
      cwd: folder,
      env: { ...env, BENCH_PEAK: peak },
    });
  const push = () => void must("git", ["push", "-q", "--dry-run", "origin", "main"], { cwd: folder, env });
  const timings = sideBySide(
    [
      { name: "range", run: judge },
      { name: "push", before: layBack, run: push },
      { name: "push anew", before: kept.forget, run: push },
    ],
    5,
  );
  const [all = Number.NaN, pushed = Number.NaN, anew = Number.NaN] = timings.map(({ median }) => median);
  return {
    title: "Many commits",
    note: `${COMMITS} commits of three files each, made under the gate. The push is one that Git makes but for sending it.`,
    rows: [
      { what: "`check --range`, all of it", value: all / 1000, unit: " s" },
      { what: "`check --range`, a commit", value: all / COMMITS, unit: " ms" },
      {
        what: "`check --range`, memory at its highest",
        value: Number(readFileSync(peak, "latin1")) / 1024,
        unit: " MB",
        most: 300,
      },
      {
        what: "the push, as a part of one where nothing is known of its commits",
        value: pushed / anew,
        unit: "",
        most: 0.2,
        aside: `${pushed.toFixed(0)} ms against ${anew.toFixed(0)}`,
      },
    ],
  };
}

/** Writes how much memory the process had at most, in kilobytes. */
const PEAK = `process.on("exit", () =>
  require("node:fs").writeFileSync(process.env.BENCH_PEAK, String(process.resourceUsage().maxRSS)));
`;

function commitThree(folder: string, at: number): void {
  const all = unlinkedLuaFiles();
  const files = [0, 1, 2].map((n) => all[(at * 3 + n) % all.length] ?? "");
  for (const file of files) {
    const path = join(folder, file);
    const text = readFileSync(path, "latin1");
    writeFileSync(path, `local function weigh_${at}(a)\n  return a\nend\n${text}`, "latin1");
  }
  git(folder, "add", "-f", "--", ...files);
  git(folder, "commit", "-q", "-m", `[B-${at}] Weigh`);
}
