// How far a pipeline has come, kept in the Git folder: one file, complete at every instant, and a lock that exists only while it is worked on.
import { createHash } from "node:crypto";
import { join } from "node:path";
import type { Repository } from "../../git/open/repository.ts";
import { isRecord, type JsonValue } from "../../json/value.ts";
import { CannotLook, failure } from "../../model/failure.ts";
import type { KeptJournal } from "../../model/task/pipeline-run.ts";
import { readFileIfThere, replaceFile } from "../../system/files.ts";
import { makeFolder, removeIfEmpty, takeAway } from "../../system/folders.ts";
import { lockedMeanwhile } from "../../system/lock.ts";
import { manifestName } from "../../task/manifest-file.ts";

export class JournalFile {
  readonly #folder: string;
  readonly #name: string;
  /** The name of the manifest in a command. */
  readonly #flag: string;

  /** `path` names the manifest. */
  constructor({ commonDir }: Repository, path: string) {
    this.#folder = join(commonDir, "arkitekt-pipeline");
    const name = manifestName(path);
    this.#flag = name === "" ? "" : ` --manifest ${name ?? path}`;
    const other = createHash("sha256").update(path).digest("hex").slice(0, 16);
    this.#name = name === undefined ? `file-${other}` : name === "" ? "pipeline" : `pipeline-${name}`;
  }

  get #file(): string {
    return join(this.#folder, `${this.#name}.json`);
  }

  read(): KeptJournal | undefined {
    const bytes = readFileIfThere(this.#file);
    if (bytes === undefined) return undefined;
    const journal = parsed(bytes);
    if (journal !== undefined) return journal;
    const message = "the journal of the pipeline can't be read";
    const next = `drop it, and go on from what is committed: arkitekt pipeline abort${this.#flag}`;
    throw new CannotLook(failure("bad-journal", message, next, this.#file));
  }

  /** The same for one that can't be read: there is nothing to go by. */
  readWhole(): KeptJournal | undefined {
    return parsed(readFileIfThere(this.#file) ?? Buffer.alloc(0));
  }

  write(journal: KeptJournal): void {
    makeFolder(this.#folder);
    replaceFile(this.#file, `${JSON.stringify({ version: VERSION, ...journal }, undefined, 2)}\n`);
  }

  /** Says whether there was one. */
  drop(): boolean {
    const isThere = readFileIfThere(this.#file) !== undefined;
    takeAway(this.#file);
    return isThere;
  }

  /** Runs `work` while no other process works on the same pipeline: one that does is named at once. */
  async owned<T>(work: () => Promise<T>): Promise<T> {
    makeFolder(this.#folder);
    try {
      return await lockedMeanwhile(join(this.#folder, `${this.#name}.lock`), "this pipeline", work, 300);
    } finally {
      removeIfEmpty(this.#folder);
    }
  }
}

const VERSION = 1;

function parsed(bytes: Buffer): KeptJournal | undefined {
  try {
    const journal = JSON.parse(bytes.toString("utf8")) as JsonValue;
    return isJournal(journal) ? (journal as unknown as KeptJournal) : undefined;
  } catch {
    return undefined;
  }
}

/** It is ours: what has this version and all its parts is what was written. */
function isJournal(value: JsonValue): boolean {
  if (!isRecord(value) || value["version"] !== VERSION) return false;
  const { manifest, base, phases, known, digests, moved } = value;
  return (
    isRecord(manifest) &&
    isRecord(base) &&
    typeof base["commit"] === "string" &&
    isRecord(moved) &&
    Array.isArray(digests) &&
    [phases, known].every((list) => Array.isArray(list) && list.every(isRecord))
  );
}
