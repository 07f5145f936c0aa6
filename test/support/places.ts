// What has a line in a table has more places: this reads them all from a copy of the repository, and names each that is missing.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Each as a sentence that names the file; none when every command, format, hook and policy key is whole. */
export function missingPlaces(root: string): readonly string[] {
  const tree: Tree = {
    has: (path) => existsSync(join(root, path)),
    text: (path) => readFileSync(join(root, path), "utf8"),
    names: (folder) => readdirSync(join(root, folder)),
  };
  return [...commandPlaces(tree), ...formatPlaces(tree), ...hookPlaces(tree), ...policyKeyPlaces(tree)];
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
  const words = tree.text("src/system/program/as-typed.ts");
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
      [new RegExp(`[" ]${name}[" ]`).test(words), `src/system/program/as-typed.ts has no word ${name}`],
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
  const verdicts = keys("src/report/verdict/index.ts", "verdictPrinters");
  const others = all(
    keys("src/report/requires/index.ts", "requirePrinters"),
    keys("src/report/shims/index.ts", "shimPrinters"),
    keys("src/report/patch/index.ts", "patchPrinters"),
  );
  const rows = found(formats, /^\| `([a-z-]+)` \|/gm);
  const goldens = stems(tree.names("test/fixtures/formats"));
  return all(known, verdicts, rows, goldens).flatMap((name) => {
    const isOfVerdict = verdicts.includes(name) || goldens.includes(name) || !others.includes(name);
    return missing(
      [known.includes(name), `src/report/format.ts has no line for ${name}`],
      [rows.includes(name), `docs/commands.md has no row for the format ${name}; npm run generate writes it`],
      [!isOfVerdict || verdicts.includes(name), `src/report/verdict/index.ts has no line for ${name}`],
      [!isOfVerdict || tree.has(`src/report/verdict/${name}.ts`), `src/report/verdict/${name}.ts is missing`],
      [
        !isOfVerdict || goldens.includes(name),
        `test/fixtures/formats/${name}.txt is missing; UPDATE=1 npm test -- report/formats writes it`,
      ],
    );
  });
}

/** A key as it is written with dots; a section stands for its keys, and rules have places of their own. */
function policyKeyPlaces(tree: Tree): readonly string[] {
  const stated = statedKeys(tree.text("src/policy/schema/schema-keys.ts"));
  const shipped = keysOf(JSON.parse(tree.text("schemas/policy.schema.json")), "properties");
  const [, defaults = "{}"] =
    /SETTING_DEFAULTS: Settings = (\{.*?\n\});/s.exec(
      tree.text("src/policy/generated/settings.generated.ts"),
    ) ?? [];
  const settings = keysOf(JSON.parse(defaults));
  const example = keysOf(JSON.parse(tree.text(".arkitektrc.example.json")));
  const rows = found(tree.text("docs/policy.md"), /^- `([$\w.]+)`: /gm);
  const names = all(stated, shipped, settings, example, rows).filter((name) => !/^rules\b/.test(name));
  return names.flatMap((name) =>
    missing(
      [stated.includes(name), `src/policy/schema/schema-keys.ts does not state ${name}`],
      [shipped.includes(name), `schemas/policy.schema.json has no ${name}; npm run generate writes it`],
      [
        NO_SETTING.has(name) || settings.includes(name),
        `src/policy/generated/settings.generated.ts has no default of ${name}; npm run generate writes it`,
      ],
      [
        example.includes(name),
        `.arkitektrc.example.json has no ${name}; src/policy/print/serialise.ts gives it, and npm run generate writes it`,
      ],
      [rows.includes(name), `docs/policy.md has no line for ${name}; npm run generate writes it`],
    ),
  );
}

/** About the file itself, or laid over the rules. */
const NO_SETTING: ReadonlySet<string> = new Set(["$schema", "extends", "overrides"]);

/** The keys of the table, as its formatter lays it out: a section's own keys are one step further in. */
function statedKeys(text: string): string[] {
  const table = text.slice(text.indexOf("export const KEYS"));
  const keys: string[] = [];
  let section: string | undefined;
  for (const [, indent, key = "", opens] of table.matchAll(/^( {2}| {4})([$\w]+): (section\()?/gm)) {
    if (indent?.length === 2) section = opens === undefined ? undefined : key;
    if (indent?.length === 2 && section === undefined) keys.push(key);
    if (indent?.length === 4 && section !== undefined) keys.push(`${section}.${key}`);
  }
  return keys;
}

/** Of an object within objects, by dots; of a schema with `inner`, what it says of them. Lists and free keys are values. */
function keysOf(value: object, inner?: string, around = ""): string[] {
  const entries = Object.entries((inner === undefined ? value : Reflect.get(value, inner)) ?? {});
  return entries.flatMap(([key, below]) => {
    const isNest = typeof below === "object" && below !== null && !Array.isArray(below);
    const nested = isNest && key !== "rules" ? keysOf(below, inner, `${around}${key}.`) : [];
    return nested.length > 0 ? nested : [`${around}${key}`];
  });
}

/** The files of src/hooks that are not hooks. */
const BESIDE_HOOKS = ["hook", "run-hook", "table", "tell-verdict", "pre-receive"];

function hookPlaces(tree: Tree): readonly string[] {
  const table = tree.text("src/hooks/table.ts");
  const lines = found(table, /^ {2}"([a-z-]+)": \{/gm);
  const run = found(tree.text("src/hooks/run-hook.ts"), /^ {2}"([a-z-]+)": async \(\) => /gm);
  const scripts = tree.names("hooks").filter((name) => !name.includes("."));
  const gated =
    /^ *([a-z |-]+)\) arkitekt_gated=1/m.exec(tree.text("templates/launcher.sh"))?.[1]?.split(" | ") ?? [];
  const files = stems(tree.names("src/hooks")).filter((name) => !BESIDE_HOOKS.includes(name));
  const rows = found(tree.text("docs/architecture.md"), /^\| `([a-z-]+)` \|/gm);
  const doctor = tree.text("src/install/doctor/prove.ts");
  return all(lines, run, scripts, gated, files).flatMap((name) => {
    const script = scripts.includes(name) ? tree.text(`hooks/${name}`) : undefined;
    const facts = new RegExp(`^ {2}"${name}": \\{.*?\\},?$(?=\\n {2}"|\\n\\})`, "ms").exec(table)?.[0] ?? "";
    const prefetch = /prefetch: "([a-z]+)"/.exec(facts)?.[1];
    return missing(
      [lines.includes(name), `src/hooks/table.ts has no line for ${name}`],
      [files.includes(name), `src/hooks/${name}.ts is missing`],
      [run.includes(name), `src/hooks/run-hook.ts has no line for ${name}`],
      [doctor.includes(`hook: "${name}"`), `src/install/doctor/prove.ts offers ${name} nothing`],
      [script !== undefined, `hooks/${name} is missing; npm run generate writes it`],
      [
        script === undefined || script.includes(` hook ${name} `),
        `hooks/${name} does not call arkitekt hook ${name}`,
      ],
      [
        script === undefined ||
          facts === "" ||
          prefetch === /\bprefetched (staged|message)\b/.exec(script)?.[1],
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
