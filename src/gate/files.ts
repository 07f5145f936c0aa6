// The texts of a change set, read once and shared by every rule.
import { type ByteText, byteTextOf } from "../base/byte-text.ts";
import { LineIndex } from "../base/position.ts";
import type { RepoPath } from "../base/repo-path.ts";
import type { KnownFacts } from "../lua/known-facts.ts";
import type { LuaSource } from "../lua/source.ts";
import {
  type Blob,
  type Entry,
  type FileChange,
  type FileVersion,
  isText,
  type ObjectId,
  type Side,
  type Source,
} from "../model/change.ts";
import type { LuaVersion } from "../model/lua-version.ts";
import type { SourceFile } from "../modules/source-file.ts";
import { readForgiving } from "./forgiven-lines.ts";
import type { Judgement, Judgements, Memory, Remembered } from "./known/memory.ts";
import { mentionsSuppression } from "./suppression/suppression-comment.ts";
import { versionBefore } from "./versions-before.ts";

export type { FileVersion };

export class Files {
  readonly #source: Pick<Source, "load">;
  readonly #limit: number;
  readonly #blobs: Map<ObjectId, Blob>;
  readonly #read = new Map<string, LoadedFile>();
  readonly #versionOf: (path: RepoPath, text: ByteText) => LuaVersion;
  readonly #lua: Map<string, LuaSource>;
  readonly #recalled = new Map<string, Remembered | undefined>();
  readonly #kept: Map<string, KnownFacts>;
  readonly #judgements = new Map<string, Judgements>();
  readonly #parts = new Map<string, LuaSource["partsUnlike"]>();
  readonly #memory: Memory | undefined;
  #bytes = 0;

  /** `others` are files of another tree: what was found out about a blob there holds here. */
  constructor(
    source: Pick<Source, "load">,
    limit: number,
    versionOf: (path: RepoPath, text: ByteText) => LuaVersion,
    memory?: Memory,
    others?: Files,
  ) {
    this.#blobs = others === undefined ? new Map() : others.#blobs;
    this.#lua = others === undefined ? new Map() : others.#lua;
    this.#kept = others === undefined ? new Map() : others.#kept;
    this.#source = source;
    this.#memory = memory;
    this.#versionOf = versionOf;
    this.#limit = limit;
  }

