// What Git's configuration says about remotes: where each one is fetched from, and which of its refs are kept under which
// names here.

import type { Repository } from "../open/repository.ts";
import { nulList } from "../process/nul-list.ts";

export interface Refspec {
  readonly from: string;
  readonly to: string;
}

export interface Remote {
  readonly name: string;
  /** Where `git fetch` goes, with `insteadOf` applied. */
  readonly url: string;
  readonly fetch: readonly Refspec[];
  /** Refs of the remote that are left out, as `from` of a refspec. */
  readonly leftOut: readonly string[];
}

export interface RemoteSettings {
  readonly remotes: readonly Remote[];
  /** Whether Git logs what it does with a remote-tracking ref. */
  readonly isLogging: boolean;
}

const ASKED = "^(remote\\..*\\.(url|fetch)|url\\..*\\.insteadof|core\\.logallrefupdates)$";

export async function readRemoteSettings(repo: Repository): Promise<RemoteSettings> {
  const answer = await repo.git.run(["config", "-z", "--get-regexp", ASKED], { okCodes: [0, 1] });
  const said = nulList(answer.stdout.toString("utf8")).map(readLine);
  const rewrites = said
    .filter(({ section, key }) => section === "url" && key === "insteadof")
    .map(({ name, value }) => ({ prefix: value, by: name }));
  const names = [...new Set(said.flatMap(({ section, name }) => (section === "remote" ? [name] : [])))];
  const log = said.findLast(({ key }) => key === "logallrefupdates")?.value;
  return {
    remotes: names.map((name) => {
      const valuesOf = (key: string) =>
        said.filter((line) => line.section === "remote" && line.name === name && line.key === key);
      const specs = valuesOf("fetch").map(({ value }) => value);
      return {
        name,
        url: rewritten(valuesOf("url")[0]?.value ?? name, rewrites),
        fetch: specs.flatMap(readRefspec),
        leftOut: specs.flatMap((spec) => (spec.startsWith("^") ? [spec.slice(1)] : [])),
      };
    }),
    isLogging: log === undefined ? !repo.isBare : !/^(false|no|off|0|)$/i.test(log),
  };
}

interface Line {
  readonly section: string;
  readonly name: string;
  readonly key: string;
  readonly value: string;
}

/** `<section>.<name>.<key>`, a line end, the value; the name may hold dots. */
function readLine(text: string): Line {
  const end = text.indexOf("\n");
  const path = end < 0 ? text : text.slice(0, end);
  const [first, last] = [path.indexOf("."), path.lastIndexOf(".")];
  return {
    section: path.slice(0, first),
    name: path.slice(first + 1, Math.max(last, first + 1)),
    key: path.slice(last + 1),
    value: end < 0 ? "true" : text.slice(end + 1),
  };
}

function readRefspec(text: string): Refspec[] {
  const [, from, to] = /^\+?([^^:]+):(.+)$/.exec(text) ?? [];
  return from === undefined || to === undefined ? [] : [{ from, to }];
}

/** The longest prefix wins (remote.c, `alias_url`). */
function rewritten(
  url: string,
  rewrites: readonly { readonly prefix: string; readonly by: string }[],
): string {
  const fitting = rewrites.filter(({ prefix }) => prefix !== "" && url.startsWith(prefix));
  const [longest] = fitting.toSorted((left, right) => right.prefix.length - left.prefix.length);
  return longest === undefined ? url : longest.by + url.slice(longest.prefix.length);
}
