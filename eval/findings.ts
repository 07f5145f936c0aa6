// What the gate says about the corpus as a tree and about its history, each finding under a name that stays.

import { benchEnvironment } from "../bench/environment.ts";
import { CommitJudge } from "../src/check/commits.ts";
import { judgeRange } from "../src/check/range.ts";
import { judgeTree } from "../src/check/tree.ts";
import { joined } from "../src/gate/verdict.ts";
import { NewCommits } from "../src/git/history/new-commits.ts";
import { openRepository } from "../src/git/open/repository.ts";
import type { JudgedFinding } from "../src/model/finding.ts";
import { pathOf } from "../src/model/place.ts";
import { TODAY } from "./dates.ts";
import type { Commit, History } from "./history.ts";

export interface Said {
  /** Where it was said, the rule, the path and the message; a count behind what is said more than once. */
  readonly key: string;
  readonly rule: string;
  readonly level: "warn" | "error";
  readonly finding: JudgedFinding;
  /** Undefined for the tree as a whole. */
  readonly commit: Commit | undefined;
  /** It is the fault that was put there. */
  readonly isPlanted: boolean;
}

export interface Everything {
  readonly tree: readonly Said[];
  /** New findings alone: what was there before a commit is not said again. */
  readonly history: readonly Said[];
}

export async function findEverything(history: History): Promise<Everything> {
  const opened = await openRepository(history.folder, benchEnvironment());
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const repo = opened.value;
  const options = { today: TODAY, branches: ["main"] };
  const keys = new Keys();
  try {
    const tree = await judgeTree(repo, history.base, options);
    const main = await judgeRange(repo, `${history.base}..main`, options);
    const judge = new CommitJudge(repo, options);
    const ids = history.beside.map(({ id }) => `${id}\n`).join("");
    const listed = await repo.git.run(["rev-list", "--no-walk=unsorted", "--parents", "--stdin"], {
      input: ids,
    });
    const fresh = new NewCommits(listed.stdout.toString("latin1"));
    for (const id of fresh.all) fresh.mark(id, options.branches);
    const beside = joined((await judge.each(fresh, [])).verdicts);
    const undone: JudgedFinding[] = [];
    for (const { id } of history.undone) {
      const { findings } = await judgeRange(repo, `${id}^^..${id}`, options);
      undone.push(
        ...findings.filter(({ rule }) => rule === "idempotence").map((each) => ({ ...each, commit: id })),
      );
    }
    const all = [...history.main, ...history.beside, ...history.undone];
    const byId = new Map(all.map((commit) => [commit.id, commit]));
    return {
      tree: tree.findings.map((finding) => keys.said(finding, undefined)),
      history: [...main.findings, ...beside.findings, ...undone]
        .filter(({ standing }) => standing.kind === "new")
        .map((finding) => keys.said(finding, byId.get(finding.commit ?? "") ?? WHOLE)),
    };
  } finally {
    await repo.close();
  }
}

/** What is said about the main line as one push. */
const WHOLE: Commit = { id: "", kind: "the main line", planted: undefined };

class Keys {
  readonly #seen = new Map<string, number>();

  said(finding: JudgedFinding, commit: Commit | undefined): Said {
    const { rule, place, message, level } = finding;
    // The rest of a message that lists commits changes with every other commit.
    const said = message.replaceAll(/\b[0-9a-f]{7,40}\b/g, "…");
    const name = `${commit?.kind ?? "tree"} | ${rule} | ${pathOf(place) ?? ""} | ${said}`;
    const count = (this.#seen.get(name) ?? 0) + 1;
    this.#seen.set(name, count);
    const key = count === 1 ? name : `${name} | ${count}`;
    return { key, rule, level, finding, commit, isPlanted: isPlanted(finding, commit) };
  }
}

function isPlanted({ rule, place, level }: JudgedFinding, commit: Commit | undefined): boolean {
  const planted = commit?.planted;
  if (planted?.rule !== rule || (planted.isNotice && level !== "warn")) return false;
  return planted.path === undefined || planted.path === pathOf(place);
}
