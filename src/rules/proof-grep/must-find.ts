// The claims of proof-greps that are about a change as a whole: something must be found in it, or nothing in the tree.

import type { RepoPath } from "../../base/repo-path.ts";
import { showPath } from "../../base/repo-path.ts";
import type { FileChange } from "../../model/change.ts";
import { changedPaths } from "../../model/changed-paths.ts";
import type { Finding } from "../../model/finding.ts";
import { fileAt, type Place, WHOLE_CHANGE } from "../../model/place.ts";
import { GREP_DEFAULTS, type Grep } from "../../model/proof-grep.ts";
import type { Facts, Need } from "../../modules/facts.ts";
import type { SourceFile } from "../../modules/source-file.ts";
import type { ChangeRule, ChangeScene } from "../../rule/rule.ts";
import { faultOf } from "./check.ts";
import { compilePattern } from "./compile.ts";
import { contradiction } from "./contradiction.ts";
import type { GrepPatternFault } from "./dialect.ts";
import type { ProofGrepOptions } from "./options.ts";
import { addsLines, atMost, found, isAdded, looksAt, readAs, search, unjudged } from "./search.ts";

type Scene = ChangeScene<ProofGrepOptions>;

/** A grep, and which of the files it is about the change touches. */
interface Claim {
  readonly grep: Grep;
  readonly touched: readonly FileChange[];
  /** The first of them, so that the policy's level for it applies. */
  readonly path: RepoPath | undefined;
}

export const ofChange: Pick<ChangeRule<ProofGrepOptions>, "facet" | "needs" | "inspect"> = {
  facet: "files",
  needs(scene) {
    return claims(scene).flatMap((claim): Need[] => {
      if (whyUnusable(claim.grep, scene) !== undefined) return [];
      const word = wordToSearch(claim.grep, scene);
      if (word !== undefined) return [{ kind: "search", side: "after", words: [word], globs: ["**"] }];
      return [{ kind: "contents", side: "after", paths: claim.touched.map(({ path }) => path) }];
    });
  },
  *inspect(scene, facts) {
    for (const claim of claims(scene)) {
      const fault = whyUnusable(claim.grep, scene);
      if (fault !== undefined) yield { place: placeOf(claim), message: fault.message, hint: fault.next };
      else if (!claim.grep.should_match) yield* restOfTree(claim, scene, facts);
      else for (const finding of mustFind(claim, scene, facts)) yield atMost(claim.grep, finding);
    }
  },
};

/**
 * What has to be proved. A change that touches none of a grep's files has nothing to prove; neither has one that adds no
 * line to them, if the grep is about added lines. For a whole tree, what must be somewhere in it is always proved.
 */
function claims(scene: Scene): readonly Claim[] {
  const { change, project, isTree, options, optionsFor } = scene;
  const byGrep = new Map<string, { grep: Grep; touched: FileChange[]; path: RepoPath | undefined }>();
  for (const file of change.files) {
    const path = changedPaths(file).find((candidate) => optionsFor(candidate) !== undefined);
    if (path === undefined) continue;
    for (const grep of optionsFor(path)?.greps ?? []) {
      if (!isAbout(grep, file, scene) || !changedPaths(file).some((end) => looksAt(grep, end, project)))
        continue;
      const key = JSON.stringify(grep);
      const claim = byGrep.get(key);
      if (claim === undefined) byGrep.set(key, { grep, touched: [file], path: file.path });
      else claim.touched.push(file);
    }
  }
  for (const grep of isTree ? options.greps : []) {
    const key = JSON.stringify(grep);
    if (grep.should_match && grep.scope === "tree" && !byGrep.has(key))
      byGrep.set(key, { grep, touched: [], path: undefined });
  }
  return [...byGrep.values()];
}

/** The policy is checked when it is read; what slips through, and what contradicts the policy, must not pass as "not found". */
function whyUnusable(grep: Grep, { project }: Scene): GrepPatternFault | undefined {
  return faultOf(grep) ?? contradiction(grep, project);
}

function isAbout(grep: Grep, file: FileChange, scene: Scene): boolean {
  const { should_match, scope = GREP_DEFAULTS.scope } = grep;
  if (whyUnusable(grep, scene) !== undefined) return true;
  // Each file of a tree is looked at by itself, so nothing is left to search.
  if (!should_match) return scope === "tree" && !scene.isTree;
  if (scope === "tree") return true;
  if (file.kind === "deleted") return false;
  return scope === "changed" || addsLines(file.lines);
}

function* mustFind(claim: Claim, scene: Scene, facts: Facts): Iterable<Finding> {
  const { grep, touched } = claim;
  const isInScope = grep.scope === "added" ? isAdded : () => true;
  for (const file of texts(claim, scene, facts)) {
    const matches = search(grep, file, scene.project);
    if (matches === "spent") {
      yield unjudged(grep, file);
      return;
    }
    if (matches?.some((range) => isInScope(range, file))) return;
  }
  yield {
    place: placeOf(claim),
    message:
      grep.message ??
      `must be found ${PLACES[scene.isTree ? "tree" : (grep.scope ?? GREP_DEFAULTS.scope)]}: ${grep.pattern}`,
    hint: `add it to one of the files; ${readAs(grep, true)}`,
    details: grep.scope === "tree" ? [] : lookedThrough(touched),
  };
}

const PLACES = {
  changed: "in a changed file",
  added: "in an added line",
  tree: "somewhere in the tree",
};

/** Matches in files that the change does not touch were there before: they warn. */
function* restOfTree(claim: Claim, scene: Scene, facts: Facts): Iterable<Finding> {
  const touched = new Set(scene.change.files.map(({ path }) => path));
  for (const file of texts(claim, scene, facts)) {
    if (touched.has(file.path)) continue;
    const matches = search(claim.grep, file, scene.project);
    if (matches === "spent") yield { ...unjudged(claim.grep, file), atMost: "warn" };
    else {
      for (const range of matches ?? [])
        yield { ...found(claim.grep, range, file, scene.project), atMost: "warn" };
    }
  }
}

function texts({ grep, touched }: Claim, scene: Scene, facts: Facts): readonly SourceFile[] {
  const word = wordToSearch(grep, scene);
  const files =
    word === undefined
      ? touched.flatMap(({ path }) => facts.file("after", path) ?? [])
      : facts.found("after", [word]);
  return files.filter(({ path }) => looksAt(grep, path, scene.project));
}

/** In a whole tree only the files that hold a plain piece of the pattern are read. */
function wordToSearch(grep: Grep, { isTree }: Scene): string | undefined {
  if (grep.scope !== "tree" && !isTree) return undefined;
  const compiled = compilePattern(grep);
  const words = compiled.ok
    ? compiled.value.literals.flatMap((literal) => literal.match(/[!-~]+/g) ?? [])
    : [];
  return words.sort((a, b) => b.length - a.length)[0];
}

function placeOf({ path }: Claim): Place {
  return path === undefined ? WHOLE_CHANGE : fileAt(path);
}

const MOST_LISTED = 5;

function lookedThrough(touched: readonly FileChange[]): readonly string[] {
  const listed = touched.slice(0, MOST_LISTED).map(({ path }) => `not in ${showPath(path)}`);
  const more = touched.length - listed.length;
  return more > 0 ? [...listed, `nor in ${more} more`] : listed;
}
