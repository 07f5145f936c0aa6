// What a commit of the past brought under an override that it records: it was accepted then, and is not a finding now.
import type { Terms } from "../../gate/terms.ts";
import { verdict as verdictOf } from "../../gate/verdict.ts";
import { parseCommit } from "../../git/objects/commit-object.ts";
import type { Repository } from "../../git/open/repository.ts";
import type { ObjectId } from "../../model/change.ts";
import type { JudgedFinding, Verdict } from "../../model/finding.ts";
import { type Override, overridesOf } from "../../model/override.ts";
import { pathOf, spanOf } from "../../model/place.ts";

/** How many are looked up: nobody has accepted more than that one by one. */
const MOST = 500;

/** The same verdict on a commit's tree, or (without one) on the working tree, with what its history accepted as overridden. */
export async function withAccepted(
  repo: Repository,
  tree: string | undefined,
  verdict: Verdict,
  terms: Terms,
): Promise<Verdict> {
  const isOpen = ({ level, standing }: JudgedFinding) => level === "error" && standing.kind === "new";
  const open = verdict.findings.filter(isOpen).filter(({ rule }) => terms.mayOverride(rule));
  if (open.length === 0 || open.length > MOST) return verdict;
  const tip = tree === undefined ? undefined : await repo.objects.find(`${tree}^{commit}`);
  if (tree !== undefined && tip?.type !== "commit") return verdict;
  const messages = new Messages(repo);
  const reasons = new Map<JudgedFinding, string>();
  for (const finding of open) {
    const id = await broughtBy(repo, tip?.id, finding);
    if (id === undefined) continue;
    const override = (await messages.overridesOf(id)).find(({ rule }) => rule === finding.rule);
    if (override !== undefined) reasons.set(finding, override.reason);
  }
  if (reasons.size === 0) return verdict;
  const findings = verdict.findings.map((finding): JudgedFinding => {
    const reason = reasons.get(finding);
    return reason === undefined ? finding : { ...finding, standing: { kind: "overridden", reason } };
  });
  return verdictOf(findings, verdict.notes, verdict.commits);
}

/** The commit that the line comes from; for a file as a whole, the last one that touched it. */
async function broughtBy(
  repo: Repository,
  tip: ObjectId | undefined,
  { place }: JudgedFinding,
): Promise<ObjectId | undefined> {
  const path = pathOf(place);
  const span = spanOf(place);
  if (path === undefined) return tip;
  const line = span?.start.line;
  const at = tip === undefined ? [] : [tip];
  const args =
    line === undefined
      ? ["log", "-1", "--format=%H", ...at, "--", path]
      : ["blame", "--porcelain", "-L", `${line},${line}`, ...at, "--", path];
  const git = tip === undefined && repo.top !== undefined ? repo.git.at(repo.top) : repo.detached;
  const answer = await git.run(args, { okCodes: [0, 128], mayComplain: true });
  return /^[0-9a-f]{40,64}/.exec(answer.stdout.toString("latin1"))?.[0] ?? tip;
}

class Messages {
  readonly #repo: Repository;
  readonly #known = new Map<ObjectId, readonly Override[]>();

  constructor(repo: Repository) {
    this.#repo = repo;
  }

  async overridesOf(id: ObjectId): Promise<readonly Override[]> {
    const known = this.#known.get(id);
    if (known !== undefined) return known;
    const commit = await this.#repo.objects.find(id);
    const found =
      commit?.type === "commit" && commit.bytes !== undefined
        ? overridesOf(parseCommit(commit.bytes).message)
        : [];
    this.#known.set(id, found);
    return found;
  }
}
