import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import * as assert from "uvu/assert";
import { licenseTexts } from "../tools/licenses.mjs";
import { suite } from "./support/suite.ts";

const test = suite("the package");
const ROOT = fileURLToPath(new URL("..", import.meta.url));
const read = (path: string) => readFileSync(`${ROOT}${path}`, "utf8");

interface Manifest {
  readonly bin: Readonly<Record<string, string>>;
  readonly engines: { readonly node: string };
  readonly license: string;
  readonly type: string;
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}
interface LockedPackage {
  readonly engines?: { readonly node?: string };
  readonly optional?: boolean;
  readonly license?: string;
}

const manifest: Manifest = JSON.parse(read("package.json"));
const lock: { readonly packages: Readonly<Record<string, LockedPackage>> } = JSON.parse(
  read("package-lock.json"),
);
const direct = { ...manifest.dependencies, ...manifest.devDependencies };

test("holds what is needed and nothing else", () => {
  const answer = spawnSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
    cwd: ROOT,
    encoding: "utf8",
  });
  assert.is(answer.status, 0, answer.stderr);
  const [{ files }] = JSON.parse(answer.stdout) as [{ files: { path: string }[] }];
  const folders = ["dist", "docs", "hooks", "schemas", "templates", "types"].flatMap((folder) =>
    readdirSync(`${ROOT}${folder}`, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => relative(ROOT, join(parentPath, name))),
  );
  const top = [
    ".arkitektrc.example.json",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "README.md",
    "bench/figures.md",
    "package.json",
  ];
  const packed = files.map(({ path }) => path);
  assert.equal(packed.sort(), [...folders, ...top].sort());
  const dangling = packed
    .filter((path) => path.endsWith(".md"))
    .flatMap((path) =>
      linksOf(path)
        .filter((link) => !packed.includes(link))
        .map((link) => `${path}: ${link}`),
    );
  assert.equal(dangling, [], "links of the installed package that lead nowhere");
});

test("npm finds no script to run, or to warn of, where the package is installed", () => {
  const run = ["preinstall", "install", "postinstall", "prepare"];
  assert.equal(
    run.filter((script) => Object.hasOwn(manifest.scripts, script)),
    [],
  );
});

test("every file of the program is loaded by another of them", () => {
  const files = readdirSync(`${ROOT}dist`);
  const texts = files.map((file) => read(`dist/${file}`));
  const idle = files
    // What others load: the program, and what they import.
    .filter((file) => file !== "arkitekt.cjs" && file !== "library.cjs" && file !== "licenses.txt")
    .filter((file) => !texts.some((text) => text.includes(`${file}"`)));
  assert.equal(idle, []);
  assert.ok(texts[files.indexOf("arkitekt.cjs")]?.startsWith("#!/usr/bin/env node\n"));
});

test("brings the licence of every package that it holds a part of, also where one file goes alone", () => {
  const texts = read("dist/licenses.txt");
  const bundled = [...read("README.md").matchAll(/^\| ([\w-]+) \| (?:.*; )?bundled/gm)].flatMap(
    ([, name]) => name ?? [],
  );
  assert.ok(bundled.length >= 5, String(bundled));
  for (const name of [...bundled, "ajv"])
    assert.match(texts, new RegExp(`^${name} ${direct[name]} \\(.+\\)\n\n[^]*?(?:copyright|Copyright)`, "m"));
  assert.ok(read("dist/standalone.cjs").includes("picomatch 4"));
});

test("a package without the text of its licence can't be bundled", async () => {
  const root = mkdtempSync(join(tmpdir(), "licenses-"));
  try {
    const folder = join(root, "node_modules/@some/thing");
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      join(folder, "package.json"),
      '{ "name": "@some/thing", "version": "1.2.3", "license": "MIT" }',
    );
    const inputs = { "node_modules/@some/thing/index.js": { bytesInOutput: 1 } };
    const texts = () => licenseTexts(root, [{ outputs: { "a.cjs": { inputs } } }]);
    const said = await texts().catch(String);
    assert.match(said, /thing is bundled, and brings no text of its licence/);
    writeFileSync(join(folder, "LICENSE.md"), "Copyright of some\n");
    assert.match(await texts(), /^@some\/thing 1\.2\.3 \(MIT\)\n\nCopyright of some\n$/m);
  } finally {
    rmSync(root, { recursive: true });
  }
});

