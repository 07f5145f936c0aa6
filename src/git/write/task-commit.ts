// One commit on a branch by plumbing: nothing is checked out, and no hook of the user's runs.
import type { ObjectId } from "../../model/change.ts";
import { CannotLook, failure } from "../../model/failure.ts";
import type { Repository } from "../open/repository.ts";

export interface BranchPlace {
  /** Undefined for a branch that does not exist yet. */
  readonly tip: ObjectId | undefined;
  /** It is checked out in this working tree. */
  readonly isHere: boolean;
}

/** Refuses a branch that is checked out in another working tree: its index and files would stay behind. */
export async function placeOfBranch(repo: Repository, branch: string): Promise<BranchPlace> {
  const ref = `refs/heads/${branch}`;
  const valid = await repo.git.run(["check-ref-format", ref], { okCodes: [0, 1] });
  if (valid.code !== 0) {
    const next = "name the task with letters, digits, - and _";
    throw new CannotLook(failure("bad-arguments", `${branch} can't be the name of a branch`, next));
  }
  const found = await repo.git.run(["rev-parse", "--verify", "--quiet", `${ref}^{commit}`], {
    okCodes: [0, 1, 128],
  });
  const tip = found.code === 0 ? found.stdout.toString("latin1").trim() : undefined;
  const { head } = repo;
  const isHere = head.kind !== "detached" && head.branch === branch;
  const { stdout } = await repo.git.run(["worktree", "list", "--porcelain"]);
  const others = stdout
    .toString("utf8")
    .split("\n\n")
    .filter((entry) => entry.split("\n").includes(`branch ${ref}`));
  const place = /^worktree (.*)$/m.exec(others[0] ?? "")?.[1];
  if (place !== undefined && !isHere) {
    const next = `run it there: cd ${place}`;
    throw new CannotLook(
      failure("checked-out", `${branch} is checked out in another working tree`, next, place),
    );
  }
  return { tip, isHere: isHere && !repo.isBare };
}

export async function commitTree(
  repo: Repository,
  tree: ObjectId,
  parent: ObjectId,
  message: string,
): Promise<ObjectId> {
  const args = ["-c", "i18n.commitEncoding=UTF-8", "commit-tree", tree, "-p", parent, "-F", "-"];
  const answer = await repo.git.run(args, { input: message, okCodes: [0, 128], mayComplain: true });
  if (answer.code === 0) return answer.stdout.toString("latin1").trim();
  if (/identity|empty ident|user\.(name|email)|tell me who you are/i.test(answer.stderr)) {
    const next = 'run: git config user.name "…"; git config user.email "…"';
    throw new CannotLook(failure("no-identity", "Git does not know who makes the commit", next));
  }
  const said = answer.stderr.trim().split("\n")[0] ?? "";
  throw new CannotLook(
    failure("git-failed", `git commit-tree ended with ${answer.code}: ${said}`, "see: git status"),
  );
}

/** Only if the branch is still what it was; `old` is undefined for a new one. */
export async function moveRef(
  repo: Repository,
  ref: string,
  id: ObjectId,
  old: ObjectId | undefined,
): Promise<void> {
  const before = old ?? "0".repeat(id.length);
  const answer = await repo.git.run(["update-ref", "-m", "arkitekt patch apply", ref, id, before], {
    okCodes: [0, 1, 128],
    mayComplain: true,
  });
  if (answer.code === 0) return;
  const said = answer.stderr.trim().split("\n")[0] ?? "";
  const other = /'refs\/heads\/([^']+)' exists; cannot create/.exec(said)?.[1];
  if (other !== undefined) {
    const why = `${ref.replace("refs/heads/", "")} can't be made beside the branch ${other}: one is a folder of the other`;
    throw new CannotLook(
      failure("branch-moved", why, `keep that by another name: git branch -m ${other} NAME`),
    );
  }
  const message = `${ref} could not be moved, and is as it was: ${said}`;
  throw new CannotLook(failure("branch-moved", message, "run it again"));
}
