// Checksums against accident: a power cut, a full disk, a flipped bit, a stale file. Whoever may write to a file can write its
// checksum too, so nothing stronger would prove more, and this one takes a millisecond where a commit waits for it.

type Crc32 = (bytes: Uint8Array, start: number) => number;

/**
 * Node's own CRC-32. `node:zlib` brings the streams along, which a quiet commit does without: a sixteenth of its time. The part of
 * Node that zlib itself calls is there from the start; if a later Node no longer gives access to it, zlib does.
 */
function nodesCrc32(): Crc32 {
  const { binding } = process as unknown as { binding?: (name: string) => { readonly crc32?: Crc32 } };
  try {
    const found = binding?.("zlib").crc32;
    if (found !== undefined) return found;
  } catch {}
  return process.getBuiltinModule("node:zlib").crc32;
}

const crc32 = nodesCrc32();

/** The checksum and the size of some bytes, as one word. */
export function checksumOf(bytes: Uint8Array): string {
  return `${crc32(bytes, 0).toString(16).padStart(8, "0")}-${bytes.length}`;
}

/** In bytes, as a checksum tells it; undefined where that can be no size of a file of ours. */
export function sizeIn(checksum: string): number | undefined {
  const size = checksum.slice(checksum.indexOf("-") + 1);
  return /^\d{1,8}$/.test(size) ? Number(size) : undefined;
}

/**
 * A line for each file: its checksum and its path. The bundler, which writes the list, loads it from the text of this file.
 * @internal
 */
export function checksumList(files: Iterable<readonly [path: string, bytes: Uint8Array]>): string {
  return [...files].map(([path, bytes]) => `${checksumOf(bytes)} ${path}\n`).join("");
}

/** What the list says of one file; undefined where it is cut, or says nothing. */
export function checksumIn(list: string, path: string): string | undefined {
  const end = list.indexOf(` ${path}\n`);
  return end < 0 ? undefined : list.slice(list.lastIndexOf("\n", end) + 1, end);
}

/** Path → checksum; a list that is cut or empty lacks paths. */
export function readChecksumList(text: string): ReadonlyMap<string, string> {
  const lines = text.split("\n").slice(0, -1);
  return new Map(
    lines.map((line) => [line.slice(line.indexOf(" ") + 1), line.slice(0, line.indexOf(" "))] as const),
  );
}

/** What the last line of such a script begins with. */
export const SEAL = "# whole: ";

/** A shell script with its own checksum as the last line. */
export function sealed(script: string): string {
  return script + sealOf(script);
}

function sealOf(script: string): string {
  return `${SEAL}${checksumOf(Buffer.from(script))}\n`;
}

export function isSealed(script: string): boolean {
  const end = script.lastIndexOf(`\n${SEAL}`) + 1;
  return end > 0 && script.slice(end) === sealOf(script.slice(0, end));
}
