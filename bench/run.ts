// `npm run bench [-- <section> …]`: measures side by side in one run, prints ratios, writes them to bench/figures.md,
// and ends with 1 when one of them misses its aim.
import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { bundle } from "../tools/bundle.mjs";
import { type Figures, missesAim } from "./figures.ts";
import { must } from "./measure.ts";

const SECTIONS: Readonly<Record<string, () => Promise<Figures>>> = {
  commit: async () => (await import("./commit.ts")).commit(),
  hook: async () => (await import("./hook.ts")).hook(),
  commands: async () => (await import("./commands.ts")).commands(),
  size: async () => (await import("./size.ts")).size(),
  range: async () => (await import("./range.ts")).range(),
  patch: async () => (await import("./patch.ts")).patch(),
  importers: async () => (await import("./importers.ts")).importers(),
  refactor: async () => (await import("./refactor.ts")).refactor(),
  pipeline: async () => (await import("./pipeline.ts")).pipeline(),
  tree: async () => (await import("./tree.ts")).tree(),
  page: async () => (await import("./page.ts")).page(),
  handoff: async () => (await import("./handoff.ts")).handoff(),
};

const file = fileURLToPath(new URL("figures.md", import.meta.url));
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(SECTIONS, name));
if (unknown.length > 0) {
  process.stderr.write(
    `no such section: ${unknown.join(", ")}; there are ${Object.keys(SECTIONS).join(", ")}\n`,
  );
  process.exit(2);
}

await bundle(fileURLToPath(new URL("../dist", import.meta.url)));
const pages = readPages();
let isMissed = false;
for (const [name, measure] of Object.entries(SECTIONS)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const figures = await measure();
  const page = pageOf(name, figures);
  isMissed ||= figures.rows.some(missesAim);
  process.stdout.write(`\n${page}`);
  pages.set(name, page);
}
writeFileSync(file, `${head()}\n${[...pages.values()].join("\n")}`);
process.stdout.write(isMissed ? "\nsome figures miss their aim\n" : "\nall figures within their aims\n");
process.exitCode = isMissed ? 1 : 0;

function head(): string {
  const node = process.version;
  const git = must("git", ["--version"]).trim().replace("git version ", "");
  return `# Figures

Made by \`npm run bench\`. Read the ratios: they were measured side by side, in turns, within one run. Milliseconds are
medians and speak of one machine (${cpus().length} cores, Node ${node.slice(1)}, Git ${git}).
`;
}

function pageOf(name: string, { title, note, rows }: Figures): string {
  const lines = rows.map(
    ({ what, value, unit, most, aside }) =>
      `| ${what} | ${shown(value)}${unit} | ${most === undefined ? "" : `≤ ${most}${unit}`} | ${aside ?? ""} |`,
  );
  return `## ${title}\n\n\`npm run bench -- ${name}\`. ${note}\n\n| what | figure | aim | |\n|---|---|---|---|\n${lines.join("\n")}\n`;
}

function shown(value: number): string {
  return Number.isInteger(value) ? String(value) : value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}

/** The sections as they stand, in the order of the table, so that one can be measured again alone. */
function readPages(): Map<string, string> {
  const text = existing();
  const pages = new Map<string, string>();
  for (const name of Object.keys(SECTIONS)) {
    const page = text.split(/^(?=## )/m).find((part) => part.includes(`\`npm run bench -- ${name}\``));
    if (page !== undefined) pages.set(name, `${page.trimEnd()}\n`);
  }
  return pages;
}

function existing(): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
