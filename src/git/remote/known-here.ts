// What a repository that receives a push holds itself.
import type { ObjectId } from "../../model/change.ts";
import type { Repository } from "../open/repository.ts";
import { type Known, MAIN_LINES } from "./known-to-remote.ts";

/**
 * All that its branches lead to, before the push moves any of them. Other refs may hold what no gate has judged, so they make nothing
 * known. The main line is the branch that HEAD names, or one with a usual name.
 */
export async function knownHere(repo: Repository): Promise<Known> {
  const listed = await repo.git.run(["for-each-ref", "--format=%(objectname) %(refname)", "refs/heads/"]);
  const branches = new Map<string, ObjectId>();
  for (const line of listed.stdout.toString("utf8").split("\n").filter(Boolean)) {
    const at = line.indexOf(" ");
    branches.set(line.slice(at + 1), line.slice(0, at));
  }
  const { head } = repo;
  const names = [...(head.kind === "branch" ? [head.branch] : []), ...MAIN_LINES];
  const main = names.map((name) => `refs/heads/${name}`).find((ref) => branches.has(ref));
  return {
    ids: [...new Set(branches.values())],
    mainLine: main === undefined ? undefined : branches.get(main),
  };
}
