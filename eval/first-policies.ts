// What a first policy does to history: in each of the folders that ARKITEKT_FIRST_POLICIES names (clones of public repositories,
// parted by colons; nothing of them is kept) `install` draws one up some commits back, with no edit, and the commits since are judged by it.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { arkitekt, checkOut, cloneOf, git, policyIn } from "./clone.ts";

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

export interface FirstPolicies {
  readonly found: readonly FirstPolicy[];
  /** What is left to do, a line each: histories that could not be counted, and stopped commits that nobody has read. */
  readonly open: readonly string[];
}

/** Counted anew where histories are named, with the judgements that were made; else what was kept. */
export function firstPolicies(): FirstPolicies {
  const before: readonly FirstPolicy[] = JSON.parse(readFileSync(kept, "utf8"));
  const folders = process.env["ARKITEKT_FIRST_POLICIES"]?.split(":").filter(Boolean) ?? [];
  const fresh: FirstPolicy[] = [];
  const failed: string[] = [];
  for (const folder of folders.map((each) => resolve(each))) {
    try {
      fresh.push(withJudgements(countIn(folder), before));
    } catch (error) {
      // The others are counted all the same, and its own row stays as it was.
      failed.push(
        `${basename(folder)} could not be counted: ${error instanceof Error ? error.message : error}`,
      );
    }
  }
  const others = before.filter(({ history }) => !fresh.some((each) => each.history === history));
  const found = [...others, ...fresh].sort((a, b) => (a.history < b.history ? -1 : 1));
  if (fresh.length > 0) writeFileSync(kept, `${JSON.stringify(found, null, 2)}\n`);
  return { found, open: [...failed, ...unjudged(found)] };
}

function unjudged(found: readonly FirstPolicy[]): readonly string[] {
  return found.flatMap(({ history, stopped }) =>
    stopped
      .filter(({ right }) => right === undefined)
      .map(
        ({ commit, rule, place }) =>
          `${history} ${commit} ${rule} ${place} is not judged in eval/first-policies.json`,
      ),
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

/** A finding; `commit` is null where it is of all commits together. */
interface Found {
  readonly rule: string;
  readonly level: string;
  readonly standing: string;
  readonly commit: string | null;
  readonly path: string | null;
  readonly start: { readonly line: number } | null;
}

function countIn(source: string): FirstPolicy {
  const clone = cloneOf(source);
  try {
    const tip = git(clone, "rev-parse", "HEAD");
    const base =
      git(clone, "rev-list", "--first-parent", `-${COMMITS + 1}`, "HEAD")
        .split("\n")
        .at(-1) ?? tip;
    const range = `${base}..${tip}`;
    const commits = Number(git(clone, "rev-list", "--count", "--no-merges", range));
    if (commits === 0) throw new Error("it has no commit to judge");
    checkOut(clone, base);
    arkitekt(clone, "install");
    const file = policyIn(clone);
    const judged = arkitekt(
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
    const { outcome, findings } = JSON.parse(judged);
    if (outcome !== "pass" && outcome !== "block") throw new Error(`the check ended with ${outcome}`);
    return {
      history: basename(source),
      commits,
      warnings: warningsIn(JSON.parse(readFileSync(file, "utf8").replace(/^#.*$/gm, ""))),
      stopped: stoppedBy(findings),
    };
  } finally {
    rmSync(clone, { recursive: true, force: true });
  }
}

function warningsIn({ rules }: { readonly rules: Readonly<Record<string, unknown>> }): string[] {
  const level = (entry: unknown) => (Array.isArray(entry) ? entry[0] : entry);
  return Object.entries(rules).flatMap(([rule, entry]) => (level(entry) === "warn" ? [rule] : []));
}

/** The first error of each rule in each commit. */
function stoppedBy(findings: readonly Found[]): StoppedCommit[] {
  const first = new Map<string, StoppedCommit>();
  for (const { rule, level, standing, commit, path, start } of findings) {
    if (level !== "error" || standing !== "new") continue;
    const id = commit?.slice(0, 8) ?? "together";
    const key = `${id} ${rule}`;
    const place = path === null ? "the commit" : `${path}${start === null ? "" : `:${start.line}`}`;
    if (!first.has(key)) first.set(key, { commit: id, rule, place });
  }
  return [...first.values()];
}
