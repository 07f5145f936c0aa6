// A file that may be lost: its first line says what it is and holds a checksum of the rest. What is damaged, or says something else, does not count.
import { basename, dirname, join } from "node:path";
import { fileFailure, readFileIfThere } from "../files.ts";
import { isThere } from "../folders.ts";
import { checksumOf } from "../program/checksums.ts";

/** The folder of the copy that `program`, the file that runs, belongs to. Undefined if it is not a copy in a Git folder, which keeps something. */
export function folderOfCopy(program: string): string | undefined {
  const root = dirname(dirname(program));
  return isThere(join(root, "cache")) ? root : undefined;
}

/** `root` is that folder, whose name tells one program from another; `about` has no line end. */
export function sealed(body: Uint8Array, root: string, about = ""): Buffer {
  return Buffer.concat([Buffer.from(`${sealOf(body, root, about)}\n`), body]);
}

/** What stands in it behind the first line; undefined if that does not fit. */
export function unsealed(bytes: Buffer, root: string, about = ""): Buffer | undefined {
  const end = bytes.indexOf("\n");
  const body = bytes.subarray(end + 1);
  return bytes.toString("latin1", 0, end) === sealOf(body, root, about) ? body : undefined;
}

export function readIfReadable(path: string): Buffer | undefined {
  // Most are not there.
  return unlessRefused(() => (isThere(path) ? readFileIfThere(path) : undefined));
}

/** What `work` gives; undefined where the system does not let it. */
export function unlessRefused<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (fileFailure(error) === undefined) throw error;
    return undefined;
  }
}

function sealOf(body: Uint8Array, root: string, about: string): string {
  return `${checksumOf(body)} ${basename(root)} ${about}`;
}
