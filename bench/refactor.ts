// Refactorings: one with many importers, and what the gate pays for doing recorded ones again at push.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { benchFolder, commitAll } from "./corpus.ts";
import { benchEnvironment } from "./environment.ts";
import type { Figures, Row } from "./figures.ts";
import { git, installGate, program } from "./gate.ts";
import { must, sideBySide } from "./measure.ts";

const IMPORTERS = 500;
const MOVED = 300;
const COMMITS = 200;
const RECORDED = 20;
/** Files that each of its recorded tasks changes. */
const PUSHED = 50;
/** Below a module root of the bench's policy, in the namespace that everybody may require. */
const LIBRARY = "usr/share/lua/5.1/arkitekt";
const ROUNDS = 3;

export async function refactor(): Promise<Figures> {
  return {
    title: "Refactorings",
    note: "What is done again is compared with the same work that records nothing.",
    rows: [importers(), namespace(), push()],
  };
}

/** `refactor move` against `scan`, which reads every file too. */
function importers(): Row {
  const folder = project("refactor-importers", IMPORTERS);
  return compared(
    folder,
    `\`refactor move\` with ${IMPORTERS} importers, judged, as a multiple of \`scan\``,
    ["scan"],
    ["refactor", "move", "arkitekt.hub", "arkitekt.core.hub"],
  );
}

function namespace(): Row {
  const folder = project("refactor-namespace", MOVED);
  const move = [
    "refactor",
    "move",
    "arkitekt.app.*",
    "arkitekt.parts.*",
    "--commit",
    "--title",
    "[B-1] Move",
  ];
  arkitekt(folder, ...move);
  git(folder, "branch", "recorded");
  const override = "[B-1] Move\n\nArkitekt-Override: diff-budget: a namespace moves";
  git(folder, "commit", "-q", "--amend", "--no-verify", "-m", override);
  return compared(
    folder,
    `proof of a recorded move of ${MOVED} files, as a multiple of the range without the record`,
    ["check", "--range", "HEAD~1..HEAD"],
    ["check", "--range", "recorded~1..recorded"],
  );
}

function push(): Row {
  const folder = project("refactor-push", PUSHED);
  git(folder, "tag", "start");
  for (let at = 0; at < COMMITS; at++) {
    const step = at / (COMMITS / RECORDED);
    const title = `[B-${at}] Work`;
    if (Number.isInteger(step)) {
      const names = [`arkitekt.${moduleAt(step)}`, `arkitekt.${moduleAt(step + 1)}`];
      arkitekt(folder, "refactor", "move", ...names, "--commit", "--title", title);
    } else {
      const text = part(at % PUSHED, moduleAt(Math.floor(step) + 1));
      write(folder, `app/part_${at % PUSHED}.lua`, `${text}\n-- Checked at ${at}.\n`);
      git(folder, "commit", "-q", "--no-verify", "-a", "-m", title);
    }
  }
  git(folder, "branch", "recorded");
  git(folder, "branch", "plain", withoutRecords(folder, "start", "recorded"));
  return compared(
    folder,
    `a push of ${COMMITS} commits of which ${RECORDED} record tasks, as a multiple of one that records none`,
    ["check", "--range", "start..plain"],
    ["check", "--range", "start..recorded"],
  );
}

/** The same trees, in commits that record no task: what they move is too much for a budget, and says so. */
function withoutRecords(folder: string, from: string, to: string): string {
  let parent = from;
  for (const id of git(folder, "rev-list", "--reverse", `${from}..${to}`).trim().split("\n")) {
    const message = git(folder, "show", "-s", "--format=%B", id).trim();
    const plain = message.replace(/^Arkitekt-Task: .*$/m, "Arkitekt-Override: diff-budget: a module moves");
    parent = git(folder, "commit-tree", `${id}^{tree}`, "-p", parent, "-m", plain).trim();
  }
  return parent;
}

function moduleAt(step: number): string {
  return step === 0 ? "hub" : `core.hub_${step}`;
}

function arkitekt(folder: string, ...args: readonly string[]): void {
  must(process.execPath, [program, ...args], { cwd: folder, env: benchEnvironment() });
}

function compared(folder: string, what: string, plain: readonly string[], args: readonly string[]): Row {
  const run = (words: readonly string[]) => () => arkitekt(folder, ...words);
  const [before, after] = sideBySide(
    [
      { name: "plain", run: run(plain) },
      { name: "ours", run: run(args) },
    ],
    ROUNDS,
  );
  if (before === undefined || after === undefined) throw new Error("nothing was measured");
  const aside = `${after.median.toFixed(0)} ms against ${before.median.toFixed(0)}`;
  return { what, value: after.median / before.median, unit: "×", aside };
}

function project(name: string, parts: number): string {
  const folder = join(benchFolder, name);
  rmSync(folder, { recursive: true, force: true });
  write(folder, "hub.lua", "local hub = {}\n\nfunction hub.weigh(list)\n  return #list\nend\n\nreturn hub\n");
  for (let at = 0; at < parts; at++) write(folder, `app/part_${at}.lua`, part(at, "hub"));
  commitAll(folder);
  installGate(folder);
  return folder;
}

function write(folder: string, path: string, text: string): void {
  const place = join(folder, LIBRARY, path);
  mkdirSync(dirname(place), { recursive: true });
  writeFileSync(place, text);
}

function part(at: number, module: string): string {
  const body = Array.from({ length: 60 }, (_, line) => `  total = total + list[${line + 1}].weight * ${at}`);
  return [
    `local hub = require("arkitekt.${module}")`,
    "",
    "local part = {}",
    "",
    "function part.weigh(list)",
    "  local total = hub.weigh(list)",
    ...body,
    "  return total",
    "end",
    "",
    "return part",
    "",
  ].join("\n");
}
