import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { corpusRepository, luaFiles } from "./corpus.ts";
import { benchEnvironment } from "./environment.ts";
import type { Figures } from "./figures.ts";
import { git, installGate, program } from "./gate.ts";
import { must, sideBySide } from "./measure.ts";

const COMMITS = 200;

/** `check --range` over many commits, each of three files. */
export async function range(): Promise<Figures> {
  const folder = corpusRepository("range");
  installGate(folder);
  const env = benchEnvironment();
  for (let at = 0; at < COMMITS; at++) {
    const files = [0, 1, 2].map((n) => luaFiles()[(at * 3 + n) % luaFiles().length] ?? "");
    for (const file of files) {
      const path = join(folder, file);
      writeFileSync(
        path,
        `local function weigh_${at}(a)\n  return a\nend\n${readFileSync(path, "latin1")}`,
        "latin1",
      );
    }
    git(folder, "add", "-f", "--", ...files);
    git(folder, "commit", "-q", "--no-verify", "-m", `[B-${at}] Weigh`);
  }
  const [timing] = sideBySide(
    [
      {
        name: "range",
        run: () =>
          void must(process.execPath, [program, "check", "--range", `HEAD~${COMMITS}..HEAD`], {
            cwd: folder,
            env,
          }),
      },
    ],
    5,
  );
  const median = timing?.median ?? Number.NaN;
  return {
    title: "A range of commits",
    note: `\`check --range\` over ${COMMITS} commits of three files each.`,
    rows: [
      { what: "all of it", value: median / 1000, unit: " s" },
      { what: "a commit", value: median / COMMITS, unit: " ms" },
    ],
  };
}
