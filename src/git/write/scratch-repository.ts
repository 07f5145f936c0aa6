// A repository of its own in a temporary folder, for programs that work on files: what they should work on is staged there and
// nothing else, every byte as it is in Git. The user's repository, index and working tree are out of reach of what runs in it.

import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { encodePath, type RepoPath } from "../../base/repo-path.ts";
import { alternatesFile, objectFolders } from "../open/object-folders.ts";
import type { Repository } from "../open/repository.ts";
import { Git } from "../process/git.ts";
import { nulList } from "../process/nul-list.ts";
import { withoutRepository } from "../process/user-git.ts";

/** Makes it in `folder`, which is empty. `files` are the contents to work on, by paths that are plain text. */
export async function makeScratchRepository(
  repo: Repository,
  top: string,
  folder: string,
  files: ReadonlyMap<RepoPath, Buffer>,
): Promise<void> {
  const git = new Git(folder, { ...withoutRepository(repo.git.env), ...IDENTITY });
  await git.run(["init", "--quiet", "--template=", `--object-format=${repo.objectFormat}`]);
  const dotGit = join(folder, ".git");
  mkdirSync(join(dotGit, "objects/info"), { recursive: true });
  mkdirSync(join(dotGit, "info"), { recursive: true });
  writeFileSync(join(dotGit, "objects/info/alternates"), alternatesFile(objectFolders(repo)));
  // Neither line ends nor filters change anything: what is read there goes into Git as it is.
  writeFileSync(join(dotGit, "info/attributes"), "* -text !eol -filter -ident !working-tree-encoding\n");
  const tracked = await checkOut(repo, git, files);
  linkTheRest(top, folder, tracked);
  const lines: Buffer[] = [];
  for (const [path, bytes] of files) {
    const place = join(folder, path);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, bytes);
    lines.push(Buffer.from(`${path}\0`));
  }
  await git.run(["update-index", "--add", "-z", "--stdin"], { input: Buffer.concat(lines) });
}

const IDENTITY = {
  GIT_AUTHOR_NAME: "arkitekt",
  GIT_AUTHOR_EMAIL: "arkitekt@localhost",
  GIT_COMMITTER_NAME: "arkitekt",
  GIT_COMMITTER_EMAIL: "arkitekt@localhost",
};

/** Everything else that the index holds and a sparse checkout does not leave out becomes the commit and the files there. */
async function checkOut(
  repo: Repository,
  git: Git,
  files: ReadonlyMap<RepoPath, Buffer>,
): Promise<ReadonlySet<string>> {
  const apart = new Set([...files.keys()].map((path) => encodePath(path).toString("latin1")));
  const { stdout } = await repo.git.run(["ls-files", "--stage", "-t", "-z", "--full-name"]);
  const rest: string[] = [];
  const wanted: string[] = [];
  const roots = new Set<string>();
  for (const line of nulList(stdout.toString("latin1"))) {
    const tab = line.indexOf("\t");
    if (tab < 0) continue;
    const [tag, mode, id, stage] = line.slice(0, tab).split(" ");
    const path = line.slice(tab + 1);
    roots.add(path.split("/")[0] ?? "");
    if (stage !== "0" || apart.has(path)) continue;
    rest.push(`${mode} ${id}\t${path}`);
    if (tag !== "S" && mode !== "160000") wanted.push(path);
  }
  await git.run(["update-index", "-z", "--index-info"], { input: listed(rest) });
  const tree = (await git.run(["write-tree", "--missing-ok"])).stdout.toString("latin1").trim();
  const commit = await git.run(["commit-tree", tree, "-m", "what else is staged"]);
  await git.run(["update-ref", "HEAD", commit.stdout.toString("latin1").trim()]);
  await git.run(["checkout-index", "-f", "-q", "-z", "--stdin"], { input: listed(wanted) });
  return roots;
}

function listed(lines: readonly string[]): Buffer {
  return Buffer.from(lines.map((line) => `${line}\0`).join(""), "latin1");
}

/** Installed packages and the like: what lies at the top of the working tree unknown to Git. */
function linkTheRest(top: string, folder: string, tracked: ReadonlySet<string>): void {
  for (const name of readdirSync(top)) {
    if (name === ".git" || tracked.has(Buffer.from(name).toString("latin1"))) continue;
    if (!existsSync(join(folder, name))) symlinkSync(join(top, name), join(folder, name));
  }
}
