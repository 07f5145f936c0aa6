// All fixtures in one real repository: isomorphic-git writes their histories, their differences come out by one diff-tree.
import { fileChanges } from "../../../src/git/changes/file-changes.ts";
import { RAW_AND_PATCH } from "../../../src/git/diff/diff-options.ts";
import { streamDiffs } from "../../../src/git/diff/run-diff.ts";
import { GitSource } from "../../../src/git/objects/source.ts";
import { openRepository, type Repository } from "../../../src/git/open/repository.ts";
import type {
  ChangeSet,
  CommitChange,
  CommitMessage,
  FileChange,
  Subject,
} from "../../../src/model/change.ts";
import { type PlannedCommit, writeHistory } from "../history.ts";
import { type Files, makeRepo } from "../repo.ts";

/** A change to be made: from one tree to another, or over several commits. */
export interface Planned {
  readonly name: string;
  readonly before: Files;
  readonly commits: readonly {
    readonly message: string;
    readonly after: Files;
    readonly isUpstream?: boolean;
  }[];
  readonly subject: Subject["kind"];
  readonly isMerge: boolean;
  readonly branches: readonly string[];
}

export interface FixtureRepo {
  change(name: string): ChangeSet;
  close(): Promise<void>;
}

export async function makeFixtureRepo(plans: readonly Planned[]): Promise<FixtureRepo> {
  const repo = makeRepo(undefined, { bare: true });
  const history: PlannedCommit[] = [];
  const add = (message: string, files: Files, ...parents: number[]) =>
    history.push({ message, files, parents }) - 1;
  const made = plans.map((plan) => {
    const base = add("base", plan.before);
    const commits: number[] = [];
    for (const { message, after } of plan.commits) commits.push(add(message, after, commits.at(-1) ?? base));
    const whole = add("whole", plan.commits.at(-1)?.after ?? plan.before, base);
    return { plan, base, commits, whole };
  });
  const ids = await writeHistory(repo.dir, history);
  const idOf = (at: number | undefined) => ids[at ?? -1] ?? "";
  const opened = await openRepository(repo.dir, repo.env);
  if (!opened.ok) throw new Error(opened.error.message);
  const git = opened.value;
  const files = await changesOf(git, made.flatMap(({ commits, whole }) => [...commits, whole]).map(idOf));
  const changes = new Map<string, ChangeSet>();
  for (const { plan, base, commits, whole } of made) {
    const chain = plan.commits.map(({ message, isUpstream }, index): CommitChange => {
      const id = idOf(commits[index]);
      const parents = [idOf(commits[index - 1] ?? base)];
      const shared = { id, parents, isMerge: false, message: messageOf(message), files: files.get(id) ?? [] };
      return isUpstream === undefined ? shared : { ...shared, isUpstream };
    });
    changes.set(plan.name, {
      subject: subjectOf(plan, chain, idOf(base), idOf(whole)),
      branches: plan.branches,
      files: files.get(idOf(whole)) ?? [],
      source: new GitSource(git, { kind: "tree", id: idOf(base) }, { kind: "tree", id: idOf(whole) }),
    });
  }
  return {
    change(name) {
      const change = changes.get(name);
      if (change === undefined) throw new Error(`no fixture is called ${name}`);
      return change;
    },
    close: () => git.close(),
  };
}

function subjectOf(plan: Planned, chain: readonly CommitChange[], base: string, tip: string): Subject {
  const last = chain.at(-1);
  const message = last?.message ?? messageOf("");
  switch (plan.subject) {
    case "staged":
      return { kind: "staged", isMerge: plan.isMerge };
    case "message":
      return { kind: "message", isMerge: plan.isMerge, message };
    case "commit":
      return {
        kind: "commit",
        id: tip,
        parents: plan.isMerge ? [base, base] : [base],
        isMerge: plan.isMerge,
        message,
      };
    case "range":
      return { kind: "range", base, tip, commits: chain };
    case "tree":
      return { kind: "tree", id: tip };
  }
}

/** The first paragraph is the title. */
export function messageOf(text: string): CommitMessage {
  const clean = text.trim();
  return { title: (clean.split(/\n\s*\n/)[0] ?? "").replaceAll("\n", " "), text: clean, trailers: [] };
}

async function changesOf(git: Repository, ids: readonly string[]): Promise<Map<string, FileChange[]>> {
  const changes = new Map<string, FileChange[]>();
  const args = ["diff-tree", "--stdin", "--always", ...RAW_AND_PATCH];
  for await (const diff of streamDiffs(git.git, args, true, `${ids.join("\n")}\n`)) {
    const again = async () => {
      throw new Error("a fixture must not need its diff asked for in another way");
    };
    changes.set(
      diff.commit ?? "",
      await fileChanges(git.objects, diff, { asText: again, withoutSpace: again }),
    );
  }
  return changes;
}
