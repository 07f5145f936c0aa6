// What runs first: loads the program, each of its files against the checksum that it was built with. A file that a power cut or a
// full disk left empty, cut or changed stops the commit with what to do, and judges nothing.
import { existsSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { checksumOf, readChecksumList } from "./checksums.ts";
import { compile } from "./code-cache.ts";
import { launchedBy, tellLauncher } from "./launched.ts";

interface Program {
  main(): void;
}

/** That of this file, which lies beside the program: `node:module`, which makes others, is slow to load. */
declare const require: (file: string) => unknown;

const root = join(__dirname, "..");
const cache = join(root, "cache");
/** A copy in a Git folder has one; a package has none. */
const hasCache = existsSync(cache);
const checksums = readChecksumList(readIfThere("dist/checksums")?.toString("latin1") ?? "");
const [command, hook = ""] = process.argv.slice(2);
const launched = launchedBy(process.argv.slice(2));
const use = command === "hook" && /^[a-z-]{1,40}$/.test(hook) ? hook : "command";
const caches = hasCache ? { folder: cache, use } : undefined;
/** What commits run, and what agents try their patches with, is compiled here, so that its compiled code can be kept. */
const COMPILED: ReadonlySet<string> = new Set([
  "cli-main.cjs",
  "gate-forgiven-lines.cjs",
  "cli-commands-patch.cjs",
]);
const compiled = new Map<string, unknown>();
const proved = new Set<string>();

run();

function run(): void {
  whole("dist/arkitekt.cjs");
  // Only what a clone's launcher has read beside this program; the one of a server reads nothing.
  if (launched !== undefined && launched.hook !== "pre-receive")
    for (const part of [`hooks/${launched.hook}`, "hooks/prefetch.sh"]) whole(part);
  (loadPart("cli-main.cjs") as Program).main();
}

/** The program's own `require`: a part of ours is proved before it is loaded, with the parts that it may load itself. */
function requirePart(path: string): unknown {
  const name = path.startsWith("./") ? path.slice(2) : undefined;
  if (name !== undefined && COMPILED.has(name)) return loadPart(name);
  if (name !== undefined) provePart(name);
  return require(path);
}

function provePart(name: string): void {
  if (proved.has(name)) return;
  proved.add(name);
  const text = whole(`dist/${name}`).toString("latin1");
  for (const [, inner = ""] of text.matchAll(/\brequire\("\.\/([\w-]+\.cjs)"\)/g)) provePart(inner);
}

function loadPart(name: string): unknown {
  if (compiled.has(name)) return compiled.get(name);
  const bytes = whole(`dist/${name}`);
  const file = join(__dirname, name);
  const text = `(function (exports, require, module, __filename, __dirname) {${bytes.toString("latin1")}\n})`;
  const source = { name, file, text, checksum: checksums.get(`dist/${name}`) ?? "" };
  const module = { exports: {} };
  const body = compile(source, caches).runInThisContext();
  body(module.exports, requirePart, module, file, __dirname);
  compiled.set(name, module.exports);
  return module.exports;
}

/** The bytes of a file of the program; ends the run when they are not those that it was built with. */
function whole(path: string): Buffer {
  const bytes = readIfThere(path);
  if (bytes !== undefined && checksums.get(path) === checksumOf(bytes)) return bytes;
  const again = hasCache ? "npx arkitekt install" : "install the package again: npm ci";
  writeSync(
    2,
    `arkitekt: a file of its program is damaged or gone, so nothing was judged: ${join(root, path)}\n→ put it back: ${again}\n`,
  );
  tellLauncher(launched, 2);
  return process.exit(2);
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(join(root, path));
  } catch {
    return undefined;
  }
}
