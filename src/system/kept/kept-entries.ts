// What the program found out and would only find out again, kept beside its copy in a Git folder (`cache/kept`) by the digest of what it is
// about. An entry that is damaged, of another program or about something else does not count, and the folder may be deleted at any time.
import { basename, dirname, join } from "node:path";
import { fileFailure, readFileIfThere, replaceKept } from "../files.ts";
import { isThere, makeFolder, namesIn, takeAway } from "../folders.ts";
import { checksumOf } from "../program/checksums.ts";
import { isMakerRunning, isTemporary } from "../temporary-file.ts";
import { KeptSteps } from "./kept-steps.ts";

/** The number of places. Each entry has one of them, and replaces the one that was there: so the folder never grows beyond that. */
const PLACES = 2048;

/** In bytes, of one entry. */
const LARGEST = 64 << 10;

/** In one run: keeping more than that would cost a large change more than it can save. */
const MOST_OF_A_RUN = 100;

/** To open a file that is not there costs a hundredth of listing all that are. */
const MANY_MISSED = 30;

/** `program` is the file that runs. Undefined if it is not a copy in a Git folder. */
export function keptEntries<Kinds extends object>(program: string): KeptEntries<Kinds> | undefined {
  const root = dirname(dirname(program));
  return isThere(join(root, "cache")) ? new KeptEntries(root) : undefined;
}

/** `Kinds` says what is kept of each kind: plain data, and of one program always the same. */
export class KeptEntries<Kinds extends object> {
  readonly #folder: string;
  readonly #program: string;
  readonly #fresh = new Map<string, Buffer>();
  #missed = 0;
  /** The places that are taken; listed only for those who look in many that are not. */
  #taken: ReadonlySet<string> | undefined;
  /** What commits were found to do. */
  readonly steps: KeptSteps;

  constructor(root: string) {
    this.steps = new KeptSteps(root);
    this.#folder = join(root, "cache/kept");
    this.#program = basename(root);
  }

  /** `digest` is hexadecimal. */
  recall<Kind extends string & keyof Kinds>(digest: string, kind: Kind): Kinds[Kind] | undefined {
    const place = placeOf(digest);
    if (this.#taken?.has(place) === false) return undefined;
    const entry = unlessUnreadable(() => readFileIfThere(join(this.#folder, place)));
    if (entry === undefined) {
      this.#missed++;
      if (this.#missed === MANY_MISSED) this.#taken = unlessUnreadable(() => new Set(namesIn(this.#folder)));
      return undefined;
    }
    const end = entry.indexOf("\n");
    const body = entry.subarray(end + 1);
    if (entry.toString("latin1", 0, end) !== this.#seal(digest, kind, body)) return undefined;
    // `keep` of this very program wrote it, byte for byte.
    return JSON.parse(body.toString("utf8")) as Kinds[Kind];
  }

  /** False for what is too large. */
  keep<Kind extends string & keyof Kinds>(digest: string, kind: Kind, value: Kinds[Kind]): boolean {
    if (this.#fresh.size === MOST_OF_A_RUN) return true;
    const body = Buffer.from(JSON.stringify(value));
    const entry = Buffer.concat([Buffer.from(`${this.#seal(digest, kind, body)}\n`), body]);
    const isKept = entry.length <= LARGEST;
    if (isKept) this.#fresh.set(placeOf(digest), entry);
    return isKept;
  }

  /** Writes what is new, once nobody waits for it. Without room for it, it is found out again. */
  write(): void {
    this.steps.write();
    if (this.#fresh.size === 0) return;
    try {
      makeFolder(this.#folder);
      for (const [place, entry] of this.#fresh) replaceKept(join(this.#folder, place), entry);
      sweep(this.#folder);
    } catch (error) {
      if (fileFailure(error) === undefined) throw error;
    }
  }

  #seal(digest: string, kind: string, body: Uint8Array): string {
    return `${checksumOf(body)} ${this.#program} ${digest} ${kind}`;
  }
}

/** Removes what runs that were killed left half done. */
function sweep(folder: string): void {
  const remains = namesIn(folder).filter((name) => isTemporary(name) && !isMakerRunning(name));
  for (const name of remains.slice(0, MOST_OF_A_RUN)) takeAway(join(folder, name));
}

function placeOf(digest: string): string {
  return `${Number.parseInt(digest.slice(0, 8), 16) % PLACES}`;
}

function unlessUnreadable<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (fileFailure(error) === undefined) throw error;
    return undefined;
  }
}
