// What runs first: loads the program, each of its files against the checksum that it was built with. A file that a power cut or a
// full disk left empty, cut or changed stops the commit with what to do, and judges nothing.
import { closeSync, existsSync, openSync, readFileSync, readSync, writeSync } from "node:fs";
import { join } from "node:path";
import { checksumIn, checksumOf, sizeIn } from "./checksums.ts";
import { compile } from "./code-cache.ts";
import { launchedBy, tellLauncher } from "./launched.ts";

interface LoadedProgram {
  main(): void;
}

/** The `require` of this file, which lies beside the program: `node:module`, which makes others, is slow to load. */
declare const require: (file: string) => unknown;

const root = join(__dirname, "..");
const cache = join(root, "cache");
/** A copy in a Git folder has one; a package has none. */
const hasCache = existsSync(cache);
const checksums = listOfChecksums();
const [command, hook = ""] = process.argv.slice(2);
const launched = launchedBy(process.argv.slice(2));
/** A word that is not a hook leaves no cache of its own. */
const use = command === "hook" && isHook(hook) ? hook : "command";
const caches = hasCache ? { folder: cache, use } : undefined;
/**
 * The compiled code of what a run begins with is kept. What is loaded later may meet an engine with other settings, which would not take it
 * back.
 */
const KEPT =
  /^(?:cli-main|cli-run-command|gate-forgiven-lines|policy-read-read-policy|(?:cli-commands|hooks)-[\w-]+)\.cjs$/;
/** What may let a commit pass after pre-commit without this program. */
const SHELL = ["receipt.sh", "prepare-commit-msg", "commit-msg"];
const loaded = new Map<string, { exports: unknown }>();
const ofNode = new Map<string, unknown>();

/** The program's own `require`. What is compiled here can import no package by itself; those that lie beside it come through `package`. */
const ownRequire = Object.assign(requirePart, { package: (name: string): Promise<unknown> => import(name) });

/** What stands around a part, so that it is a function of its own. */
const FUNCTION = {
  before: Buffer.from("(function (exports, require, module, __filename, __dirname) {"),
  after: Buffer.from("\n})"),
};
const NOTHING = { before: Buffer.alloc(0), after: Buffer.alloc(0) };

run();

/** The scripts of the hooks lie in the package; only that of a server is written where it is installed. */
function isHook(name: string): boolean {
  return name === "pre-receive" || checksumIn(checksums, `hooks/${name}`) !== undefined;
}

function run(): void {
  whole("dist/arkitekt.cjs");
  // Only what a clone's launcher has read as well as this program; a server's launcher reads nothing.
  if (launched !== undefined && launched.hook !== "pre-receive")
    for (const part of new Set([launched.hook, "prefetch.sh", ...SHELL])) whole(`hooks/${part}`);
  (loadPart("cli-main.cjs") as LoadedProgram).main();
}

/** A part of ours is checked when it is loaded. What is Node's is looked up once: dozens of modules ask for the same. */
function requirePart(path: string): unknown {
  if (path.startsWith("./")) return loadPart(path.slice(2));
  const known = ofNode.get(path) ?? require(path);
  ofNode.set(path, known);
  return known;
}

function loadPart(name: string): unknown {
  const known = loaded.get(name);
  if (known !== undefined) return known.exports;
  const file = join(__dirname, name);
  // The engine would copy a text that is put together.
  const text = whole(`dist/${name}`, FUNCTION).toString("latin1");
  const source = { name, file, text, checksum: checksumIn(checksums, `dist/${name}`) ?? "" };
  const module = { exports: {} as unknown };
  loaded.set(name, module);
  const body = compile(source, KEPT.test(name) ? caches : undefined).runInThisContext();
  body(module.exports, ownRequire, module, file, __dirname);
  return module.exports;
}

/** The bytes of a file of the program, with what is wanted around them; ends the run if they are not those that it was built with. */
function whole(path: string, { before, after } = NOTHING): Buffer {
  const checksum = checksumIn(checksums, path);
  const size = checksum === undefined ? undefined : sizeIn(checksum);
  if (size !== undefined) {
    // One byte more tells a file that is longer.
    const room = Buffer.allocUnsafe(before.length + size + Math.max(1, after.length));
    const end = before.length + size;
    const isRead = readIfThere(path, room.subarray(before.length, end + 1)) === size;
    if (isRead && checksum === checksumOf(room.subarray(before.length, end))) {
      room.set(before);
      room.set(after, end);
      return room.subarray(0, end + after.length);
    }
  }
  const again = hasCache ? "npx arkitekt install" : "install the package again: npm ci";
  writeSync(
    2,
    `arkitekt: a file of its program is damaged or gone, so nothing was judged: ${join(root, path)}\n→ put it back: ${again}\n`,
  );
  tellLauncher(launched, 2);
  return process.exit(2);
}

/** How many bytes were read; undefined where it can't be. */
function readIfThere(path: string, room: Buffer): number | undefined {
  try {
    const fd = openSync(join(root, path), "r");
    try {
      let size = 0;
      for (let read = 1; read > 0 && size < room.length; size += read)
        read = readSync(fd, room, size, room.length - size, null);
      return size;
    } finally {
      closeSync(fd);
    }
  } catch {
    return undefined;
  }
}

function listOfChecksums(): string {
  try {
    return readFileSync(join(root, "dist/checksums"), "latin1");
  } catch {
    return "";
  }
}
