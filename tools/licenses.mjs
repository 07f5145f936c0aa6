// What the licences of the bundled packages ask for: their texts, in one file beside the program.
import { readdir, readFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";

/**
 * The licences of all packages of which something is in one of `metafiles` (of esbuild), by name; the same for the same packages,
 * wherever they lie. A package that brings no text of its licence can't be bundled.
 */
export async function licenseTexts(root, metafiles) {
  const folders = new Set();
  for (const file of metafiles.flatMap(bundledFiles)) {
    const path = resolve(root, file);
    if (isOfPackage(path)) folders.add(packageFolder(path));
    // Validators are made ahead of time, and hold what they need of the packages that made them.
    else if (path.endsWith(".generated.mjs"))
      for (const [, inner] of (await readFile(path, "utf8")).matchAll(MADE_FROM))
        folders.add(packageFolder(join(root, inner)));
  }
  const parts = await Promise.all([...folders].map(licenseOf));
  const sorted = parts.sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ text }) => text);
  return [HEAD, ...new Set(sorted)].join(`\n${"-".repeat(72)}\n\n`);
}

const HEAD = "The program holds parts of these packages, under the licences below.\n";
const MADE_FROM = /^\/\/ (node_modules\/\S+)$/gm;

function bundledFiles({ outputs }) {
  return Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs)
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([file]) => file.replace(/^[\w-]+:(?=\/)/, "")),
  );
}

function isOfPackage(path) {
  return /[\\/]node_modules[\\/]/.test(path);
}

function packageFolder(path) {
  const [, folder] = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)/.exec(path) ?? [];
  return folder ?? dirname(path);
}

async function licenseOf(folder) {
  const { name, version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const file = (await readdir(folder)).sort().find((one) => /^(?:licen[cs]e|copying)(?:[.-].*)?$/i.test(one));
  const text = file === undefined ? "" : (await readFile(join(folder, file), "utf8")).trim();
  if (text === "") throw new Error(`${basename(folder)} is bundled, and brings no text of its licence`);
  return { name, text: `${name} ${version} (${license})\n\n${text.replaceAll("\r\n", "\n")}\n` };
}
