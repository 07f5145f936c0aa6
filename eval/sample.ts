// The findings that are judged by hand: a sample of each rule that stays the same while others come and go.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Everything, Said } from "./findings.ts";
import type { Commit, History } from "./history.ts";

const MOST = 20;

export interface Judgement {
  readonly right: boolean;
  /** What the reader of the report needs to know; always for a wrong one. */
  readonly why?: string;
}

/** A sampled finding: put there on purpose, judged by hand, or not judged yet. */
export type Sampled =
  | { readonly kind: "planted"; readonly said: Said }
  | { readonly kind: "judged"; readonly said: Said; readonly judgement: Judgement }
  | { readonly kind: "open"; readonly said: Said };

export type Judgements = Readonly<Record<string, Judgement>>;

export const judgementsFile = fileURLToPath(new URL("./judgements.json", import.meta.url));

export function readJudgements(): Judgements {
  return JSON.parse(readFileSync(judgementsFile, "utf8")) as Judgements;
}

/** Up to 20 of each rule, chosen by the digest of their keys; and all that is said about sound commits. */
export function sampleOf(
  { tree, history }: Everything,
  judgements: Judgements,
): ReadonlyMap<string, readonly Sampled[]> {
  const samples = new Map<string, Sampled[]>();
  for (const said of [...tree, ...history].sort((a, b) => compare(digest(a), digest(b)))) {
    const sample = samples.get(said.rule) ?? [];
    if (sample.length < MOST || isOnSound(said))
      samples.set(said.rule, [...sample, asSampled(said, judgements)]);
  }
  return samples;
}

/** A fault that no finding tells of. */
export interface Missed {
  readonly key: string;
  readonly commit: Commit;
  /** Undefined until somebody has looked. */
  readonly why: string | undefined;
}

export function missedOf(
  { beside, undone }: History,
  everything: Everything,
  judgements: Judgements,
): readonly Missed[] {
  return [...beside, ...undone]
    .filter((commit) => !isFound(commit, everything))
    .map((commit) => {
      const key = `missed | ${commit.planted?.rule} | ${commit.planted?.path ?? ""} | ${commit.kind}`;
      return { key, commit, why: judgements[key]?.why };
    });
}

export function isFound({ id }: Commit, { history }: Everything): boolean {
  return history.some(({ commit, isPlanted }) => isPlanted && commit?.id === id);
}

/** Said about a commit that nothing was wrong with, as far as its maker knew. */
export function isOnSound({ commit, isPlanted }: Said): boolean {
  return (
    commit !== undefined && (commit.planted === undefined || commit.planted.isNotice === true) && !isPlanted
  );
}

function asSampled(said: Said, judgements: Judgements): Sampled {
  if (said.isPlanted) return { kind: "planted", said };
  const judgement = judgements[said.key];
  return judgement === undefined ? { kind: "open", said } : { kind: "judged", said, judgement };
}

function digest({ key }: Said): string {
  return createHash("sha256").update(key).digest("hex");
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
