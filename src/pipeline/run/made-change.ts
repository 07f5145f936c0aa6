// The change of a phase by whoever makes it: the program itself, a patch that was handed in, or an agent, which is asked again if it is refused.
import type { ObjectId } from "../../model/change.ts";
import { CannotLook } from "../../model/failure.ts";
import type { ManifestPhase, PhaseMaker } from "../../model/pipeline.ts";
import { type Agent, askAgent } from "./agent.ts";
import { type CarriedOut, type CarryTerms, carryOut, refusedBy, takeIn } from "./carry-out.ts";
import { patchIn } from "./patch-folder.ts";
import type { Lost } from "./progress.ts";

export interface Makers {
  readonly agent: Agent | undefined;
  /** The file that is handed in for a phase, by the phase's name. */
  readonly patches: ReadonlyMap<string, string>;
}

export interface MadeChange {
  readonly outcome: CarriedOut;
  readonly tries: number;
  /** What the phase becomes if it is refused. */
  readonly lost: Lost;
}

/** Undefined if somebody has to hand it in. */
export async function madeChange(
  terms: CarryTerms,
  { agent, patches }: Makers,
  { phase, by }: { readonly phase: ManifestPhase; readonly by: PhaseMaker },
  base: ObjectId,
): Promise<MadeChange | undefined> {
  if (by === "deterministic")
    return { outcome: await carryOut(terms, phase, base), tries: 1, lost: "failed" };
  if (by === "patches") {
    const outcome = await byPatch(terms, phase, base, patches.get(phase.name) ?? "");
    return { outcome, tries: 1, lost: "failed" };
  }
  return by === "agent" && agent !== undefined ? await byAgent(terms, phase, base, agent) : undefined;
}

async function byPatch(
  terms: CarryTerms,
  phase: ManifestPhase,
  base: ObjectId,
  file: string,
): Promise<CarriedOut> {
  try {
    return await takeIn(terms, phase, base, patchIn(file));
  } catch (error) {
    if (error instanceof CannotLook && error.failure.kind === "bad-patch") return refusedBy(error.failure);
    throw error;
  }
}

async function byAgent(
  terms: CarryTerms,
  phase: ManifestPhase,
  base: ObjectId,
  agent: Agent,
): Promise<MadeChange> {
  let contract: string | undefined;
  for (let tries = 1; ; tries++) {
    const answer = await askAgent(terms.pipeline.repo, agent, phase, base, contract);
    const outcome =
      answer.kind === "refused" ? answer.outcome : await takeIn(terms, phase, base, answer.proposal);
    const isLast = outcome.kind === "done" || outcome.isFinal === true || tries >= agent.tries;
    if (isLast) return { outcome, tries, lost: "unresolved" };
    contract = outcome.contract;
  }
}
