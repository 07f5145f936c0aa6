// All fixtures in one real repository: their trees go in by one fast-import, their differences come out by one diff-tree.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { encodePath } from "../../src/base/repo-path.ts";
import { fileChanges } from "../../src/git/changes/file-changes.ts";
import { RAW_AND_PATCH } from "../../src/git/diff/diff-options.ts";
import { streamDiffs } from "../../src/git/diff/run-diff.ts";
import { GitSource } from "../../src/git/objects/source.ts";
import { openRepository, type Repository } from "../../src/git/open/repository.ts";
import type { ChangeSet, CommitChange, CommitMessage, FileChange, Subject } from "../../src/model/change.ts";
import { type Content, type Files, makeRepo } from "../support/repo.ts";

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
  const stream = new ImportStream();
  const made = plans.map((plan) => {
    const base = stream.commit("base", plan.before);
    const commits: number[] = [];
    for (const { message, after } of plan.commits)
      commits.push(stream.commit(message, after, commits.at(-1) ?? base));
    const whole = stream.commit("whole", plan.commits.at(-1)?.after ?? plan.before, base);
    return { plan, base, commits, whole };
  });
  repo.feed(stream.text(), "fast-import", "--quiet", "--export-marks=marks");
  const marks = readMarks(join(repo.dir, "marks"));
  const idOf = (mark: number) => marks.get(mark) ?? "";
  const opened = await openRepository(repo.dir, repo.env);
  if (!opened.ok) throw new Error(opened.error.message);
  const git = opened.value;
  const files = await changesOf(git, made.flatMap(({ commits, whole }) => [...commits, whole]).map(idOf));
  const changes = new Map<string, ChangeSet>();
  for (const { plan, base, commits, whole } of made) {
    const chain = plan.commits.map(({ message, isUpstream }, index): CommitChange => {
      const id = idOf(commits[index] ?? 0);
      const parents = [idOf(commits[index - 1] ?? base)];
      const shared = { id, parents, message: messageOf(message), files: files.get(id) ?? [] };
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
      return { kind: "commit", id: tip, parents: plan.isMerge ? [base, base] : [base], message };
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

function readMarks(path: string): Map<number, string> {
  const lines = readFileSync(path, "utf8").trim().split("\n");
  return new Map(
    lines.map((line) => [Number(line.slice(1, line.indexOf(" "))), line.slice(line.indexOf(" ") + 1)]),
  );
}

/** Writes the language of `git fast-import`. */
class ImportStream {
  readonly #pieces: Buffer[] = [];
  #count = 0;

  commit(message: string, files: Files, from?: number): number {
    const mark = ++this.#count;
    this.#line(`commit refs/fixtures/${mark}`);
    this.#line(`mark :${mark}`);
    this.#line("committer Lua Writer <writer@example.com> 1735689600 +0000");
    this.#data(Buffer.from(message));
    if (from !== undefined) this.#line(`from :${from}`);
    this.#line("deleteall");
    for (const [path, content] of Object.entries(files)) if (content !== null) this.#file(path, content);
    return mark;
  }

  text(): Buffer {
    return Buffer.concat(this.#pieces);
  }

  #file(path: string, content: Exclude<Content, null>): void {
    const name = quoted(path);
    if (typeof content === "string" || Buffer.isBuffer(content)) this.#inline("100644", name, content);
    else if ("symlink" in content) this.#inline("120000", name, content.symlink);
    else if ("executable" in content) this.#inline("100755", name, content.executable);
    else this.#line(`M 160000 ${content.submodule} ${name}`);
  }

  #inline(mode: string, name: string, content: string | Buffer): void {
    this.#line(`M ${mode} inline ${name}`);
    this.#data(Buffer.from(content));
  }

  #data(bytes: Buffer): void {
    this.#line(`data ${bytes.length}`);
    this.#pieces.push(bytes);
    this.#line("");
  }

  #line(text: string): void {
    this.#pieces.push(Buffer.from(`${text}\n`, "latin1"));
  }
}

function quoted(path: string): string {
  const escaped = [...encodePath(path)].map((byte) =>
    byte < 0x20 || byte > 0x7e || byte === 0x22 || byte === 0x5c
      ? `\\${byte.toString(8).padStart(3, "0")}`
      : String.fromCharCode(byte),
  );
  return `"${escaped.join("")}"`;
}
