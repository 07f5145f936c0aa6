import { isUnder, matchesAny } from "../base/glob.ts";
import type { RepoPath } from "../base/repo-path.ts";
import type { FileChange } from "../model/change.ts";
import { changedPaths } from "../model/changed-paths.ts";
import { choice, globs, joined, optionsOf, type ValueOf } from "../model/option.ts";
import { fileAt } from "../model/place.ts";
import { REQUESTS } from "../model/project.ts";
import { isLua } from "../modules/lua-files.ts";
import type { ChangeRule, ChangeScene } from "../rule/rule.ts";
import { unstageHint } from "../rule/unstage-hint.ts";

const options = optionsOf({
  files: globs("Globs of the files that are documents.").byDefault(["**/*.md", "**/*.txt", "**/*.xml"]),
  data: globs(
    "Globs of files that are named like documents and hold data or the steps of a build. Others whose lines show no sentences are data too.",
  ).byDefault([
    "**/CMakeLists.txt",
    "**/{requirements,constraints}*.txt",
    "**/robots.txt",
    "**/index.xml",
    "**/{pom,build,manifest,AndroidManifest}.xml",
    "**/{data,fixtures,testdata}/**/*.{txt,xml}",
    "**/{assets,resources,res}/**/*.{txt,xml}",
    "**/{snapshots,__snapshots__}/**/*.{txt,xml}",
  ]),
  allow: joined(
    "add",
    globs(
      "Globs of documents that may always change, a change log for example. Those of spec requests may without being listed.",
    ).byDefault([]),
  ),
  when: choice("`mixed`: only where the same change touches Lua too.", ["always", "mixed"]).byDefault(
    "always",
  ),
});

type DocsFenceOptions = ValueOf<typeof options>;

/**
 * Docs change only when they are asked for (playbook, "Hard boundaries"). Among people, a document that changes
 * together with code is what nobody asked for (`when: "mixed"`); a commit of documents alone is intended.
 */
export const docsFence: ChangeRule<DocsFenceOptions> = {
  id: "docs-fence",
  kind: "change",
  summary: "documents change only when the task asks for it",
  facet: "step",
  options,
  needs(scene) {
    const isMixed = touchesLua(scene);
    const paths = scene.change.files.flatMap((file) => {
      const path = fencedPath(file, isMixed, scene);
      return path !== undefined && MAYBE_DATA.test(path) ? [path] : [];
    });
    if (paths.length === 0) return [];
    return (["before", "after"] as const).map((side) => ({ kind: "contents", side, paths }));
  },
  *inspect(scene, facts) {
    const { change } = scene;
    const isMixed = touchesLua(scene);
    for (const file of change.files) {
      const path = fencedPath(file, isMixed, scene);
      if (path === undefined) continue;
      const text = (facts.file("after", path) ?? facts.file("before", path))?.text;
      if (text !== undefined && MAYBE_DATA.test(path) && isData(text)) continue;
      yield {
        place: fileAt(path),
        message: `a document is ${PAST[file.kind]}, and nobody asked for it`,
        hint: unstageHint(changedPaths(file), change.subject, elsewhere(path, scene)),
      };
    }
  },
};

function touchesLua({ change, project }: ChangeScene<DocsFenceOptions>): boolean {
  return change.files.some((file) => changedPaths(file).some((path) => isLua(path, project)));
}

function fencedPath(
  file: FileChange,
  isMixed: boolean,
  scene: ChangeScene<DocsFenceOptions>,
): RepoPath | undefined {
  return changedPaths(file).find((path) => isFenced(path, isMixed, scene));
}

const MAYBE_DATA = /\.(?:txt|xml)$/i;

/** Fewer lines show nothing. */
const ENOUGH_LINES = 6;

/** Whether hardly any line holds a sentence, looking only between the tags if there are any. */
function isData(text: string): boolean {
  const lines = text
    .replaceAll(/<[^<>]*>/g, " ")
    .split("\n")
    .filter((line) => line.trim() !== "");
  const written = text.split("\n").filter((line) => line.trim() !== "").length;
  if (written < ENOUGH_LINES) return false;
  const sentences = lines.filter((line) => /(?:[A-Za-z\x80-\xff]['’\w-]*[,.:;)]? +){3}/.test(`${line} `));
  return sentences.length * 5 < written;
}

function isFenced(path: RepoPath, isMixed: boolean, scene: ChangeScene<DocsFenceOptions>): boolean {
  const options = scene.optionsFor(path);
  if (options === undefined || (options.when === "mixed" && !isMixed)) return false;
  if (isUnder(path, scene.project.requests ?? REQUESTS)) return false;
  // `README.MD` is a document too.
  const lowered = path.replace(/\.\w+$/, (ending) => ending.toLowerCase());
  const isDocument = matchesAny(options.files, path) || matchesAny(options.files, lowered);
  return isDocument && !matchesAny([...options.allow, ...options.data], path);
}

/** How it can be committed nevertheless. */
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