test("says what it runs on, and under which licence", () => {
  assert.equal(
    [manifest.bin, manifest.engines.node, manifest.license, manifest.type],
    [{ arkitekt: "dist/arkitekt.cjs" }, ">=20.17", "MIT", "module"],
  );
  assert.match(read("LICENSE"), /^MIT License/);
  for (const place of ["CHANGELOG.md", "CONTRIBUTING.md", ".arkitektrc.example.json", "tsconfig.json"])
    assert.ok(read(place).length > 0, place);
});

test("types are checked strictly", () => {
  const { compilerOptions } = JSON.parse(read("tsconfig.json"));
  for (const flag of ["strict", "exactOptionalPropertyTypes", "noUncheckedIndexedAccess"])
    assert.is(compilerOptions[flag], true, flag);
});

test("versions are pinned, and every package runs on Node 20.17", () => {
  for (const [name, version] of Object.entries(direct))
    assert.match(version, /^(npm:\w+@)?\d+\.\d+\.\d+$/, name);
  const refusing = Object.entries(lock.packages)
    .filter(([, { optional, engines }]) => !optional && !runsOn(engines?.node ?? "*", [20, 17, 0]))
    .map(([path, { engines }]) => `${path} needs ${engines?.node}`);
  assert.equal(refusing, []);
});

test("the README says of each package, in a line, why it is there", () => {
  const text = read("README.md");
  const section = text.slice(text.indexOf("## Dependencies"), text.indexOf("## Contributing"));
  const rows = [...section.matchAll(/^\| (.+?) \| .+ \|$/gm)].flatMap(([, names = ""]) => names.split(", "));
  const named = new Set(rows.filter((name) => !/^(package|-+)$/.test(name)));
  assert.equal(
    [...named].sort(),
    Object.keys(direct)
      .filter((name) => !name.startsWith("@types/"))
      .sort(),
  );
});

test("the README's commands, links and scripts are there", () => {
  const text = read("README.md");
  assert.match(text, "npm ci && npm run demo ");
  assert.match(text, "npm ci && npm test ");
  for (const [, script = ""] of text.matchAll(/npm run ([\w-]+)/g))
    assert.ok(manifest.scripts[script], script);
  for (const link of linksOf("README.md")) assert.ok(read(link).length > 0, link);
});

test("the README names every command", () => {
  const help = spawnSync(process.execPath, [`${ROOT}dist/arkitekt.cjs`, "--help"], { encoding: "utf8" });
  const names = [...help.stdout.matchAll(/^ {2}([a-z]+) {2,}/gm)].map(([, name = ""]) => name);
  assert.ok(names.length > 8, help.stdout);
  const table = /\| command \|[\s\S]*?\n\n/.exec(read("README.md"))?.[0] ?? "";
  assert.equal(
    names.filter((name) => !new RegExp(`^\\|.*` + "`" + `${name}\\b.*\\|`, "m").test(table)),
    [],
  );
});

/** The files that a page links to, from the top of the package. */
function linksOf(page: string): readonly string[] {
  // In code, `list[2](v)` is a call.
  const prose = read(page).replaceAll(/```[\s\S]*?```|`[^`\n]*`(?!\])/g, "");
  return [...prose.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, link = ""]) => join(dirname(page), link));
}

/** Whether a range of npm takes a version: alternatives of comparators, as the packages here write them. */
function runsOn(range: string, version: readonly number[]): boolean {
  return range.split("||").some((alternative) =>
    alternative
      .trim()
      .replaceAll(/([<>=^~]) +/g, "$1")
      .split(/ +/)
      .every((comparator) => holds(comparator, version)),
  );
}

function holds(comparator: string, version: readonly number[]): boolean {
  const [, sign = "", numbers = ""] = /^(>=|>|<=|<|\^|~|)v?([\d.x*]*)$/.exec(comparator) ?? [];
  const wanted = numbers.split(".").map((part) => (/^\d+$/.test(part) ? Number(part) : 0));
  const order = compare(version, wanted);
  if (numbers === "" || numbers === "*") return comparator === "*" || comparator === "";
  if (sign === ">=") return order >= 0;
  if (sign === ">") return order > 0;
  if (sign === "<") return order < 0;
  if (sign === "<=") return order <= 0;
  return version[0] === wanted[0] && order >= 0;
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((part, index) => part !== (b[index] ?? 0));
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
