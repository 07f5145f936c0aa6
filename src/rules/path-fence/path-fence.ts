import { readable } from "../../base/byte-text.ts";
import { isUnder, matchesAny } from "../../base/glob.ts";
import { type RepoPath, showPath } from "../../base/repo-path.ts";
import { BASELINE_FILE } from "../../model/baseline/baseline.ts";
import type { Entry, EntryKind, FileChange } from "../../model/change.ts";
import { changedPaths } from "../../model/changed-paths.ts";
import { CI_FILES } from "../../model/ci-places.ts";
import type { Finding } from "../../model/finding.ts";
import { globs, optionsOf, type ValueOf } from "../../model/option.ts";
import { fileAt } from "../../model/place.ts";
import { POLICY_FILES } from "../../model/policy-places.ts";
import { REQUESTS } from "../../model/project.ts";
import type { Facts } from "../../modules/facts.ts";
import type { Way } from "../../modules/link-end.ts";
import type { ChangeRule, ChangeScene } from "../../rule/rule.ts";
import { unstageHint } from "../../rule/unstage-hint.ts";
import { changesPolicyAlone, needsOfPackage } from "./policy-key.ts";

const options = optionsOf({
  roots: globs(
    "Folders, files or globs that may change; a folder covers all below it. Empty: every path may change.",
    "root",
  ).byDefault([]),
  within: globs(
    "A second fence inside the first, for a task that can only narrow: what it may reach. Empty: there is none.",
    "root",
  ).byDefault([]),
});

type PathFenceOptions = ValueOf<typeof options>;

/** What steers the gate or goes to other repositories has rules of its own: a fence around the code must not lock it in. */
const NEVER_FENCED = [...POLICY_FILES, ...CI_FILES, BASELINE_FILE, ".codex/**", "AGENTS.codex.md"];

/**
 * Only files inside the declared roots are touched (playbook, "Hard boundaries": path fence). Both ends of a rename count.
 * A symbolic link counts as the place it leads to, a submodule as the one path it stands at.
 */
export const pathFence: ChangeRule<PathFenceOptions> = {
  id: "path-fence",
  kind: "change",
  summary: "a change touches only paths inside the declared roots",
  facet: "step",
  options,
  needs(scene) {
    const fenced = scene.change.files.filter(({ path }) => fencesFor(path, scene).length > 0);
    const links = fenced.filter((file) => linkOf(file) !== undefined);
    const needs = needsOfPackage(fenced);
    if (links.length === 0) return needs;
    const ids = links.flatMap((file) => linkOf(file)?.id ?? []);
    return [...needs, { kind: "objects", ids }, { kind: "links", paths: links.map(({ path }) => path) }];
  },
  *inspect(scene, facts) {
    for (const file of scene.change.files) {
      if (changesPolicyAlone(file, facts)) continue;
      const finding = strayPath(file, scene) ?? strayLink(file, scene, facts);
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
    const roots = fencesFor(path, scene).find((fence) => !isInside(path, fence));
    if (roots === undefined) continue;
    return {
      place: fileAt(path),
      message: `${whatHappens(file, path)}, but only ${list(roots)} may change`,
      hint: unstageHint(
        changedPaths(file),
        scene.change.subject,
        "put it in there, let the policy or the task name it",
      ),
      contract: { kind: "would-touch", path },
    };
  }
  return undefined;
}

function strayLink(
  file: FileChange,
  scene: ChangeScene<PathFenceOptions>,
  facts: Facts,
): Finding | undefined {
  const link = linkOf(file);
  const text = link && facts.object(link.id);
  const way = facts.wayOf(file.path);
  if (text === undefined || way === undefined) return undefined;
  const end = endOf(way);
  const isOutside = (fence: readonly string[]) => end === undefined || !isInside(end, fence);
  const roots = fencesFor(file.path, scene).find(isOutside);
  if (roots === undefined) return undefined;
  return {
    place: fileAt(file.path),
    message: `this symbolic link leads to ${showPath(readable(text))}${further(way)}, but only ${list(roots)} may be reached`,
    hint: "link to a file in there, or copy what is needed",
  };
}

/** Where the links on the way lead, which its own text does not show. */
function further(way: Way): string {
  const end = endOf(way);
  if (way.end.kind === "cycle") return ", and on in a cycle";
  if (way.end.kind === "backslash") return ", which is another place on Windows";
  if (way.end.kind === "submodule" && end === undefined) return ", by a way through a submodule";
  if (way.links < 2) return "";
  return end === undefined ? ", and on out of the repository" : `, and on to ${showPath(end)}`;
}

/** Undefined for what does not lie in the repository. */
function endOf({ end }: Way): RepoPath | undefined {
  return "path" in end ? end.path : undefined;
}

/** The path has to lie in each of them. */
function fencesFor(path: RepoPath, scene: ChangeScene<PathFenceOptions>): readonly (readonly string[])[] {
  const options = scene.optionsFor(path);
  if (options === undefined || matchesAny(NEVER_FENCED, path)) return [];
  if (isUnder(path, scene.project.requests ?? REQUESTS)) return [];
  return [options.roots, options.within].filter((fence) => fence.length > 0);
}

function linkOf(file: FileChange): Entry | undefined {
  return file.kind !== "deleted" && file.after.kind === "symlink" ? file.after : undefined;
}

function whatHappens(file: FileChange, path: RepoPath): string {
  if (file.kind === "deleted") return "this file is deleted";
  const noun = NOUN[file.after.kind];
  if (file.kind === "renamed" && path === file.from) return `this ${noun} is moved away`;
  return `this ${noun} ${VERB[file.kind]}`;
}

const NOUN: Readonly<Record<EntryKind, string>> = {
  file: "file",
  executable: "file",
  symlink: "symbolic link",
  submodule: "submodule",
};

const VERB: Readonly<Record<"added" | "modified" | "renamed" | "copied", string>> = {
  added: "is new",
  modified: "changes",
  renamed: "is moved here",
  copied: "is copied here",
};

function list(roots: readonly string[]): string {
  return roots.length > 4 ? `${roots.slice(0, 4).join(", ")} and ${roots.length - 4} more` : roots.join(", ");
}
