import { encodeText, readable } from "../base/byte-text.ts";
import { dotted } from "../base/dotted.ts";
import { isUnder } from "../base/glob.ts";
import type { RepoPath } from "../base/repo-path.ts";
import type { Require, StaticRequire } from "../lua/facts/requires.ts";
import { isStandardModule } from "../lua/values/standard-names.ts";
import type { Project } from "../model/project.ts";
import { isBelow } from "../modules/is-below.ts";
import { isOwnLua, versionOf } from "../modules/lua-files.ts";
import { matchesModule } from "../modules/module-pattern.ts";
import { asLoaded } from "../modules/own-name.ts";
import { NO_OPTIONS, type NoOptions } from "../rule/no-options.ts";
import { placeIn } from "../rule/place-in.ts";
import type { FileRule } from "../rule/rule.ts";

/**
 * A file requires the library, the layers of its own feature, and what the policy declares as external (playbook, "Hard
 * boundaries": require fence). What is computed when the program runs can't be looked at; that is reported as a warning.
 */
export const requireFence: FileRule<NoOptions> = {
  id: "require-fence",
  kind: "file",
  summary: "a file requires the library, its own feature and declared externals, nothing else",
  options: NO_OPTIONS,
  covers: (path, project) =>
    (project.namespace.canonical !== "" || project.features.layers.length > 0) && isOwnLua(path, project),
  *inspect(file, { project }) {
    const fence = new Fence(file.path, project);
    // What is there can't be looked up: of its own names the one by which most of what it requires may be required.
    const { requires } = asLoaded(file, project, (name) =>
      fence.faultOf(name) === undefined ? file.path : undefined,
    );
    const computed = new Set(requires.flatMap((each) => (each.isLookup ? [] : placeOf(each))));
    const found = requires.flatMap((require) => {
      const fault = fence.faultIn(require);
      return fault === undefined ? [] : [{ require, fault }];
    });
    // One thing is told once: of `name or "x"` the name that is written.
    const told = new Set(found.flatMap(({ require }) => (isWritten(require) ? [require.range.start] : [])));
    for (const { require, fault } of found) {
      const isWhole = isWritten(require);
      // `package.loaded[name]` and `require(name)` beside it are one.
      if (require.isLookup && placeOf(require).some((place) => computed.has(place))) continue;
      if (!isWhole && told.has(require.range.start)) continue;
      told.add(require.range.start);
      const code = isWhole ? dotted(require.name) : require.text;
      yield {
        place: placeIn(file, isWhole ? require.nameRange : require.range),
        ...fault,
        unless: ["purity-fence"],
        anchor: { scope: require.scope, code: `require ${code}` },
        ...(isWhole ? {} : { atMost: "warn" }),
      };
    }
  },
};

function isWritten(require: Require): require is StaticRequire {
  return require.kind === "static";
}

/** Which function asks for which computed name. */
function placeOf(require: Require): string[] {
  return require.kind === "dynamic" ? [`${require.scope} ${require.text}`] : [];
}

interface Fault {
  readonly message: string;
  readonly hint: string;
}

class Fence {
  readonly #path: RepoPath;
  readonly #project: Project;
  /** The feature that the file belongs to. */
  readonly #feature: string | undefined;
  /** The beginning of its modules' names. */
  readonly #own: readonly string[];

  constructor(path: RepoPath, project: Project) {
    this.#path = path;
    this.#project = project;
    this.#feature = featureOf(path, project);
    this.#own = this.#feature === undefined ? [] : beginnings(this.#feature, project);
  }

  faultIn(require: Require): Fault | undefined {
    if (require.kind === "dynamic") return this.faultOfStart(require.start);
    // What is asked for by `pcall` and may be missing needs no declaration; another feature stays another feature.
    const mayBeMissing = require.isProtected && !require.isLookup && this.isUndeclared(require.name);
    return mayBeMissing ? undefined : this.faultOf(require.name);
  }

  faultOf(name: string): Fault | undefined {
    if (this.#isOutside(name)) return undefined;
    const inside = this.#belowRoot(name);
    if (inside !== undefined) {
      return {
        message: `requires ${readable(name)} by its path, and a name begins below the module root`,
        hint: `did you mean \`${inside}\`?`,
      };
    }
    const meant = this.#inRightCase(name);
    if (meant !== undefined) {
      return {
        message: `requires ${readable(name)}, and the letter case of a name counts`,
        hint: `is \`${meant}\` meant?`,
      };
    }
    const { layers } = this.#project.features;
    const own = this.#own.find((start) => isBelow(name, start));
    if (own === undefined) return this.#foreign(name);
    const layer = readable(
      dotted(name)
        .slice(encodeText(own).length + 1)
        .split(".")[0] ?? "",
    );
    if (layers.includes(layer)) return undefined;
    return {
      message: `requires ${readable(name)}, which is in none of the layers of ${own}`,
      hint: `the layers are ${layers.join(", ")}`,
    };
  }

  /** The name as it would be inside the fence, if it differs from that only in letter case. */
  #inRightCase(name: string): string | undefined {
    const { features } = this.#project;
    const written = readable(dotted(name));
    const lowered = `${written.toLowerCase()}.`;
    const start = this.#beginnings().find((each) => lowered.startsWith(each.lowered))?.parts;
    if (start === undefined) return undefined;
    const [layer, ...rest] = written.split(".").slice(start.length);
    const known = features.layers.find((each) => each.toLowerCase() === layer?.toLowerCase());
    const isOwn = this.#own.includes(start.join("."));
    const meant = [
      ...start,
      ...(layer === undefined ? [] : [isOwn ? (known ?? layer) : layer]),
      ...rest,
    ].join(".");
    return meant !== written && (!isOwn || known !== undefined) ? meant : undefined;
  }

