// Histories from literals, written by isomorphic-git without a process of Git for each commit. Only objects are written: refs, the
// index and the working tree stay as they are.
import fs from "node:fs";
import isomorphic from "isomorphic-git";
import { encodePath } from "../../src/base/repo-path.ts";
import type { Content, Files } from "./repo.ts";

export interface PlannedCommit {
  readonly message: string;
  /** The whole tree of the commit; what is `null` is not in it. */
  readonly files: Files;
  /** Places in the list, each before this one. */
  readonly parents: readonly number[];
}

/** The ids of the commits, in the order of the list. */
export async function writeHistory(gitdir: string, commits: readonly PlannedCommit[]): Promise<string[]> {
  const writer = new ObjectWriter(gitdir);
  const ids: string[] = [];
  for (const { message, files, parents } of commits) {
    const tree = await writer.tree(files);
    const lines = [
      `tree ${tree}`,
      ...parents.map((at) => `parent ${ids[at] ?? fail(`commit ${ids.length} has no parent ${at}`)}`),
      `author ${WRITER}`,
      `committer ${WRITER}`,
    ];
    ids.push(await writer.object("commit", Buffer.from(`${lines.join("\n")}\n\n${message}`)));
  }
  return ids;
}

/** All in one second, so that an id hangs on what a commit holds and not on its place. */
const WRITER = "Lua Writer <writer@example.com> 1735689600 +0000";

interface TreeEntry {
  readonly mode: string;
  readonly name: Buffer;
  readonly id: string;
}

type Folder = Map<string, Folder | Exclude<Content, null>>;

class ObjectWriter {
  readonly #gitdir: string;
  readonly #written = new Map<string, string>();

  constructor(gitdir: string) {
    this.#gitdir = gitdir;
  }

  async tree(files: Files): Promise<string> {
    const top: Folder = new Map();
    for (const [path, content] of Object.entries(files)) if (content !== null) put(top, path, content);
    return this.#folder(top);
  }

  async #folder(folder: Folder): Promise<string> {
    const entries: TreeEntry[] = [];
    for (const [name, held] of folder) entries.push({ name: encodePath(name), ...(await this.#entry(held)) });
    const sorted = entries.sort((a, b) => Buffer.compare(orderOf(a), orderOf(b)));
    const bytes = sorted.map(({ mode, name, id }) =>
      Buffer.concat([Buffer.from(`${mode} `), name, Buffer.of(0), Buffer.from(id, "hex")]),
    );
    return this.object("tree", Buffer.concat(bytes));
  }

  async #entry(held: Folder | Exclude<Content, null>): Promise<Omit<TreeEntry, "name">> {
    if (held instanceof Map) return { mode: "40000", id: await this.#folder(held) };
    if (typeof held === "string" || Buffer.isBuffer(held)) return this.#blob("100644", held);
    if ("symlink" in held) return this.#blob("120000", held.symlink);
    if ("executable" in held) return this.#blob("100755", held.executable);
    return { mode: "160000", id: held.submodule };
  }

  async #blob(mode: string, content: string | Buffer): Promise<Omit<TreeEntry, "name">> {
    return { mode, id: await this.object("blob", Buffer.from(content)) };
  }

  async object(type: "blob" | "tree" | "commit", object: Buffer): Promise<string> {
    const key = `${type} ${object.toString("latin1")}`;
    const known = this.#written.get(key);
    if (known !== undefined) return known;
    const id = await isomorphic.writeObject({ fs, gitdir: this.#gitdir, type, object, format: "content" });
    this.#written.set(key, id);
    return id;
  }
}

function put(folder: Folder, path: string, content: Exclude<Content, null>): void {
  const at = path.indexOf("/");
  if (at < 0) {
    folder.set(path, content);
    return;
  }
  const name = path.slice(0, at);
  const known = folder.get(name);
  const below: Folder = known instanceof Map ? known : new Map();
  folder.set(name, below);
  put(below, path.slice(at + 1), content);
}

/** Git sorts a folder as if its name ended in a slash. */
function orderOf({ mode, name }: TreeEntry): Buffer {
  return mode === "40000" ? Buffer.concat([name, Buffer.from("/")]) : name;
}

function fail(message: string): never {
  throw new Error(message);
}
