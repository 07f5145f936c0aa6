// What the program found out and would only find out again, kept beside its copy in a Git folder (`cache/kept`) by the digest of what it is
// about. An entry that is damaged, of another program or about something else does not count, and the folder may be deleted at any time.
import { join } from "node:path";
import { replaceKept } from "../files.ts";
import { makeFolder, namesIn, takeAway } from "../folders.ts";
import { isMakerRunning, isTemporary } from "../temporary-file.ts";
import { KeptSteps } from "./kept-steps.ts";
import { folderOfCopy, readIfReadable, sealed, unlessRefused, unsealed } from "./sealed-file.ts";

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
  const root = folderOfCopy(program);
  return root === undefined ? undefined : new KeptEntries(root);
}

/** `Kinds` says what is kept of each kind: plain data, and of one program always the same. */
export class KeptEntries<Kinds extends object> {
  readonly #folder: string;
  readonly #root: string;
  readonly #fresh = new Map<string, Buffer>();
  #missed = 0;
  /** The places that are taken; listed only for those who look in many that are not. */
  #taken: ReadonlySet<string> | undefined;
  /** What commits were found to do. */
  readonly steps: KeptSteps;

  constructor(root: string) {
    this.steps = new KeptSteps(root);
    this.#folder = join(root, "cache/kept");
    this.#root = root;
  }

  /** `digest` is hexadecimal. */
  recall<Kind extends string & keyof Kinds>(digest: string, kind: Kind): Kinds[Kind] | undefined {
    const place = placeOf(digest);
    if (this.#taken?.has(place) === false) return undefined;
    const entry = readIfReadable(join(this.#folder, place));
    if (entry === undefined) {
      this.#missed++;
      if (this.#missed === MANY_MISSED) this.#taken = unlessRefused(() => new Set(namesIn(this.#folder)));
      return undefined;
    }
    const body = unsealed(entry, this.#root, `${digest} ${kind}`);
    // `keep` of this very program wrote it, byte for byte.
    return body && (JSON.parse(body.toString("utf8")) as Kinds[Kind]);
  }

  /** False for what is too large. */
  keep<Kind extends string & keyof Kinds>(digest: string, kind: Kind, value: Kinds[Kind]): boolean {
    if (this.#fresh.size === MOST_OF_A_RUN) return true;
    const entry = sealed(Buffer.from(JSON.stringify(value)), this.#root, `${digest} ${kind}`);
    const isKept = entry.length <= LARGEST;
    if (isKept) this.#fresh.set(placeOf(digest), entry);
    return isKept;
  }

  /** Writes what is new, once nobody waits for it. Without room for it, it is found out again. */
  write(): void {
    this.steps.write();
    if (this.#fresh.size === 0) return;
    unlessRefused(() => {
      makeFolder(this.#folder);
      for (const [place, entry] of this.#fresh) replaceKept(join(this.#folder, place), entry);
      sweep(this.#folder);
    });
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
