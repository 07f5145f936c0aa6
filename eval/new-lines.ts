// Whether what is called new is what somebody wrote: the last commits of the public histories in the folders that ARKITEKT_HISTORIES
// names (clones, parted by colons; nothing of them is kept), each finding held against Git's own diff.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { rules } from "../src/rules/index.ts";

export interface NewLines {
  readonly history: string;
  readonly commits: number;
  /** New findings of rules that look at files, each at a line. */
  readonly found: number;
  /** Those whose line Git's diff does not show as added, white space aside. */
  readonly elsewhere: number;
  /** Those called old although their line is added: code that was moved, or written again as it was. */
  readonly old: number;
}

const COMMITS = 150;
const figures = fileURLToPath(new URL("new-lines.json", import.meta.url));
const program = fileURLToPath(new URL("../dist/arkitekt.cjs", import.meta.url));
const fileRules = new Set(rules.flatMap(({ kind, id }) => (kind === "file" ? [id] : [])));

/** Counted anew where histories are named, and kept in eval/new-lines.json; else what was kept. */
export function newLines(): readonly NewLines[] {
  const folders = process.env["ARKITEKT_HISTORIES"]?.split(":") ?? [];
  if (folders.length === 0) return JSON.parse(readFileSync(figures, "utf8"));
  const found = folders.map(countIn);
  writeFileSync(figures, `${JSON.stringify(found, null, 2)}\n`);
  return found;
}

export function newLinesTable(found: readonly NewLines[]): string {
  const rows = found.map(
    ({ history, commits, found, elsewhere, old }) =>
      `| ${history} | ${commits} | ${found} | ${elsewhere} | ${old} |`,
  );
  return [
    "| history | commits | new findings | on a line that was left alone | on an added line, and called old |",
    "|---|---|---|---|---|",
    ...rows,
  ].join("\n");
}

interface Found {
  readonly rule: string;
  readonly standing: string;
  readonly commit: string | null;
  readonly path: string | null;
  readonly start: { readonly line: number } | null;
}

function countIn(folder: string): NewLines {
  const commits = git(folder, "rev-list", "--first-parent", `-${COMMITS + 1}`, "HEAD").split("\n");
  const findings = judged(folder, `${commits.at(-1)}..HEAD`).filter(({ rule }) => fileRules.has(rule));
  const added = new Map<string, ReadonlySet<string>>();
  const isAdded = ({ commit, path, start }: Found) => {
    const id = commit ?? "";
    const lines = added.get(id) ?? addedIn(folder, id);
    added.set(id, lines);
    return lines.has(`${path}:${start?.line}`);
  };
  const placed = findings.filter(({ start, commit }) => start !== null && commit !== null);
  const fresh = placed.filter(({ standing }) => standing === "new");
  return {
    history: basename(folder),
    commits: commits.length - 1,
    found: fresh.length,
    elsewhere: fresh.filter((each) => !isAdded(each)).length,
    old: placed.filter((each) => each.standing === "old" && isAdded(each)).length,
  };
}

/** Under one policy for all: every rule that reads files, and nothing declared. */
function judged(folder: string, range: string): readonly Found[] {
  const scratch = mkdtempSync(join(tmpdir(), "arkitekt-histories-"));
  try {
    const policy = join(scratch, "policy.json");
    const moduleRoots = ["lua", "src", "lib"].filter((root) => existsSync(join(folder, root)));
    const lua = { version: "luajit", moduleRoots: ["", ...moduleRoots].map((root) => root || ".") };
    const off = rules.flatMap(({ id, kind }) => (kind === "file" || kind === "gate" ? [] : [[id, "off"]]));
    const text = { extends: "playbook-v5", root: ".", lua, rules: Object.fromEntries(off) };
    writeFileSync(policy, JSON.stringify(text));
    const args = ["check", "--range", range, "--policy", policy, "--branch", "main", "--format", "json"];
    const answer = spawnSync(process.execPath, [program, ...args], {
      cwd: folder,
      maxBuffer: 1 << 30,
      encoding: "utf8",
    });
    const { findings, failure } = JSON.parse(answer.stdout) as { findings: Found[]; failure: unknown };
    if (failure !== null) throw new Error(JSON.stringify(failure));
    return findings;
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

/** `path:line` of each line that a commit adds to what its first parent has. */
function addedIn(folder: string, commit: string): ReadonlySet<string> {
  const diff = git(folder, "show", "--first-parent", "--format=", "-U0", "-w", "-M", "--no-color", commit);
  const lines = new Set<string>();
  let path = "";
  for (const line of diff.split("\n")) {
    path = /^\+\+\+ b\/(.*)/.exec(line)?.[1] ?? path;
    const [, start, count = "1"] = /^@@ -\S+ \+(\d+)(?:,(\d+))? @@/.exec(line) ?? [];
    if (start === undefined) continue;
    for (let at = 0; at < Number(count); at++) lines.add(`${path}:${Number(start) + at}`);
  }
  return lines;
}

function git(folder: string, ...args: readonly string[]): string {
  const { stdout, status } = spawnSync("git", ["-C", folder, ...args], {
    maxBuffer: 1 << 30,
    encoding: "latin1",
  });
  if (status !== 0) throw new Error(`git ${args.join(" ")} ended with ${status} in ${folder}`);
  return stdout.replace(/\n$/, "");
}
