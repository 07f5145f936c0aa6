// Real Lua code to measure on: Debian packages, fetched and unpacked below .bench, every file of them committed.
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { benchEnvironment } from "./environment.ts";
import { must } from "./measure.ts";

const PACKAGES = ["prosody", "prosody-modules", "awesome", "luarocks", "lua-penlight"];

export const benchFolder = fileURLToPath(new URL("../.bench/", import.meta.url));

/** The folder with the unpacked packages; fetched once. */
export function corpus(): string {
  const folder = join(benchFolder, "corpus");
  if (existsSync(folder)) return folder;
  const unpacked = join(benchFolder, "corpus.unpacked");
  rmSync(unpacked, { recursive: true, force: true });
  mkdirSync(unpacked, { recursive: true });
  must("apt-get", ["download", "-q", ...PACKAGES], { cwd: unpacked });
  for (const file of readdirSync(unpacked).filter((name) => name.endsWith(".deb"))) {
    must("dpkg", ["-x", file, "."], { cwd: unpacked });
    rmSync(join(unpacked, file));
  }
  renameSync(unpacked, folder);
  return folder;
}

/** Every Lua file of the corpus, relative to it, sorted. */
export function luaFiles(): readonly string[] {
  return readdirSync(corpus(), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".lua"))
    .sort();
}

/** Without the links by which the packages offer a file to several versions of Lua: the gate judges those as links. */
export function plainLuaFiles(): readonly string[] {
  return luaFiles().filter((file) => lstatSync(join(corpus(), file)).isFile());
}

/** Without those that a link leads to, either: few repositories have such. */
export function unlinkedLuaFiles(): readonly string[] {
  const places = luaFiles().map((file) => join(corpus(), file));
  const links = places.filter((place) => lstatSync(place).isSymbolicLink());
  const linked = new Set(links.filter(existsSync).map((link) => realpathSync(link)));
  return plainLuaFiles().filter((file) => !linked.has(join(corpus(), file)));
}

/** A fresh repository at `.bench/<name>` with the whole corpus as its first commit. */
export function corpusRepository(name: string): string {
  const folder = join(benchFolder, name);
  rmSync(folder, { recursive: true, force: true });
  cpSync(corpus(), folder, { recursive: true, verbatimSymlinks: true });
  commitAll(folder);
  return folder;
}

export function commitAll(folder: string): void {
  const env = benchEnvironment();
  must("git", ["init", "-q", "-b", "main"], { cwd: folder, env });
  must("git", ["add", "-A", "-f"], { cwd: folder, env });
  must("git", ["commit", "-q", "-m", "the corpus"], { cwd: folder, env });
}
