// What a first policy does to history: in each of the folders that ARKITEKT_FIRST_POLICIES names (clones of public repositories,
// parted by colons; nothing of them is kept) `install` draws one up some commits back, with no edit, and the commits since are judged by it.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export interface FirstPolicy {
  readonly history: string;
  /** Without merges. */
  readonly commits: number;
  /** Rules that start as warnings, because they would have stopped too much of the past before that. */
  readonly warnings: readonly string[];
  readonly stopped: readonly StoppedCommit[];
}

/** A commit and a rule that stops it, with what a reading of the commit says of that. */
export interface StoppedCommit {
  readonly commit: string;
  readonly rule: string;
  readonly place: string;
  /** Left out until somebody has read it. */
  readonly right?: boolean;
  readonly why?: string;
}

const COMMITS = 200;
const kept = fileURLToPath(new URL("first-policies.json", import.meta.url));
const program = fileURLToPath(new URL("../dist/arkitekt.cjs", import.meta.url));

/** Counted anew where histories are named, with the judgements that were made; else what was kept. */
export function firstPolicies(): readonly FirstPolicy[] {
  const before: readonly FirstPolicy[] = JSON.parse(readFileSync(kept, "utf8"));
  const folders = process.env["ARKITEKT_FIRST_POLICIES"]?.split(":").filter(Boolean) ?? [];
  if (folders.length === 0) return before;
  const fresh = folders.map((folder) => withJudgements(countIn(resolve(folder)), before));
  const others = before.filter(({ history }) => !fresh.some((each) => each.history === history));
  const all = [...others, ...fresh].sort((a, b) => (a.history < b.history ? -1 : 1));
  writeFileSync(kept, `${JSON.stringify(all, null, 2)}\n`);
  return all;
}

export function unjudged(found: readonly FirstPolicy[]): readonly string[] {
  return found.flatMap(({ history, stopped }) =>
    stopped
      .filter(({ right }) => right === undefined)
      .map(({ commit, rule, place }) => `${history} ${commit} ${rule} ${place}`),
  );
}

export function firstPolicyTable(found: readonly FirstPolicy[]): string {
  const rows = found.map(({ history, commits, warnings, stopped }) => {
    const ids = new Set(stopped.map(({ commit }) => commit));
    const wrong = new Set(stopped.filter(({ right }) => right === false).map(({ commit }) => commit));
    const share = `${((wrong.size * 100) / commits).toFixed(1)} %`;
    return `| ${[history, commits, ids.size, wrong.size, share, warnings.map((each) => `\`${each}\``).join(" ")].join(" | ")} |`;
  });
  const read = found.flatMap(({ history, stopped }) =>
    stopped.map(
      ({ commit, rule, place, right, why }) =>
        `- ${right === undefined ? "**not judged**" : right ? "right" : "**wrong**"}: ${history} ${commit} \`${rule}\` ${place}${why === undefined ? "" : ` — ${why}`}`,
    ),
  );
  return [
    "| history | commits | stopped | of them wrongly | wrongly stopped | rules that start as warnings |",
    "|---|---|---|---|---|---|",
    ...rows,
    "",
    ...read,
  ].join("\n");
}

function withJudgements(fresh: FirstPolicy, before: readonly FirstPolicy[]): FirstPolicy {
  const known = before.find(({ history }) => history === fresh.history)?.stopped ?? [];
  const stopped = fresh.stopped.map((each) => {
    const same = known.find(({ commit, rule }) => commit === each.commit && rule === each.rule);
    return { ...each, ...pick(same) };
  });
  return { ...fresh, stopped };
}

function pick(judged: StoppedCommit | undefined): Partial<StoppedCommit> {
  return {
    ...(judged?.right === undefined ? {} : { right: judged.right }),
    ...(judged?.why === undefined ? {} : { why: judged.why }),
  };
}

interface Found {
  readonly rule: string;
  readonly level: string;
  readonly standing: string;
  readonly commit: string | null;
  readonly path: string | null;
  readonly start: { readonly line: number } | null;
}

