import { matchesAny } from "../base/glob.ts";
import type { RepoPath } from "../base/repo-path.ts";
import type { FileChange } from "../model/change.ts";
import { changedPaths } from "../model/changed-paths.ts";
import { choice, globs, joined, optionsOf, type ValueOf } from "../model/option.ts";
import { fileAt } from "../model/place.ts";
import { isLua } from "../modules/lua-files.ts";
import type { ChangeRule, ChangeScene } from "../rule/rule.ts";
import { unstageHint } from "../rule/unstage-hint.ts";

const options = optionsOf({
  files: globs("Globs of the files that are documents.").byDefault(["**/*.md", "**/*.txt", "**/*.xml"]),
  allow: joined(
    "add",
    globs(
      "Globs of documents that may always change: what is attached to a spec request, a change log.",
    ).byDefault(["work/spec_requests/**"]),
  ),
  when: choice("`mixed`: only where the same change touches Lua too.", ["always", "mixed"]).byDefault(
    "always",
  ),
});

type DocsFenceOptions = ValueOf<typeof options>;

/**
 * Docs change only when they are asked for (playbook, "Hard boundaries"). Where people work, a document that changes
 * together with code is what nobody asked for (`when: "mixed"`); a commit of documents alone was meant.
 */
export const docsFence: ChangeRule<DocsFenceOptions> = {
  id: "docs-fence",
  kind: "change",
  summary: "documents change only when the task asks for it",
  facet: "step",
  options,
  *inspect(scene) {
    const { change, project } = scene;
    const isMixed = change.files.some((file) => changedPaths(file).some((path) => isLua(path, project)));
    for (const file of change.files) {
      const path = changedPaths(file).find((path) => isFenced(path, isMixed, scene));
      if (path === undefined) continue;
      yield {
        place: fileAt(path),
        message: `a document is ${PAST[file.kind]}, and nobody asked for it`,
        hint: unstageHint(changedPaths(file), change.subject, elsewhere(path, scene)),
      };
    }
  },
};

function isFenced(path: RepoPath, isMixed: boolean, scene: ChangeScene<DocsFenceOptions>): boolean {
  const options = scene.optionsFor(path);
  if (options === undefined || (options.when === "mixed" && !isMixed)) return false;
  // `README.MD` is a document too.
  const lowered = path.replace(/\.\w+$/, (ending) => ending.toLowerCase());
  const isDocument = matchesAny(options.files, path) || matchesAny(options.files, lowered);
  return isDocument && !matchesAny(options.allow, path);
}

/** How it can be committed all the same. */
function elsewhere(path: RepoPath, scene: ChangeScene<DocsFenceOptions>): string {
  return scene.optionsFor(path)?.when === "mixed"
    ? "commit documents by themselves"
    : "let the task or the policy name it (`allow`)";
}

const PAST: Readonly<Record<FileChange["kind"], string>> = {
  added: "added",
  modified: "changed",
  renamed: "moved",
  copied: "copied",
  deleted: "deleted",
};
