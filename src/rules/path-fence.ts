import { posix } from "node:path";
import { isUnder, matchesAny } from "../base/glob.ts";
import { readable } from "../base/byte-text.ts";
import { type RepoPath, showPath } from "../base/repo-path.ts";
import type { Entry, FileChange } from "../model/change.ts";
import type { Finding } from "../model/finding.ts";
import { changedPaths } from "./changed-paths.ts";
import type { Answers, ChangeRule, ChangeScene } from "./rule.ts";
import { takeOut } from "./take-out.ts";

interface PathFenceOptions {
  readonly roots: readonly string[];
}

/**
 * Only files inside the declared roots are touched (playbook, "Hard boundaries": path fence). Both ends of a rename count.
 * A symbolic link counts as the place it leads to, a submodule as the one path it stands at.
 */
export const pathFence: ChangeRule<PathFenceOptions> = {
  id: "path-fence",
  kind: "change",
  summary: "a change touches only paths inside the declared roots",
  subjects: ["staged", "commit"],
  options: {
    type: "object",
    additionalProperties: false,
    properties: {
      roots: {
        type: "array",
        items: { type: "string", minLength: 1 },
        default: [],
        description:
          "Folders, files or globs that may change; a folder covers all below it. Empty: every path may change.",
      },
    },
  },
  defaults: { roots: [] },
  asks(scene) {
    const ids = scene.change.files.flatMap((file) => linkOf(file)?.id ?? []);
    return scene.options.roots.length === 0 || ids.length === 0 ? [] : [{ kind: "objects", ids }];
  },
  *inspect(scene, answers) {
    for (const file of scene.change.files) {
      const finding = strayPath(file, scene) ?? strayLink(file, scene, answers);
      if (finding !== undefined) yield finding;
    }
  },
};

/** Whether `path` is one of `roots`, below one, or matched by one. */
export function isInside(path: RepoPath, roots: readonly string[]): boolean {
  return roots.some((root) => isUnder(path, root) || matchesAny([root], path));
}

function strayPath(file: FileChange, scene: ChangeScene<PathFenceOptions>): Finding | undefined {
  for (const path of changedPaths(file)) {
    const roots = scene.optionsFor(path)?.roots ?? [];
    if (roots.length === 0 || isInside(path, roots)) continue;
    const { change } = scene;
    return { path, message: `${whatHappens(file, path)} outside ${list(roots)}`, hint: takeOut(path, change.subject) };
  }
  return undefined;
}

function strayLink(
  file: FileChange,
  scene: ChangeScene<PathFenceOptions>,
  answers: Answers,
): Finding | undefined {
  const link = linkOf(file);
  const target = link && answers.object(link.id);
  const roots = scene.optionsFor(file.path)?.roots ?? [];
  if (target === undefined || roots.length === 0) return undefined;
  const end = leadsTo(file.path, readable(target));
  if (end !== undefined && isInside(end, roots)) return undefined;
  return {
    path: file.path,
    message: `a symbolic link leads to ${showPath(readable(target))}, outside ${list(roots)}`,
    hint: "link to a file inside, or copy what is needed",
  };
}

function linkOf(file: FileChange): Entry | undefined {
  return file.kind !== "deleted" && file.after.kind === "symlink" ? file.after : undefined;
}

/** The path in the repository that a link at `path` stands for; undefined when it leaves the repository. */
function leadsTo(path: RepoPath, target: string): RepoPath | undefined {
  if (target.startsWith("/") || /^[A-Za-z]:|\\/.test(target)) return undefined;
  const end = posix.normalize(posix.join(posix.dirname(path), target)).replace(/\/$/, "");
  return end === ".." || end.startsWith("../") ? undefined : end;
}

function whatHappens(file: FileChange, path: RepoPath): string {
  if (file.kind === "renamed") return path === file.from ? "moved away from" : "moved to a place";
  if (file.kind !== "deleted" && file.after.kind === "submodule") return "a submodule changes";
  return "changes a path";
}

function list(roots: readonly string[]): string {
  return roots.length > 4 ? `${roots.slice(0, 4).join(", ")} and ${roots.length - 4} more` : roots.join(", ");
}