  /** What a name may begin with: those of the file's own feature first. */
  #beginnings(): readonly Beginning[] {
    return [...this.#own.map(beginningOf), ...commonBeginnings(this.#project)];
  }

  /** `ark.one` of `A.ark.one`, where `A` is a module root and `ark.one` may be required. */
  #belowRoot(name: string): string | undefined {
    const roots = this.#project.lua.moduleRoots.filter((root) => root !== "" && root !== ".");
    return roots
      .filter((root) => isBelow(name, root))
      .map((root) => dotted(name).slice(encodeText(dotted(root)).length + 1))
      .filter((rest) => rest !== "" && this.faultOf(rest) === undefined)
      .map(readable)[0];
  }

  /** Whether it begins like nothing that is known here. */
  isUndeclared(name: string): boolean {
    const { features } = this.#project;
    const [, second = ""] = readable(dotted(name)).split(".");
    return (
      !features.layers.includes(second) &&
      this.#inRightCase(name) === undefined &&
      !this.#own.some((start) => isBelow(name, start))
    );
  }

  /** Whether a name begins inside the fence and so can't leave it. */
  faultOfStart(begins: string): Fault | undefined {
    const start = dotted(begins);
    const isSafe = start.includes(".") && this.faultOf(`${start}x`) === undefined;
    if (isSafe) return undefined;
    return {
      message: "requires a module whose name is computed when the program runs",
      hint: "write the name out, or let it begin with one that may be required",
    };
  }

  /** The library, Lua's own modules, the host's, what the policy declares; and what `retired-namespace` reports. */
  #isOutside(name: string): boolean {
    const { namespace, lua, host } = this.#project;
    return (
      isBelow(name, namespace.canonical) ||
      namespace.retired.some((retired) => isBelow(name, retired)) ||
      isStandardModule(name, versionOf(this.#path, this.#project)) ||
      matchesModule(name, lua.externals) ||
      matchesModule(name, host.modules)
    );
  }

  #foreign(name: string): Fault {
    const { namespace, features } = this.#project;
    const library = namespace.canonical === "" ? "" : ` and ${namespace.canonical}`;
    const [first = "", second = ""] = readable(dotted(name)).split(".");
    if (features.layers.includes(second)) {
      return {
        message: `requires ${readable(name)}, which belongs to ${first}`,
        hint:
          this.#feature === undefined
            ? "the library must not require a feature: move what is needed into the library"
            : `use the layers of ${this.#feature}${library}; move what both need into the library`,
      };
    }
    const home = this.#feature === undefined ? "" : ` nor a layer of ${this.#feature}`;
    return {
      message: `requires ${readable(name)}, which is neither the library${home} nor declared`,
      hint: `if it comes from outside, declare it in the policy: lua.externals`,
    };
  }
}

/** How a name begins that may be required. */
interface Beginning {
  readonly parts: readonly string[];
  /** In lower case, with a dot behind each part. */
  readonly lowered: string;
}

function beginningOf(pattern: string): Beginning {
  const name = pattern.replace(/\.\*$/, "");
  return { parts: name.split("."), lowered: `${name.toLowerCase()}.` };
}

const known = new WeakMap<Project, readonly Beginning[]>();

/** The library's, and what the policy declares: worked out once for all files of a tree. */
function commonBeginnings(project: Project): readonly Beginning[] {
  const found = known.get(project);
  if (found !== undefined) return found;
  const { namespace, lua, host } = project;
  const beginnings = [namespace.canonical, ...lua.externals, ...host.modules]
    .filter((each) => each !== "" && !each.startsWith("."))
    .map(beginningOf);
  known.set(project, beginnings);
  return beginnings;
}

function featureOf(path: RepoPath, { features }: Project): string | undefined {
  const root = features.root === "." ? "" : features.root;
  if (features.layers.length === 0 || !isUnder(path, root)) return undefined;
  const inside = root === "" ? path : path.slice(root.length + 1);
  return inside.includes("/") ? inside.slice(0, inside.indexOf("/")) : undefined;
}

/** `RegionPlaylist`, and `scripts.RegionPlaylist` where the folder above is a module root. */
function beginnings(feature: string, { features, lua }: Project): string[] {
  const folder = features.root === "" || features.root === "." ? feature : `${features.root}/${feature}`;
  const named = lua.moduleRoots.flatMap((root) => {
    if (root === "" || root === ".") return [folder];
    return folder.startsWith(`${root}/`) ? [folder.slice(root.length + 1)] : [];
  });
  return [...new Set([feature, ...named.map(dotted)])];
}
