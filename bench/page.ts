import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inBrowser } from "../test/support/browser.ts";
import { withoutPeers } from "../test/support/peers.ts";
import { benchFolder, commitAll } from "./corpus.ts";
import { benchEnvironment } from "./environment.ts";
import type { Figures } from "./figures.ts";
import { must } from "./measure.ts";

const FOLDERS = 40;
const MODULES = 2000;
const TIMES = 9;

/** The page of a large tree in Chromium: from the data in the page to what is seen. */
export async function page(): Promise<Figures> {
  const missing = withoutPeers("chromium", "playwright-core");
  if (missing !== undefined) throw new Error(missing);
  const file = pageOf(repositoryOf());
  const times: number[] = [];
  await inBrowser(async (open) => {
    const opened = await open(file);
    // The script once more, on the page as it stands: reading the data, the lines and dots, and a pixel, which waits for all of them.
    for (let at = 0; at < TIMES; at++)
      times.push(
        await opened.evaluate<number>(`(() => {
          const script = [...document.scripts].find(({ type }) => type === "").textContent;
          const begun = performance.now();
          new Function(script)();
          document.querySelector("#graph").getContext("2d").getImageData(0, 0, 1, 1);
          return performance.now() - begun;
        })()`),
      );
  });
  const median = times.sort((a, b) => a - b)[Math.floor(TIMES / 2)] ?? Number.NaN;
  return {
    title: "The page of a large tree",
    note: `The script of \`arkitekt report\`'s page in Chromium, without a graphics card: ${MODULES} modules and their requires.`,
    rows: [{ what: "drawn in", value: median, unit: " ms", most: 500 }],
  };
}

function repositoryOf(): string {
  const folder = join(benchFolder, "page");
  rmSync(folder, { recursive: true, force: true });
  const place = (at: number) => ({ feature: `f${at % FOLDERS}`, name: `m${at}` });
  for (let at = 0; at < MODULES; at++) {
    const { feature, name } = place(at);
    const wanted = [1, FOLDERS, 7].filter((back) => back <= at).map((back) => place(at - back));
    const lines = wanted.map((other, n) => `local d${n} = require("${other.feature}.${other.name}")\n`);
    mkdirSync(join(folder, "A", feature), { recursive: true });
    writeFileSync(
      join(folder, "A", feature, `${name}.lua`),
      `${lines.join("")}return { ${wanted.map((_, n) => `d${n}`)} }\n`,
    );
  }
  const policy = { extends: "playbook-v5", root: "A", lua: { moduleRoots: ["A"] } };
  writeFileSync(join(folder, ".arkitektrc.json"), JSON.stringify(policy));
  commitAll(folder);
  return folder;
}

function pageOf(folder: string): string {
  const program = fileURLToPath(new URL("../dist/arkitekt.cjs", import.meta.url));
  const file = join(folder, "report.html");
  must(process.execPath, [program, "report", "-o", file], { cwd: folder, env: benchEnvironment() });
  return file;
}
