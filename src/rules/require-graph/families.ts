// Which first parts of module names, and which aliases, are the repository's own: those below which most of what is required is here. `lib/resty/`
// makes `resty.http` ours, and not all that others call `resty.…`.
import type { ByteText } from "../../base/byte-text.ts";
import { dotted } from "../../base/dotted.ts";
import type { RepoPath } from "../../base/repo-path.ts";
import type { Project } from "../../model/project.ts";
import type { Facts, Need } from "../../modules/facts.ts";
import { luaSearch } from "../../modules/importers.ts";
import type { ModuleLookup } from "../../modules/module-lookup.ts";
import { quickRequires } from "./quick-requires.ts";

/** This few names say nothing about a first part. */
const FEW = 2;

export class Families {
  readonly needs: Need[] = [];
  readonly #lost: ReadonlySet<string>;
  readonly #after: ModuleLookup;
  readonly #project: Project;
  readonly #facts: Facts;
  readonly #known = new Map<string, boolean>();

  /** `lost` is what the change requires and is not here, which says nothing about what is. */
  constructor(lost: ReadonlySet<string>, after: ModuleLookup, project: Project, facts: Facts) {
    this.#lost = lost;
    this.#after = after;
    this.#project = project;
    this.#facts = facts;
  }

  /** `names` are all those by which modules of the repository can be required there. */
  isOurs(name: ByteText, names: readonly string[]): boolean {
    const first = this.#familyOf(name);
    // A module alone says nothing about names below it.
    const isDeep = dotted(name).includes(".");
    if (!names.some((each) => each === first || each.startsWith(`${first}.`))) return false;
    if (isDeep && !names.some((each) => each.startsWith(`${first}.`))) return false;
    if (first === this.#project.namespace.canonical.split(".")[0]) return true;
    const known = this.#known.get(first) ?? this.#isMostlyHere(first);
    this.#known.set(first, known);
    return known;
  }

  #isMostlyHere(first: string): boolean {
    const words = [`"${first}.`, `'${first}.`];
    this.needs.push(luaSearch(words, this.#project));
    const here = new Map<string, boolean>();
    for (const file of this.#facts.found("after", words))
      for (const name of quickRequires(file, this.#after)) {
        const dots = dotted(name);
        if (this.#familyOf(name) !== first || !dots.startsWith(`${first}.`) || this.#lost.has(dots)) continue;
        here.set(dots, here.get(dots) === true || this.#isHere(name, file.path));
      }
    const found = [...here.values()].filter((isHere) => isHere).length;
    return here.size < FEW || found * 2 > here.size;
  }

  /** `plugins.lsp` if that stands for a folder: what lies beside it there says nothing about it. */
  #familyOf(name: ByteText): string {
    const dots = dotted(name);
    const aliases = this.#project.lua.aliases ?? [];
    return aliases.find(({ name: own }) => dots.startsWith(`${own}.`))?.name ?? dots.split(".")[0] ?? "";
  }

  /** As Lua, or as what becomes Lua. */
  #isHere(name: ByteText, from: RepoPath): boolean {
    return this.#after.resolve(name, from) !== undefined || this.#after.isMade(name, from) !== false;
  }
}
