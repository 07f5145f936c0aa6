// Builds what ships: dist/arkitekt.cjs, which loads the program dist/cli-main.cjs, and one file for each part that is
// loaded on demand.
//
// A dynamic import() of one of our files is the mark of such a part. Parts are CommonJS because that starts about
// ten percent faster than ESM, and they repeat what they share with the program: a part holds functions, never state.
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { licenseTexts } from "./licenses.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");

const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));

/**
 * Bundles the program into `outdir`. What is there already as it should be is left alone; the rest is replaced file by file, by a
 * rename, when all is made: a running program never reads half of one.
 */
export async function bundle(outdir) {
  const parts = new Map([
    ["arkitekt", join(root, "src/system/program/start.ts")],
    ["cli-main", join(root, "src/cli/main.ts")],
    ["library", join(root, "src/library/index.ts")],
  ]);
  const made = new Map();
  await mkdir(outdir, { recursive: true });
  const metafiles = [];
  const add = async (entries, found) => {
    const { texts, metafile } = await bundleParts(entries, found);
    for (const [name, text] of texts) made.set(name, text);
    metafiles.push(metafile);
  };
  // What is found in one round is made in the next: so each file is read once a round, however many parts hold it.
  while (made.size < parts.size) await add(new Map([...parts].filter(([name]) => !made.has(name))), parts);
  await add(new Map([[STANDALONE, join(root, "src/cli/main.ts")]]), undefined);
  parts.set(STANDALONE, undefined);
  const licenses = await licenseTexts(root, metafiles);
  const files = [...made].map(([name, text]) => [`${name}.cjs`, Buffer.from(text)]);
  files.push([LICENSES, Buffer.from(licenses)]);
  // It goes into other repositories alone.
  const alone = files.find(([name]) => name === `${STANDALONE}.cjs`);
  alone[1] = Buffer.concat([alone[1], Buffer.from(inAscii(asComment(licenses)))]);
  files.sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [name, bytes] of [...files, [CHECKSUMS, await checksums(files)]])
    await write(join(outdir, name), bytes);
  for (const file of await readdir(outdir)) {
    if (file !== CHECKSUMS && file !== LICENSES && !parts.has(basename(file, ".cjs")))
      await rm(join(outdir, file), { recursive: true });
  }
}

/**
 * The whole program as one file without parts, for a repository that brings it to its CI by itself. No other file loads it, and it starts
 * by itself.
 */
const STANDALONE = "standalone";

/** What each file of the package holds as it was built: the loader, install and doctor go by it. */
const CHECKSUMS = "checksums";

/** What the packages in it ask for. */
const LICENSES = "licenses.txt";

function asComment(text) {
  return `/*\n${text.replaceAll("*/", "* /")}*/\n`;
}

async function checksums(made) {
  const { outputFiles } = await build({
    entryPoints: [join(root, "src/system/program/checksums.ts")],
    write: false,
    format: "esm",
    platform: "node",
    absWorkingDir: root,
  });
  const own = `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`;
  const { checksumList } = await import(own);
  const files = made.map(([name, bytes]) => [`dist/${name}`, bytes]);
  for (const folder of ["hooks", "schemas", "templates"]) {
    for (const name of (await readdir(join(root, folder))).sort()) {
      files.push([`${folder}/${name}`, await readFile(join(root, folder, name))]);
    }
  }
  files.push(["package.json", await readFile(join(root, "package.json"))]);
  return Buffer.from(checksumList(files));
}

/** `entries` are files by the names of their parts. Without `parts` all that would be loaded on demand stands in the one file. */
async function bundleParts(entries, parts) {
  const { outputFiles, metafile } = await build({
    entryPoints: [...entries].map(([out, file]) => ({ in: file, out })),
    outdir: join(root, "dist"),
    outExtension: { ".js": ".cjs" },
    bundle: true,
    write: false,
    metafile: true,
    platform: "node",
    // Some packages name a UMD file first, whose own requires no bundler can follow.
    mainFields: ["module", "main"],
    format: "cjs",
    target: "node20.17",
    charset: "ascii",
    minifySyntax: true,
    minifyIdentifiers: true,
    // Lines stay short enough for the one that a crash prints.
    minifyWhitespace: true,
    lineLimit: 160,
    legalComments: "none",
    external: ["typescript"],
    define: { "import.meta.url": "__filename_url", ARKITEKT_VERSION: JSON.stringify(version) },
    banner: { js: '"use strict";const __filename_url=__filename;' },
    ...(entries.has(STANDALONE) ? { footer: { js: "module.exports.main();" } } : {}),
    plugins: [
      ...(parts === undefined ? [] : [onDemand(parts), atFirstCall(parts)]),
      wholePackages,
      lazyPackages,
      withoutLoaders,
      rulePages,
      reportPage,
    ],
    absWorkingDir: root,
    logLevel: "warning",
  });
  const texts = outputFiles.map(({ path, text }) => {
    const name = basename(path, ".cjs");
    const start = name === "arkitekt" ? "#!/usr/bin/env node\n" : "";
    const made = `${start}${requireParts(inAscii(text))}`;
    return [name, parts === undefined || name === "library" ? made : importByLoader(made)];
  });
  return { texts, metafile };
}

