// Bundles the test files that a run is about: one file starts half a second sooner than its two hundred sources through a loader.
import { mkdirSync, mkdtempSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { reportPage, rulePages } from "./bundle.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const RUN_FILE = join(root, "test/support/run-file.ts");

/**
 * The bundles of these test files, in a fresh folder below node_modules, where packages are still found: the caller removes it.
 * `of` tells a test file's bundle, `runFile` is what runs one.
 */
export async function bundleTests(files) {
  const cache = join(root, "node_modules/.cache");
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, "arkitekt-tests-"));
  await build({
    entryPoints: [RUN_FILE, ...files],
    outdir: folder,
    outbase: root,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20.17",
    packages: "external",
    sourcemap: "linked",
    chunkNames: "parts/[hash]",
    plugins: [ownAddress, rulePages, reportPage],
    absWorkingDir: root,
    logLevel: "warning",
  });
  const of = (file) => join(folder, relative(root, file).replace(/\.ts$/, ".js"));
  return { folder, of, runFile: of(RUN_FILE) };
}

/** One source with all it imports, packages too, as a program of its own for any Node. */
export async function bundleAlone(file, outfile) {
  await build({
    entryPoints: [file],
    outfile,
    bundle: true,
    format: "cjs",
    platform: "node",
    target: "node20.17",
    plugins: [rulePages, reportPage],
    absWorkingDir: root,
    logLevel: "warning",
  });
}

/** A file goes on knowing itself by the place of its source, beside which its fixtures lie. */
const ownAddress = {
  name: "own-address",
  setup(esbuild) {
    esbuild.onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, "utf8");
      if (!text.includes("import.meta.url")) return undefined;
      return {
        contents: text.replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href)),
        loader: "ts",
      };
    });
  },
};
