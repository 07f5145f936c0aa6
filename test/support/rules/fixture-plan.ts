import type { Files } from "../repo.ts";
import type { FixtureCase } from "./fixture-case.ts";
import type { Planned } from "./fixture-repo.ts";

/** The trees and commits of a fixture. */
export function planOf({ rule, name, before, after, message, settings }: FixtureCase): Planned {
  const { subject = "commit", isMerge = false, branches = ["main"] } = settings;
  const shared = { name: `${rule}/${name}`, before, subject, isMerge, branches };
  if (settings.commits === undefined) return { ...shared, commits: [{ message, after }] };
  let tree: Files = before;
  const commits = settings.commits.map(({ files, ...commit }) => {
    tree = { ...tree, ...files };
    return { ...commit, after: tree };
  });
  return { ...shared, commits };
}
