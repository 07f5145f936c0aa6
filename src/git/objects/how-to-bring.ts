// What to type when an object is not here: the gate itself never fetches.

import { shellWord } from "../../base/shell-word.ts";
import { type Failure, failure } from "../../model/failure.ts";
import type { Repository } from "../open/repository.ts";
import { nulList } from "../process/nul-list.ts";

/** The same failure with the command that brings what is missing, as far as this clone knows a remote to bring it from. */
export async function howToBring(repo: Repository, missing: Failure): Promise<Failure> {
  const remotes = await remotesOf(repo);
  const promisor = remotes.find(({ isPromisor }) => isPromisor);
  const remote = promisor ?? remotes.find(({ name }) => name === "origin") ?? remotes[0];
  if (remote === undefined) return missing;
  const command = `git fetch --refetch ${promisor === undefined ? "" : "--no-filter "}${shellWord(remote.name)}`;
  const what = promisor === undefined ? "" : ", which brings what this partial clone left out";
  return failure(missing.kind, missing.message, `run: ${command}${what}`, missing.where);
}

interface Remote {
  readonly name: string;
  /** It has promised to give what a partial clone left out. */
  readonly isPromisor: boolean;
}

async function remotesOf({ git }: Repository): Promise<readonly Remote[]> {
  const { stdout } = await git.run(["config", "-z", "--get-regexp", "^(remote\\..*|extensions)\\."], {
    okCodes: [0, 1],
  });
  const promised = new Map<string, boolean>();
  for (const setting of nulList(stdout.toString("utf8"))) {
    const [key = "", value = "true"] = setting.split("\n");
    const [, name, last] = /^remote\.(.+)\.(url|promisor)$/s.exec(key) ?? [];
    if (name !== undefined) promised.set(name, promised.get(name) === true || isPromise(last, value));
    // An old partial clone names its one promisor there.
    if (key === "extensions.partialclone") promised.set(value, true);
  }
  return [...promised].map(([name, isPromisor]) => ({ name, isPromisor }));
}

function isPromise(key: string | undefined, value: string): boolean {
  return key === "promisor" && /^(?:true|yes|on|1)$/i.test(value);
}
