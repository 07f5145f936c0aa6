// Trees of the repository as refactorings read them. A text that several trees hold is read once.
import { type ByteText, byteTextOf } from "../../base/byte-text.ts";
import type { RepoPath } from "../../base/repo-path.ts";
import { listTree } from "../../git/objects/source.ts";
import type { Repository } from "../../git/open/repository.ts";
import type { ObjectId } from "../../model/change.ts";
import type { Project } from "../../model/project.ts";
import { isLuaFile, type Tree } from "../../refactor/tree.ts";

export class RefactoringTrees {
  readonly #texts = new Map<ObjectId, ByteText>();

  /** Every Lua text, however large: one that is left out might hold a name that has to change. */
  async read(repo: Repository, id: ObjectId, project: Project): Promise<Tree> {
    const entries = await listTree(repo, id);
    const lua = [...entries].filter(([path]) => isLuaFile({ project, entries }, path));
    const missing = lua.flatMap(([, entry]) => (this.#texts.has(entry.id) ? [] : [entry.id]));
    const blobs = await repo.objects.load(missing, Number.POSITIVE_INFINITY);
    for (const [blob, found] of blobs)
      if (found.kind === "bytes") this.#texts.set(blob, byteTextOf(found.bytes));
    const texts = new Map<RepoPath, ByteText>();
    for (const [path, entry] of lua) {
      const text = this.#texts.get(entry.id);
      if (text !== undefined) texts.set(path, text);
    }
    return { project, entries, texts };
  }
}
