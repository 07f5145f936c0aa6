// V8's code cache of a part of the program, which saves more than starting Node costs. V8 itself looks at the engine's version and settings
// and at the length of the source, and trusts whatever else it holds: so it is handed over only if a checksum over the cache,
// the source and the Node version is right.
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Script } from "node:vm";
import { markCodeCache } from "../../base/engine.ts";
import { checksumOf } from "./checksums.ts";

export interface ProgramSource {
  readonly name: string;
  readonly file: string;
  /** What the bundler writes is pure ASCII, and one byte per character is read in half the time. */
  readonly text: string;
  readonly checksum: string;
}

export interface Caches {
  readonly folder: string;
  /** What the program is started for: each kind of run takes back what such a run has called, and no more. */
  readonly use: string;
}

/** A compiled part of the program, from its cache if that is valid; otherwise the cache is made again at the end of the run. */
export function compile({ name, file, text, checksum }: ProgramSource, caches: Caches | undefined): Script {
  if (caches === undefined) return new Script(text, { filename: file });
  const path = join(caches.folder, `${name}-${caches.use}-${process.version}-${process.arch}`);
  const key = `${process.version} ${process.arch} ${checksum}`;
  const cachedData = readCache(path, key);
  const script = new Script(text, { filename: file, ...(cachedData === undefined ? {} : { cachedData }) });
  // One that is valid and is refused all the same was made under other settings of V8, which a rule may have changed since: it stays.
  if (cachedData === undefined) {
    markCodeCache();
    process.once("exit", () => keep(script, path, key));
  }
  return script;
}

/** The seal comes last, with a fixed size, because V8 wants its data where a buffer begins. */
function readCache(path: string, key: string): Buffer | undefined {
  try {
    const bytes = readFileSync(path);
    const data = bytes.subarray(0, bytes.length - SEAL_SIZE);
    return bytes.length > SEAL_SIZE && bytes.toString("latin1", data.length) === seal(data, key)
      ? data
      : undefined;
  } catch {
    return undefined;
  }
}

const SEAL_SIZE = 128;

function seal(data: Uint8Array, key: string): string {
  return `\n${checksumOf(data)} ${key}`.padEnd(SEAL_SIZE);
}

/** By a rename, so that nobody reads half of it; if there is no room for it, the next run simply has none. */
function keep(script: Script, path: string, key: string): void {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    const data = script.createCachedData();
    writeFileSync(temporary, Buffer.concat([data, Buffer.from(seal(data, key), "latin1")]));
    renameSync(temporary, path);
  } catch {}
}
