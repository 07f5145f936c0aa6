// The parts of a range's verdict, put together again: the result is what one machine would have said.
import { err, ok, type Result } from "../../base/result.ts";
import { count } from "../../base/wording.ts";
import { type Failure, failure } from "../../model/failure.ts";
import type { Verdict } from "../../model/finding.ts";
import type { RangePart, RangeTerms } from "../../model/shard/range-part.ts";
import { rangeVerdict } from "../range.ts";

/** A part with the name of the file that it was read from. */
export interface NamedPart {
  readonly name: string;
  readonly part: RangePart;
}

export interface Merged {
  readonly verdict: Verdict;
  readonly terms: RangeTerms;
}

/** Refused unless every part of one range is there, once. */
export function mergeParts(parts: readonly NamedPart[]): Result<Merged, Failure> {
  const [first] = parts;
  if (first === undefined) return err(bad("there is no part to merge", "name the files that --shard wrote"));
  const fault = parts.map((each) => strayOf(first, each)).find(Boolean) ?? gapIn(parts, first.part.of);
  if (fault !== undefined) return err(fault);
  const commits = parts.flatMap(({ part }) => part.commits).toSorted((a, b) => a.at - b.at);
  const whole = parts.find(({ part }) => part.whole !== null)?.part.whole;
  const isWhole = whole && commits.length === first.part.total && commits.every(({ at }, nth) => at === nth);
  if (!isWhole) return err(bad(`the parts do not hold all ${count(first.part.total, "commit")}`, AGAIN));
  const verdicts = commits.map(({ verdict }) => verdict);
  return ok({ verdict: rangeVerdict(verdicts, whole), terms: first.part.terms });
}

const AGAIN =
  "judge the range again, every part by the same program: arkitekt check --range A..B --shard i/n";

const DIFFERENCES: Readonly<Record<keyof RangeTerms, string>> = {
  program: "was judged by another version of arkitekt",
  range: "is of another range",
  base: "is of another range",
  tip: "is of another range",
  commits: "is of another range",
  branches: "was judged as on other branches: give each the same --branch",
  today: "was judged as of another day: give each the same --now",
  policy: "was judged by another policy: give each the same --policy",
  rules: "leaves out other findings: give each the same --rule and --quiet",
  isQuiet: "leaves out other findings: give each the same --rule and --quiet",
};

function strayOf(first: NamedPart, other: NamedPart): Failure | undefined {
  const keys = Object.keys(DIFFERENCES) as (keyof RangeTerms)[];
  const key = keys.find(
    (each) => JSON.stringify(first.part.terms[each]) !== JSON.stringify(other.part.terms[each]),
  );
  if (key !== undefined) return bad(`${other.name} ${DIFFERENCES[key]} (than ${first.name})`, AGAIN);
  if (first.part.of === other.part.of && first.part.total === other.part.total) return undefined;
  return bad(`${other.name} is part ${shard(other.part)}, and ${first.name} ${shard(first.part)}`, AGAIN);
}

function gapIn(parts: readonly NamedPart[], of: number): Failure | undefined {
  const names = new Map<number, string>();
  for (const { name, part } of parts) {
    const other = names.get(part.index);
    if (other !== undefined)
      return bad(`${other} and ${name} are the same part, ${shard(part)}`, "name each part once");
    names.set(part.index, name);
  }
  const missing = Array.from({ length: of }, (_, at) => at + 1).filter((index) => !names.has(index));
  if (missing.length === 0) return undefined;
  const which = missing.slice(0, 5).map((index) => `${index}/${of}`);
  const more = missing.length > which.length ? ` and ${missing.length - which.length} more` : "";
  return bad(`missing: part ${which.join(", ")}${more}`, "judge what is missing, and name every part");
}

function shard({ index, of }: RangePart): string {
  return `${index}/${of}`;
}

function bad(message: string, next: string): Failure {
  return failure("bad-part", message, next);
}