/** What `charset` leaves are regular expressions: in a file that is read as Latin-1 they would look for other letters. */
function inAscii(text) {
  return text.replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Turns `import("../src/install/gate/install.ts")` into a `require` of dist/install-install.cjs, and queues that part. */
const onDemand = (parts) => ({
  name: "on-demand",
  setup(esbuild) {
    esbuild.onResolve({ filter: /^\.{1,2}\// }, (args) => {
      if (args.kind !== "dynamic-import") return undefined;
      const file = resolve(args.resolveDir, args.path);
      return { path: `./${partOf(file, parts)}.cjs`, external: true };
    });
  },
});

/** The name of the part that begins with a file, which is queued. */
function partOf(file, parts) {
  const name = relative(join(root, "src"), file)
    .replace(/\.[a-z]+$/, "")
    .replaceAll(/[\\/.]/g, "-");
  parts.set(name, file);
  return name;
}

/**
 * Modules of functions alone that many a commit does without. Each is a part too, and the first call of a function loads it: what
 * imports it need not wait. The first of them is all that reads Lua.
 */
const AT_FIRST_CALL = [
  "gate/forgiven-lines.ts",
  "lua/lua-data.ts",
  "rules/diff-budget/mechanical/mechanical.ts",
  "policy/faults/locate-yaml.ts",
  "policy/read/read-policy.ts",
].map((file) => join(root, "src", file));

/** The validators, which tell what is wrong with a file, are such parts, too. */
const isAtFirstCall = (file) =>
  AT_FIRST_CALL.includes(file) || /[\\/]generated[\\/][\w-]+\.generated\.mjs$/.test(file);

const atFirstCall = (parts) => ({
  name: "at-first-call",
  setup(esbuild) {
    esbuild.onResolve({ filter: /^\.{1,2}\/.*\.m?[jt]s$/ }, (args) => {
      const file = resolve(args.resolveDir, args.path);
      if (args.kind !== "import-statement" || !isAtFirstCall(file)) return undefined;
      return { path: file, namespace: "at-first-call", pluginData: partOf(file, parts) };
    });
    esbuild.onLoad({ filter: /.*/, namespace: "at-first-call" }, async ({ path, pluginData: part }) => {
      const names = await exportsOf(path);
      const call = (name) =>
        `export const ${name} = (...words) => require("./${part}.cjs").${name}(...words);`;
      return { contents: names.map(call).join("\n"), loader: "js" };
    });
    esbuild.onResolve({ filter: /^\.\/.*\.cjs$/, namespace: "at-first-call" }, ({ path }) => ({
      path,
      external: true,
    }));
  },
});

async function exportsOf(file) {
  const { metafile } = await build({ entryPoints: [file], write: false, metafile: true, format: "esm" });
  return Object.values(metafile.outputs)[0].exports;
}

/** A `require` of a part costs a third of an `import()` of it: the latter starts the ESM loader. */
const requireParts = (text) =>
  text.replaceAll(/\bimport\(("(?:\.\/[\w-]+\.cjs|node:[\w/]+)")\)/g, "Promise.resolve(require($1))");

/** What the loader compiles can import no package by itself, so the loader does (`src/system/program/start.ts`). */
const importByLoader = (text) => text.replaceAll(/\bimport\(("[\w/@-]+")\)/g, "require.package($1)");

/** husky and lint-staged bring files of their own, so they stay packages beside us and are loaded from there. */
const wholePackages = {
  name: "whole-packages",
  setup(esbuild) {
    esbuild.onResolve({ filter: /^(husky|lint-staged)$/ }, (args) => ({ path: args.path, external: true }));
  },
};

/** cosmiconfig finds files for us and loads none: what it would load them with (a reader of YAML, another of JSON) is left out. */
const withoutLoaders = {
  name: "without-loaders",
  setup(esbuild) {
    esbuild.onResolve({ filter: /^\.\/loaders$/ }, ({ importer }) =>
      /[\\/]cosmiconfig[\\/]dist[\\/]/.test(importer)
        ? { path: "loaders", namespace: "no-loaders" }
        : undefined,
    );
    esbuild.onLoad({ filter: /.*/, namespace: "no-loaders" }, () => ({ contents: "", loader: "js" }));
  },
};

/** What many a commit does without is evaluated when it is called: together these are two milliseconds of every start. */
const lazyPackages = {
  name: "lazy-packages",
  setup(esbuild) {
    esbuild.onResolve({ filter: /^node:(child_process|crypto|os|tty)$/ }, ({ path, namespace }) =>
      namespace === "lazy-builtin" ? undefined : { path, namespace: "lazy-builtin" },
    );
    esbuild.onLoad({ filter: /.*/, namespace: "lazy-builtin" }, ({ path }) => {
      const itself = `require(${JSON.stringify(path)})`;
      return { contents: LAZY[path].map((name) => lazyExport(itself, name)).join("\n"), loader: "js" };
    });
    esbuild.onResolve({ filter: /^(picocolors|picomatch)$/ }, ({ path, pluginData }) =>
      pluginData === "itself" ? undefined : { path, namespace: "lazy" },
    );
    esbuild.onLoad({ filter: /.*/, namespace: "lazy" }, async ({ path }) => {
      const { path: file } = await esbuild.resolve(path, {
        kind: "require-call",
        resolveDir: root,
        pluginData: "itself",
      });
      const itself = `require(${JSON.stringify(file)})`;
      return {
        contents: LAZY[path].map((name) => lazyExport(itself, name)).join("\n"),
        loader: "js",
        resolveDir: root,
      };
    });
  },
};

const lazyExport = (itself, name) => {
  const [key, inner] = name.split(".");
  const exported = key === "default" ? "default" : `const ${key} =`;
  const call = (of) => `(...words) => ${of}(...words)`;
  if (inner !== undefined) return `export ${exported} { ${inner}: ${call(`${itself}.${inner}`)} };`;
  return `export ${exported} ${call(key === "default" ? itself : `${itself}.${key}`)};`;
};

/** What is called of each. */
const LAZY = {
  "node:child_process": ["spawn", "spawnSync"],
  "node:crypto": ["createHash", "randomBytes"],
  "node:os": ["availableParallelism", "hostname", "tmpdir"],
  "node:tty": ["isatty"],
  picocolors: ["default.createColors"],
  picomatch: ["default"],
};

/** `arkitekt:rule-pages` is the folder docs/rules as an object, rule id to page; `arkitekt:words` the page of words as a text. */
export const rulePages = {
  name: "rule-pages",
  setup(esbuild) {
    esbuild.onResolve({ filter: /^arkitekt:rule-pages$/ }, ({ path }) => ({ path, namespace: "rule-pages" }));
    esbuild.onLoad({ filter: /.*/, namespace: "rule-pages" }, async () => {
      const folder = join(root, "docs/rules");
      const names = (await readdir(folder)).filter((name) => name.endsWith(".md")).sort();
      const pages = names.map(async (name) => [
        basename(name, ".md"),
        await readFile(join(folder, name), "utf8"),
      ]);
      return { contents: JSON.stringify(Object.fromEntries(await Promise.all(pages))), loader: "json" };
    });
    esbuild.onResolve({ filter: /^arkitekt:words$/ }, ({ path }) => ({ path, namespace: "words" }));
    esbuild.onLoad({ filter: /.*/, namespace: "words" }, async () => {
      const text = await readFile(join(root, "docs/words.md"), "utf8");
      return { contents: `export default ${JSON.stringify(text)};`, loader: "js" };
    });
  },
};

/** `arkitekt:report-page` is the script and the style of the page that `arkitekt report` writes, as texts. */
export const reportPage = {
  name: "report-page",
  setup(esbuild) {
    esbuild.onResolve({ filter: /^arkitekt:report-page$/ }, ({ path }) => ({
      path,
      namespace: "report-page",
    }));
    esbuild.onLoad({ filter: /.*/, namespace: "report-page" }, async () => {
      const [script, style] = await Promise.all(["main.ts", "page.css"].map(pagePart));
      return { contents: JSON.stringify({ script, style }), loader: "json" };
    });
  },
};

async function pagePart(file) {
  const made = await build({
    entryPoints: [join(root, "page", file)],
    bundle: true,
    write: false,
    format: "iife",
    target: "es2022",
    charset: "ascii",
    minify: true,
    legalComments: "none",
    absWorkingDir: root,
  });
  return made.outputFiles[0].text.trimEnd();
}

async function write(file, contents) {
  const now = await readFile(file).catch(() => undefined);
  if (now?.equals(contents)) return;
  const temporary = `${file}.${process.pid}.tmp`;
  await writeFile(temporary, contents, { mode: 0o755 });
  await rename(temporary, file);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundle(join(root, "dist"));
