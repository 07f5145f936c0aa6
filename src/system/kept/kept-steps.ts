// What commits were found to do, a line for each: appended, and never more than two files of so many bytes, the older of which goes.
import { appendFileSync, renameSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { fileFailure, readEndOf } from "../files.ts";
import { checksumOf } from "../program/checksums.ts";

/** In bytes, of one file: ten thousand steps in which nothing is found, some hundred of those in files with many old findings. */
const LARGEST = 4 << 20;

/** In bytes, of one line. */
const LONGEST = 64 << 10;

/** In bytes, at the end of the newer file: what was judged lately stands there. */
const LATELY = 256 << 10;

export class KeptSteps {
  readonly #file: string;
  readonly #program: string;
  readonly #fresh: string[] = [];
  /** The newer file first; what is looked for next mostly stands behind what was found last. */
  #read: readonly { readonly bytes: Buffer; next: number }[] | undefined;

  constructor(root: string) {
    this.#file = join(root, "cache/steps");
    this.#program = basename(root);
  }

  /** `step` is compared as it stands; of `terms`, which are long and seldom change, the checksum is. The first look decides how far all look back. */
  recall(step: string, terms: string, reach: "lately" | "ever"): string | undefined {
    const key = `\n${this.#keyOf(step, terms)}`;
    this.#read ??= this.#bytes(reach);
    for (const file of this.#read) {
      const { bytes, next } = file;
      const behind = bytes.indexOf(key, next, "latin1");
      const at = behind >= 0 || next === 0 ? behind : bytes.indexOf(key, 0, "latin1");
      const end = at < 0 ? -1 : bytes.indexOf("\n", at + 1);
      if (end < 0) continue;
      file.next = at;
      const line = bytes.toString("latin1", at + key.length, end);
      const what = line.slice(line.indexOf(" ") + 1);
      if (line === sealed(key.slice(1), what)) return Buffer.from(what, "latin1").toString("utf8");
    }
    return undefined;
  }

  keep(step: string, terms: string, what: string): void {
    const key = this.#keyOf(step, terms);
    const line = `${key}${sealed(key, Buffer.from(what).toString("latin1"))}\n`;
    if (line.length <= LONGEST) this.#fresh.push(line);
  }

  /** Writes what is new, once nobody waits for it. */
  write(): void {
    if (this.#fresh.length === 0) return;
    // A line that was cut ends here, too.
    const lines = `\n${this.#fresh.splice(0).join("")}`;
    try {
      if ((statSync(this.#file, { throwIfNoEntry: false })?.size ?? 0) + lines.length > LARGEST)
        renameSync(this.#file, `${this.#file}.old`);
      appendFileSync(this.#file, lines, "latin1");
    } catch (error) {
      if (fileFailure(error) === undefined) throw error;
    }
  }

  #bytes(reach: "lately" | "ever"): { readonly bytes: Buffer; next: number }[] {
    const all =
      reach === "lately"
        ? [endOf(this.#file, LATELY)]
        : [this.#file, `${this.#file}.old`].map((file) => endOf(file, 2 * LARGEST));
    return all.flatMap((bytes) => (bytes === undefined ? [] : [{ bytes, next: 0 }]));
  }

  #keyOf(step: string, terms: string): string {
    return `${Buffer.from(step).toString("latin1")} ${checksumOf(Buffer.from(`${this.#program} ${terms}`))} `;
  }
}

function sealed(key: string, what: string): string {
  return `${checksumOf(Buffer.from(key + what, "latin1"))} ${what}`;
}

function endOf(path: string, most: number): Buffer | undefined {
  try {
    return readEndOf(path, most);
  } catch (error) {
    if (fileFailure(error) === undefined) throw error;
    return undefined;
  }
}