  /** Reads what has not been read yet, in one request. Symbolic links and submodules hold no text. */
  async load(wanted: Iterable<FileVersion>): Promise<void> {
    const ids = new Set<ObjectId>();
    for (const { entry } of wanted) if (isText(entry) && !this.#blobs.has(entry.id)) ids.add(entry.id);
    if (ids.size === 0) return;
    for (const [id, blob] of await this.#source.load(ids, this.#limit)) {
      this.#blobs.set(id, blob);
      if (blob.kind === "bytes") this.#bytes += blob.bytes.length;
    }
  }

  /** Undefined for what holds no text, what was not loaded, and what is too large (see `sizeOver`). */
  get({ path, entry, side, change }: FileVersion): SourceFile | undefined {
    const key = keyOf(side, path, entry);
    const known = this.#read.get(key);
    if (known !== undefined) return known;
    const blob = isText(entry) ? this.#blobs.get(entry.id) : undefined;
    if (blob?.kind !== "bytes") return undefined;
    const file = new LoadedFile(path, entry, side, change, blob.bytes, (text) =>
      this.#parse(entry.id, this.#versionOf(path, text), text),
    );
    this.#read.set(key, file);
    return file;
  }

  /** The last judgement of this file on its side, as it is remembered. */
  judgement(file: FileVersion): Judgement | undefined {
    const text = this.get(file)?.text;
    return text === undefined
      ? undefined
      : this.#recall(file.entry.id, this.#versionOf(file.path, text))?.judgements?.[file.side];
  }

  noteJudgement(file: FileVersion, judgement: Judgement): void {
    const text = this.get(file)?.text;
    if (text === undefined) return;
    const key = `${this.#versionOf(file.path, text)} ${file.entry.id}`;
    this.#judgements.set(key, { ...this.#judgements.get(key), [file.side]: judgement });
  }

  /** Hands to the memory what was found out here. */
  remember(): void {
    if (this.#memory === undefined) return;
    for (const key of new Set([...this.#lua.keys(), ...this.#judgements.keys()])) {
      const [version, id = ""] = key.split(" ") as [LuaVersion, ObjectId?];
      const judgements = this.#judgements.get(key);
      const source = this.#lua.get(key);
      const known = source?.known ?? this.#kept.get(key) ?? {};
      const before = this.#recall(id, version);
      const isNews =
        judgements !== undefined || Object.keys(known).some((fact) => !(fact in (before?.facts ?? {})));
      if (!isNews || !(source === undefined ? this.#kept.has(key) : canBeKept(source))) continue;
      const all = { ...before?.judgements, ...judgements };
      // A project that takes long to say makes judgements too large to be kept.
      if (!this.#memory.keep(id, version, { facts: known, judgements: all }))
        this.#memory.keep(id, version, { facts: known });
    }
  }

  #recall(id: ObjectId, version: LuaVersion): Remembered | undefined {
    if (this.#memory === undefined) return undefined;
    const key = `${version} ${id}`;
    if (!this.#recalled.has(key)) this.#recalled.set(key, this.#memory.recall(id, version));
    return this.#recalled.get(key);
  }

  /** Lets go of every text if they are many, so that a whole tree need not fit into memory; what was found out about it stays. */
  forget(): void {
    if (this.#bytes < MOST_HELD) return;
    this.#bytes = 0;
    for (const [key, source] of this.#lua) this.#keep(key, factsOf(source));
    this.#blobs.clear();
    this.#read.clear();
    this.#lua.clear();
  }

  /** Finds out where a file that was read differs from what it was, which needs its syntax tree; to be done before that is let go. */
  compare(version: FileVersion): void {
    const before = versionBefore(version);
    const old = before && this.get(before);
    const source = this.#sourceOf(version);
    if (old === undefined || old.text === source?.text || source?.known.requires === undefined) return;
    if (!source.isUnderOtherNames(old.lua)) source.partUnlike(old.lua);
  }

  /** Lets go of a file's syntax tree, and of all but a few facts; the rest is worked out again if somebody asks. */
  release(version: FileVersion): void {
    const file = this.#read.get(keyOf(version.side, version.path, version.entry));
    if (file === undefined) return;
    this.keepFacts(version, this.facts(version));
    file.release();
    const key = `${this.#versionOf(version.path, file.text)} ${version.entry.id}`;
    const parts = this.#lua.get(key)?.partsUnlike;
    if (parts !== undefined && parts.size > 0) this.#parts.set(key, parts);
    this.#lua.delete(key);
  }

  /** What was found out about a file that can be kept when it is let go. */
  facts(version: FileVersion): KnownFacts | undefined {
    const source = this.#sourceOf(version);
    return source && factsOf(source);
  }

  /** Undefined until it is asked for its Lua, and once that is let go. */
  #sourceOf({ path, entry, side }: FileVersion): LuaSource | undefined {
    const file = this.#read.get(keyOf(side, path, entry));
    return file && this.#lua.get(`${this.#versionOf(path, file.text)} ${entry.id}`);
  }

  /** Takes over what another thread has found out. */
  keepFacts(version: FileVersion, facts: KnownFacts | undefined): void {
    const file = this.get(version);
    if (file !== undefined)
      this.#keep(`${this.#versionOf(version.path, file.text)} ${version.entry.id}`, facts);
  }

  #keep(key: string, facts: KnownFacts | undefined): void {
    if (facts !== undefined) this.#kept.set(key, { ...this.#kept.get(key), ...facts });
  }

  /** One parse for each blob and version, however many paths hold it. */
  #parse(id: ObjectId, version: LuaVersion, text: ByteText): LuaSource {
    const key = `${version} ${id}`;
    const known = this.#lua.get(key);
    if (known !== undefined) return known;
    const [recalled, kept] = [this.#recall(id, version)?.facts, this.#kept.get(key)];
    const facts =
      recalled === undefined || kept === undefined ? (recalled ?? kept) : { ...recalled, ...kept };
    const source = readForgiving(text, version, facts);
    for (const [old, part] of this.#parts.get(key) ?? []) source.partsUnlike.set(old, part);
    this.#lua.set(key, source);
    return source;
  }

  /** Undefined for what holds no text, what was not loaded, and what is too large. */
  bytes(entry: Entry): Buffer | undefined {
    const blob = isText(entry) ? this.#blobs.get(entry.id) : undefined;
    return blob?.kind === "bytes" ? blob.bytes : undefined;
  }

  /** The size of a file that was left out because it is larger than the limit. */
  sizeOver(entry: Entry): number | undefined {
    const blob = this.#blobs.get(entry.id);
    return blob?.kind === "too-large" ? blob.size : undefined;
  }
}

/** In bytes of texts. */
const MOST_HELD = 4 << 20;

function factsOf(source: LuaSource): KnownFacts | undefined {
  const { known } = source;
  return Object.keys(known).length > 0 && canBeKept(source) ? known : undefined;
}

/** What was found out about a text that parses and holds no suppression. */
function canBeKept({ isSound, text }: LuaSource): boolean {
  return isSound && !mentionsSuppression(text);
}

function keyOf(side: Side, path: RepoPath, { id }: Entry): string {
  return `${side}\0${path}\0${id}`;
}

class LoadedFile implements SourceFile {
  readonly path: RepoPath;
  readonly entry: Entry;
  readonly side: Side;
  readonly change: FileChange | undefined;
  readonly text: SourceFile["text"];
  readonly #parse: (text: ByteText) => LuaSource;
  #lua: LuaSource | undefined;
  #lines: LineIndex | undefined;

  constructor(
    path: RepoPath,
    entry: Entry,
    side: Side,
    change: FileChange | undefined,
    bytes: Buffer,
    parse: (text: ByteText) => LuaSource,
  ) {
    this.path = path;
    this.entry = entry;
    this.side = side;
    this.change = change;
    this.text = byteTextOf(bytes);
    this.#parse = parse;
  }

  release(): void {
    this.#lua = undefined;
    this.#lines = undefined;
  }

  get lines(): LineIndex {
    this.#lines ??= new LineIndex(this.text);
    return this.#lines;
  }

  get lua(): LuaSource {
    this.#lua ??= this.#parse(this.text);
    return this.#lua;
  }
}
