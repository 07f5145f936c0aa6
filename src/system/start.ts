// What runs first: loads the program, from V8's code cache where the Git folder keeps one. Compiling the program anew costs
// more than starting Node; a cache that does not fit this Node is passed over, and one that is missing is made.
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Script } from "node:vm";
import { markCodeCache } from "../base/code-cache.ts";

interface Program {
  main(): void;
}

/** That of this file, which lies beside the program: `node:module`, which makes others, is slow to load. */
declare const require: (file: string) => unknown;

const file = join(__dirname, "cli-main.cjs");
const cacheFolder = join(__dirname, "../cache");

if (existsSync(cacheFolder)) runCached(join(cacheFolder, `${process.version}-${process.arch}`));
else (require(file) as Program).main();

function runCached(cache: string): void {
  const cachedData = readIfThere(cache);
  // The bundler writes ASCII alone, and one byte a character is read in half the time.
  const text = readFileSync(file, "latin1");
  const source = `(function (exports, require, module, __filename, __dirname) {${text}\n})`;
  const script = new Script(source, { filename: file, ...(cachedData === undefined ? {} : { cachedData }) });
  if (cachedData === undefined) {
    markCodeCache();
    process.once("exit", () => keep(script, cache));
  }
  const module = { exports: {} };
  script.runInThisContext()(module.exports, require, module, file, dirname(file));
  (module.exports as Program).main();
}

/** By a rename, so that nobody reads half of it; without room for it the next run simply has none. */
function keep(script: Script, cache: string): void {
  const temporary = `${cache}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, script.createCachedData());
    renameSync(temporary, cache);
  } catch {}
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
