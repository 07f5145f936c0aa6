// A module that 500 others require: an edit of it, and its move with every importer, with and without the gate.
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { benchFolder, commitAll } from "./corpus.ts";
import { benchEnvironment } from "./environment.ts";
import type { Figures, Row } from "./figures.ts";
import { git, installGate, livedIn } from "./gate.ts";
import { must, sideBySide } from "./measure.ts";

const IMPORTERS = 500;
/** Below a module root of the bench's policy, in the namespace that everybody may require. */
const LIBRARY = "usr/share/lua/5.1/arkitekt";
const ROUNDS = 11;

export async function importers(): Promise<Figures> {
  return {
    title: "A module with many importers",
    note: `A whole \`git commit\`, as a multiple of the same commit without hooks, where ${IMPORTERS} files require the module. The bodies of the importers are a hundred lines long.`,
    rows: [
      ...measure("one line of the module edited", "edit", editModule),
      ...measure("one line of a module that nobody requires edited", "leaf", editLeaf),
      ...measure("one of its exports added, another's body rewritten", "export", editExports),
      ...measure(`the module moved, with all ${IMPORTERS} importers updated`, "move", moveModule, {
        most: 30,
      }),
      ...measure("the same, and no two importers alike", "move-unlike", moveModule, { areUnlike: true }),
    ],
  };
}

interface Scene {
  /** The aim. */
  readonly most?: number;
  /** The importers have names of their own in every line, where else they are some forty texts. */
  readonly areUnlike?: boolean;
}

/** `stage` leaves a change in the index, which each round commits and takes back. */
function measure(
  what: string,
  name: string,
  stage: (folder: string, areUnlike: boolean) => void,
  { most, areUnlike = false }: Scene = {},
): readonly Row[] {
  const folders = {
    "without hooks": project(`importers-${name}-plain`, areUnlike),
    arkitekt: project(`importers-${name}`, areUnlike),
  };
  installGate(folders.arkitekt);
  const { forget } = livedIn(folders.arkitekt);
  const env = benchEnvironment();
  const message = "[B-1] Work on the hub\n\nArkitekt-Override: diff-budget: the module moves";
  const contenders = Object.entries(folders).map(([contender, folder]) => {
    stage(folder, areUnlike);
    return {
      name: contender,
      before: () => contender === "arkitekt" && forget(),
      run: () =>
        void must("git", ["commit", "-q", "-m", message], {
          cwd: folder,
          env: { ...env, ARKITEKT_OVERRIDE: "diff-budget: the module moves" },
        }),
      after: () => void git(folder, "reset", "-q", "--soft", "HEAD^"),
    };
  });
  const [plain, gated] = sideBySide(contenders, ROUNDS);
  if (plain === undefined || gated === undefined) return [];
  const aside = `${gated.median.toFixed(0)} ms against ${plain.median.toFixed(0)}`;
  return [{ what, value: gated.median / plain.median, unit: "×", aside, ...(most && { most }) }];
}

function project(name: string, areUnlike: boolean): string {
  const folder = join(benchFolder, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, LIBRARY, "app"), { recursive: true });
  writeFileSync(join(folder, LIBRARY, "hub.lua"), hub());
  for (let at = 0; at < IMPORTERS; at++)
    writeFileSync(join(folder, LIBRARY, `app/part_${at}.lua`), importer(at, "arkitekt.hub", areUnlike));
  commitAll(folder);
  return folder;
}

function editModule(folder: string): void {
  writeFileSync(join(folder, LIBRARY, "hub.lua"), hub().replace("local total = 0", "local total = 1"));
  git(folder, "add", "-A");
}

function editLeaf(folder: string): void {
  writeFileSync(join(folder, LIBRARY, "app/part_0.lua"), `${importer(0, "arkitekt.hub")}\n-- Checked.\n`);
  git(folder, "add", "-A");
}

function editExports(folder: string): void {
  const text = hub().replace("return hub", "function hub.fresh(list)\n  return #list\nend\n\nreturn hub");
  writeFileSync(join(folder, LIBRARY, "hub.lua"), text.replace("local total = 0", "local total = #list"));
  git(folder, "add", "-A");
}

function moveModule(folder: string, areUnlike: boolean): void {
  renameSync(join(folder, LIBRARY, "hub.lua"), join(folder, LIBRARY, "app/hub.lua"));
  for (let at = 0; at < IMPORTERS; at++)
    writeFileSync(join(folder, LIBRARY, `app/part_${at}.lua`), importer(at, "arkitekt.app.hub", areUnlike));
  git(folder, "add", "-A");
}

function hub(): string {
  const functions = Array.from(
    { length: 40 },
    (_, at) =>
      `function hub.field_${at}(list)\n  local total = 0\n  for _, each in ipairs(list) do\n    total = total + each.weight\n  end\n  return total + ${at}\nend\n`,
  );
  return ["local hub = {}", "", ...functions, "return hub", ""].join("\n");
}

function importer(at: number, module: string, isUnlike = false): string {
  const name = isUnlike ? `weight_${at}` : "weight";
  const lines = Array.from(
    { length: 25 },
    (_, step) =>
      `function M.step_${step}(list)\n  local ${name} = hub.field_${(at + step) % 40}(list)\n  return ${name} * ${step}\nend`,
  );
  return [`local hub = require("${module}")`, "local M = {}", "", ...lines, "", "return M", ""].join("\n");
}
