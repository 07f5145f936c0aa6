// What has a line in a table has more places: this reads them all from a copy of the repository, and names each that is missing.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Each as a sentence that names the file; none when every command, format and hook is whole. */
export function missingPlaces(root: string): readonly string[] {
  const tree: Tree = {
    has: (path) => existsSync(join(root, path)),
    text: (path) => readFileSync(join(root, path), "utf8"),
    names: (folder) => readdirSync(join(root, folder)),
  };
  return [...commandPlaces(tree), ...formatPlaces(tree), ...hookPlaces(tree)];
}

interface Tree {
  has(path: string): boolean;
  text(path: string): string;
  names(folder: string): readonly string[];
}

type Place = readonly [isThere: boolean, missing: string];

function commandPlaces(tree: Tree): readonly string[] {
  const folder = "src/cli/commands";
  const lines = found(tree.text(`${folder}/index.ts`), /^ {4}name: "([a-z-]+)",$/gm);
  const page = tree.text("docs/commands.md");
  const rows = found(page, /^\| \[`([a-z-]+)`\]/gm);
  const goldens = stems(tree.names("test/fixtures/commands/help"));
  const names = all(lines, stems(tree.names(folder)), rows, goldens).filter((name) => name !== "index");
  return names.flatMap((name) =>
    missing(
      [tree.has(`${folder}/${name}.ts`), `${folder}/${name}.ts is missing`],
      [lines.includes(name), `${folder}/index.ts has no line for ${name}`],
      [rows.includes(name), `docs/commands.md has no row for ${name}; npm run generate writes it`],
      [
        !page.includes(`(#${name})`) || page.includes(`\n## ${name}\n`),
        `docs/commands.md has no section "## ${name}"`,
      ],
      [
        goldens.includes(name),
        `test/fixtures/commands/help/${name}.txt is missing; UPDATE=1 npm test -- cli/help writes it`,
      ],
      [new RegExp(`\`${name}[\` ]`).test(tree.text("README.md")), `README.md does not name ${name}`],
    ),
  );
}

function formatPlaces(tree: Tree): readonly string[] {
  const keys = (path: string, table: string) => {
    const text = tree.text(path);
    const block = new RegExp(`export const ${table}\\b.*?\\n\\}`, "s").exec(text)?.[0] ?? "";
    return found(block, /^ {2}"?([a-z-]+)"?[:,(]/gm);
  };
  const formats = /<!-- formats: .*?<!-- end/s.exec(tree.text("docs/commands.md"))?.[0] ?? "";
  const known = keys("src/report/format.ts", "FORMATS");
  const verdicts = keys("src/report/index.ts", "verdictPrinters");
  const others = all(
    keys("src/report/requires/index.ts", "requirePrinters"),
    keys("src/report/shims/index.ts", "shimPrinters"),
    keys("src/report/patch.ts", "patchPrinters"),
  );
  const rows = found(formats, /^\| `([a-z-]+)` \|/gm);
  const goldens = stems(tree.names("test/fixtures/formats"));
  return all(known, verdicts, rows, goldens).flatMap((name) => {
    const isOfVerdict = verdicts.includes(name) || goldens.includes(name) || !others.includes(name);
    return missing(
      [known.includes(name), `src/report/format.ts has no line for ${name}`],
      [rows.includes(name), `docs/commands.md has no row for the format ${name}; npm run generate writes it`],
      [!isOfVerdict || verdicts.includes(name), `src/report/index.ts has no line for ${name}`],
      [!isOfVerdict || tree.has(`src/report/${name}.ts`), `src/report/${name}.ts is missing`],
      [
        !isOfVerdict || goldens.includes(name),
        `test/fixtures/formats/${name}.txt is missing; UPDATE=1 npm test -- report/formats writes it`,
      ],
    );
  });
}

/** The files of src/hooks that are not hooks. */
const BESIDE_HOOKS = ["answer", "run-hook", "table"];

function hookPlaces(tree: Tree): readonly string[] {
  const table = tree.text("src/hooks/table.ts");
  const lines = found(table, /^ {2}"([a-z-]+)": \{/gm);
  const run = found(tree.text("src/hooks/run-hook.ts"), /^ {2}"([a-z-]+)": \w+,$/gm);
  const scripts = tree.names("hooks").filter((name) => !name.includes("."));
  const gated = /^ *([a-z |-]+)\) gated=1/m.exec(tree.text("templates/launcher.sh"))?.[1]?.split(" | ") ?? [];
  const files = stems(tree.names("src/hooks")).filter((name) => !BESIDE_HOOKS.includes(name));
  const rows = found(tree.text("docs/architecture.md"), /^\| `([a-z-]+)` \|/gm);
  return all(lines, run, scripts, gated, files).flatMap((name) => {
    const script = scripts.includes(name) ? tree.text(`hooks/${name}`) : undefined;
    const facts = new RegExp(`^ {2}"${name}": \\{.*?\\},?$(?=\\n {2}"|\\n\\})`, "ms").exec(table)?.[0] ?? "";
    const prefetch = /prefetch: "([a-z]+)"/.exec(facts)?.[1];
    return missing(
      [lines.includes(name), `src/hooks/table.ts has no line for ${name}`],
      [files.includes(name), `src/hooks/${name}.ts is missing`],
      [run.includes(name), `src/hooks/run-hook.ts has no line for ${name}`],
      [script !== undefined, `hooks/${name} is missing; npm run generate writes it`],
      [
        script === undefined || script.includes(` hook ${name} `),
        `hooks/${name} does not call arkitekt hook ${name}`,
      ],
      [
        script === undefined ||
          facts === "" ||
          prefetch === /\bprefetch (staged|message)\b/.exec(script)?.[1],
        `hooks/${name} does not prefetch as src/hooks/table.ts says; npm run generate writes it`,
      ],
      [gated.includes(name), `templates/launcher.sh does not gate ${name}; npm run generate writes it`],
      [rows.includes(name), `docs/architecture.md has no row for ${name}; npm run generate writes it`],
    );
  });
}

function missing(...places: readonly Place[]): readonly string[] {
  return places.filter(([isThere]) => !isThere).map(([, sentence]) => sentence);
}

function found(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].map(([, name = ""]) => name);
}

function stems(names: readonly string[]): readonly string[] {
  return names.filter((name) => /\.(ts|txt)$/.test(name)).map((name) => name.replace(/\.\w+$/, ""));
}

function all(...lists: readonly (readonly string[])[]): readonly string[] {
  return [...new Set(lists.flat())].sort();
}
