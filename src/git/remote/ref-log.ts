// What Git wrote down about a ref (its reflog), oldest first.
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { ObjectId } from "../../model/change.ts";
import { readIfThere } from "../open/head.ts";
import type { Repository } from "../open/repository.ts";

export interface LogEntry {
  /** What the ref held before; undefined if it did not exist, or the log does not say. */
  readonly from: ObjectId | undefined;
  readonly to: ObjectId;
  /** `fetch origin: fast-forward`. */
  readonly message: string;
  /** Distinguishes this entry from every other one of the same ref. */
  readonly mark: string;
}

/** Undefined if there is no log at all. */
export async function refLog(repo: Repository, ref: string): Promise<readonly LogEntry[] | undefined> {
  if (existsSync(join(repo.commonDir, "reftable"))) return await askGit(repo, ref);
  const text = readIfThere(join(repo.commonDir, "logs", ref));
  return text?.split("\n").flatMap((line) => {
    const [, from = "", to, who = "", message = ""] =
      /^([0-9a-f]{40,64}) ([0-9a-f]{40,64}) ([^\t]*)\t?(.*)$/.exec(line) ?? [];
    if (to === undefined) return [];
    return [{ from: /^0+$/.test(from) ? undefined : from, to, message, mark: `${from} ${to} ${who}` }];
  });
}

/** Whether the ref lies in a file of its own, as does one that was written after the clone was made. */
export function isLoose(repo: Repository, ref: string): boolean {
  return existsSync(join(repo.commonDir, ref));
}

async function askGit(repo: Repository, ref: string): Promise<readonly LogEntry[] | undefined> {
  const answer = await repo.git.run(
    ["reflog", "show", "--format=%H%x00%gd%x00%gs", "--date=raw", ref, "--"],
    {
      okCodes: [0, 128],
    },
  );
  const entries = answer.stdout
    .toString("utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => {
      const [to = "", when = "", message = ""] = line.split("\0");
      return { from: undefined, to, message, mark: `${to} ${when}` };
    });
  return entries.length === 0 ? undefined : entries.reverse();
}