function countIn(source: string): FirstPolicy {
  const clone = mkdtempSync(join(tmpdir(), "arkitekt-first-policies-"));
  try {
    git(tmpdir(), "clone", "-q", "-n", "-s", source, clone);
    const tip = git(clone, "rev-parse", "HEAD");
    const base =
      git(clone, "rev-list", "--first-parent", `-${COMMITS + 1}`, "HEAD")
        .split("\n")
        .at(-1) ?? tip;
    // The branch itself, so that the commits that are judged are not yet there.
    leaveOutWhatIsMissing(clone, base);
    git(clone, "checkout", "-q", "--detach", base);
    git(clone, "update-ref", "refs/heads/first", base);
    git(clone, "symbolic-ref", "HEAD", "refs/heads/first");
    run(clone, "install");
    const policy = readdirSync(clone).find((name) => name.startsWith(".arkitektrc"));
    if (policy === undefined) throw new Error(`install wrote no policy for ${source}`);
    const file = join(clone, policy);
    const range = `${base}..${tip}`;
    const judged = run(
      clone,
      "check",
      "--policy",
      file,
      "--branch",
      "first",
      "--range",
      range,
      "--format",
      "json",
    );
    return {
      history: basename(source),
      commits: Number(git(clone, "rev-list", "--count", "--no-merges", range)),
      warnings: warningsIn(JSON.parse(readFileSync(file, "utf8").replace(/^#.*$/gm, ""))),
      stopped: stoppedBy(JSON.parse(judged).findings),
    };
  } finally {
    rmSync(clone, { recursive: true, force: true });
  }
}

/** A clone may lack its largest files; what is not Lua is not needed here. */
function leaveOutWhatIsMissing(clone: string, commit: string): void {
  const entries = git(clone, "ls-tree", "-r", "--format=%(objectname) %(path)", commit).split("\n");
  const input = entries.map((entry) => entry.split(" ", 1)[0]).join("\n");
  const { stdout } = spawnSync("git", ["cat-file", "--batch-check"], { cwd: clone, input, encoding: "utf8" });
  const missing = new Set([...stdout.matchAll(/^(\w+) missing$/gm)].map(([, id]) => id));
  const paths = entries
    .filter((entry) => missing.has(entry.split(" ", 1)[0]))
    .map((entry) => entry.slice(41));
  if (paths.length === 0) return;
  git(clone, "config", "core.sparseCheckout", "true");
  writeFileSync(
    join(clone, ".git", "info", "sparse-checkout"),
    `/*\n${paths.map((path) => `!/${path}\n`).join("")}`,
  );
}

function warningsIn({ rules }: { readonly rules: Readonly<Record<string, unknown>> }): string[] {
  const level = (entry: unknown) => (Array.isArray(entry) ? entry[0] : entry);
  return Object.entries(rules).flatMap(([rule, entry]) => (level(entry) === "warn" ? [rule] : []));
}

/** The first error of each rule in each commit. */
function stoppedBy(findings: readonly Found[]): StoppedCommit[] {
  const first = new Map<string, StoppedCommit>();
  for (const { rule, level, standing, commit, path, start } of findings) {
    if (level !== "error" || standing !== "new" || commit === null) continue;
    const key = `${commit} ${rule}`;
    const place = path === null ? "the commit" : `${path}${start === null ? "" : `:${start.line}`}`;
    if (!first.has(key)) first.set(key, { commit: commit.slice(0, 8), rule, place });
  }
  return [...first.values()];
}

function run(folder: string, ...args: readonly string[]): string {
  const options = { cwd: folder, maxBuffer: 1 << 30, encoding: "utf8" as const };
  const { stdout, stderr, status } = spawnSync(process.execPath, [program, ...args], options);
  if (status !== 0 && status !== 1) throw new Error(`arkitekt ${args[0]} ended with ${status}:\n${stderr}`);
  return stdout;
}

function git(folder: string, ...args: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync("git", args, {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 1 << 30,
  });
  if (status !== 0) throw new Error(`git ${args.join(" ")}:\n${stderr}`);
  return stdout.trim();
}
