// The first day under a first policy: in each of the folders that ARKITEKT_FIRST_POLICIES names `install` draws one up at the tip, with no
// edit; then what people do is really committed, one change after another, each on the tip. Sound ones pass without a word, faults are stopped.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { arkitekt, checkOut, cloneOf, git, policyIn } from "./clone.ts";
import type { Made } from "./edit.ts";
import { type Fenced, firstKinds } from "./first-kinds.ts";
import { Random } from "./random.ts";
import { readTree, type Tree } from "./tree.ts";

export interface FirstChanges {
  readonly history: string;
  /** By what was done: how many went as they should, of how many. */
  readonly kinds: Readonly<Record<string, readonly [right: number, all: number]>>;
  /** The others. */
  readonly odd: readonly OddChange[];
}

export interface OddChange {
  readonly kind: string;
  readonly place: string;
  /** What became of it: let pass, warned of, or stopped by something. */
  readonly became: string;
  /** Left out until somebody has looked. */
  readonly why?: string;
}

const SEED = 71;
const kept = fileURLToPath(new URL("first-changes.json", import.meta.url));

/** Made anew where histories are named, with what was said of the odd ones; else what was kept. */
export function firstChanges(): readonly FirstChanges[] {
  const before: readonly FirstChanges[] = JSON.parse(readFileSync(kept, "utf8"));
  const folders = process.env["ARKITEKT_FIRST_POLICIES"]?.split(":").filter(Boolean) ?? [];
  if (folders.length === 0) return before;
  const fresh = folders.map((folder) => withReasons(changesIn(resolve(folder)), before));
  const others = before.filter(({ history }) => !fresh.some((each) => each.history === history));
  const all = [...others, ...fresh].sort((a, b) => (a.history < b.history ? -1 : 1));
  writeFileSync(kept, `${JSON.stringify(all, null, 2)}\n`);
  return all;
}

export function firstChangeTable(found: readonly FirstChanges[]): string {
  const kinds = [...new Set(found.flatMap((each) => Object.keys(each.kinds)))];
  const rows = kinds.map((kind) => {
    const cells = found.map(({ kinds }) => kinds[kind]?.join(" of ") ?? "");
    return `| ${[kind, ...cells].join(" | ")} |`;
  });
  const odd = found.flatMap(({ history, odd }) =>
    odd.map(
      ({ kind, place, became, why }) =>
        `- ${history} ${place} (${kind}): ${became}${why === undefined ? "" : ` — ${why}`}`,
    ),
  );
  const names = found.map(({ history }) => history);
  return [
    `| what was done | ${names.join(" | ")} |`,
    `|---|${names.map(() => "---|").join("")}`,
    ...rows,
    "",
    ...odd,
  ].join("\n");
}

function withReasons(fresh: FirstChanges, before: readonly FirstChanges[]): FirstChanges {
  const known = before.find(({ history }) => history === fresh.history)?.odd ?? [];
  const odd = fresh.odd.map((each) => {
    const why = known.find(({ kind, place }) => kind === each.kind && place === each.place)?.why;
    return why === undefined ? each : { ...each, why };
  });
  return { ...fresh, odd };
}

function changesIn(source: string): FirstChanges {
  const clone = cloneOf(source);
  try {
    checkOut(clone, git(clone, "rev-parse", "HEAD"));
    for (const [key, value] of [
      ["user.name", "eval"],
      ["user.email", "eval@example.com"],
    ] as const)
      git(clone, "config", key, value);
    arkitekt(clone, "install");
    const policy = JSON.parse(readFileSync(policyIn(clone), "utf8").replace(/^#.*$/gm, ""));
    git(clone, "add", "-f", basename(policyIn(clone)));
    git(clone, "commit", "-q", "-m", "install_gate: add the policy");
    const title: string = policy.taskCode?.examples?.[0] ?? "Work on it";
    const fenced: Fenced = { pure: policy.pure, hostGlobals: policy.host.globals };
    return { history: basename(source), ...tryAll(clone, treeOf(clone), fenced, title) };
  } finally {
    rmSync(clone, { recursive: true, force: true });
  }
}

/** Without other people's code and samples, by their usual names. */
function treeOf(clone: string): Tree {
  const foreign = /(?:^|\/)(?:vendor|third_party|external|deps|lua_modules|fixtures?|samples|testdata)\//i;
  const paths = git(clone, "-c", "core.quotePath=false", "ls-files", "-t", "*.lua").split("\n");
  const present = paths.filter((line) => line.startsWith("H ")).map((line) => line.slice(2));
  return readTree(
    clone,
    present.filter((path) => !foreign.test(path)),
  );
}

function tryAll(
  clone: string,
  tree: Tree,
  fenced: Fenced,
  title: string,
): Pick<FirstChanges, "kinds" | "odd"> {
  const random = new Random(SEED);
  const kinds: Record<string, [number, number]> = {};
  const odd: OddChange[] = [];
  for (const { name, count, make } of firstKinds(tree, fenced)) {
    const seen = new Set<string>();
    for (let turn = 0; turn < count; turn++) {
      const made = make(tree, random);
      const place = made && (made.planted?.path ?? [...made.edits].find(([, text]) => text !== null)?.[0]);
      if (made === undefined || place === undefined || seen.has(place)) continue;
      seen.add(place);
      const became = commit(clone, made, title);
      const wanted = made.planted === undefined ? "passed" : `stopped by ${made.planted.rule}`;
      const [right, all] = kinds[name] ?? [0, 0];
      const isRight = made.planted === undefined ? became === wanted : became.split(", ").includes(wanted);
      kinds[name] = [right + (isRight ? 1 : 0), all + 1];
      if (!isRight) odd.push({ kind: name, place, became });
    }
  }
  return { kinds, odd };
}

/** What becomes of it, in words; the clone is left as it was. */
function commit(clone: string, { edits }: Made, title: string): string {
  for (const [path, text] of edits) {
    const file = join(clone, path);
    if (text === null) rmSync(file);
    else {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text, "latin1");
    }
  }
  git(clone, "add", "-A", "--", ...edits.keys());
  const tip = git(clone, "rev-parse", "HEAD");
  const { status, stdout, stderr } = spawnSync("git", ["commit", "-q", "-m", title], {
    cwd: clone,
    encoding: "utf8",
  });
  git(clone, "reset", "-q", "--hard", tip);
  git(clone, "clean", "-q", "-fd");
  const said = `${stdout}${stderr}`;
  if (status === 0 && said === "") return "passed";
  const told = [...said.matchAll(/^ *(?:\d+:\d+ +)?(error|warning|warn) +([a-z-]+)$/gm)];
  const of = (level: string) => [
    ...new Set(told.filter(([, each]) => each === level).map(([, , rule]) => rule)),
  ];
  const errors = of("error").map((rule) => `stopped by ${rule}`);
  const warnings = [...of("warning"), ...of("warn")].map((rule) => `warned by ${rule}`);
  const parts = [...errors, ...warnings];
  return parts.length > 0 ? parts.join(", ") : `ended with ${status}: ${said.trim().split("\n")[0]}`;
}
