// A phase that an agent makes: its command line runs in a working tree of its own, and what it writes there or prints is what it hands in.
import { addWorkingTree } from "../../check/working.ts";
import type { Repository } from "../../git/open/repository.ts";
import { withoutRepository } from "../../git/process/user-git.ts";
import { reverseDiff } from "../../git/write/patch-record.ts";
import { withQuarantine } from "../../git/write/quarantine.ts";
import { withWorktree } from "../../git/write/worktree.ts";
import { isRecord, readJson } from "../../json/value.ts";
import type { ObjectId } from "../../model/change.ts";
import { CannotLook, failure } from "../../model/failure.ts";
import type { ManifestPhase } from "../../model/pipeline.ts";
import type { KeptJournal } from "../../model/task/pipeline-run.ts";
import type { Proposal } from "../../patch/proposal.ts";
import { readProposal } from "../../patch/read-proposal.ts";
import { contractOfAuthor } from "../../report/verdict/contract.ts";
import { isFolder } from "../../system/folders.ts";
import { type GroupEnd, runGroup } from "../../system/group/run-group.ts";
import { givenBack } from "../../system/program/node-variables.ts";
import { type CarriedOut, refusedBy } from "./carry-out.ts";

export interface Agent {
  /** For the shell. */
  readonly line: string;
  readonly seconds: number;
  readonly tries: number;
  readonly env: NodeJS.ProcessEnv;
  /** What it writes to its standard error. */
  said(bytes: Buffer): void;
  /** Its process, as long as it runs. */
  running(leader: KeptJournal["agent"]): void;
}

export type Answer =
  | { readonly kind: "proposal"; readonly proposal: Proposal }
  | { readonly kind: "refused"; readonly outcome: CarriedOut };

/** `contract` says why what it handed in before was refused. */
export async function askAgent(
  repo: Repository,
  agent: Agent,
  { name, payload, task }: ManifestPhase,
  base: ObjectId,
  contract: string | undefined,
): Promise<Answer> {
  const refusal = contract === undefined ? "" : `,"contract":${contract}`;
  const input = `{"phase":${JSON.stringify(name)},"payload":${payload}${refusal}}\n`;
  return await withWorktree(repo, base, task.code, async (top) => {
    let last = "";
    const end = await runGroup(agent.line, {
      cwd: top,
      env: { ...withoutRepository(givenBack(agent.env)), ARKITEKT_WORKTREE: top },
      mark: "ARKITEKT_WORKTREE",
      input,
      seconds: agent.seconds,
      mostOutput: MOST_OUTPUT,
      started: (leader) => agent.running(leader),
      said(bytes) {
        last = (last + bytes.toString("utf8")).slice(-500);
        agent.said(bytes);
      },
    });
    agent.running(undefined);
    const why = end.kind === "ended" && end.code === 0 ? undefined : whyNot(end, agent, last);
    if (why !== undefined) return { kind: "refused", outcome: why };
    const said = end.kind === "ended" ? end.stdout : Buffer.alloc(0);
    const edits = await editsIn(repo, top, base);
    if (Buffer.isBuffer(edits)) return ofEdits(edits, said);
    return edits === undefined ? handedIn(said) : { kind: "refused", outcome: edits };
  });
}

/** In bytes: more than anybody reads. */
const MOST_OUTPUT = 64 << 20;

function whyNot(end: GroupEnd, { seconds }: Agent, last: string): CarriedOut {
  const next = "the agent must hand in a patch, or edit its working tree, and end with 0";
  switch (end.kind) {
    case "interrupted":
      throw new CannotLook(
        failure(
          "interrupted",
          "the run was interrupted, and the agent was ended",
          "go on: arkitekt pipeline run",
        ),
      );
    case "not started":
      return noChange(`the agent could not be started (${end.code})`, next, true);
    case "late": {
      const message = `the agent timed out: it did not end within ${seconds} s, and was ended with all that it had started`;
      return noChange(message, "give it more time: --timeout SECONDS", true);
    }
    case "too much":
      return noChange(`the agent wrote more than ${MOST_OUTPUT} bytes, and was ended`, next);
    case "killed":
      return noChange(`the agent was killed by ${end.signal}${lastLine(last)}`, next);
    case "ended":
      // There is no such program, or it may not be run.
      return noChange(
        `the agent ended with ${end.code}${lastLine(last)}`,
        next,
        end.code === 126 || end.code === 127,
      );
  }
}

function lastLine(said: string): string {
  const line = said.trim().split("\n").at(-1) ?? "";
  return line === "" ? "" : `: ${line}`;
}

function noChange(message: string, next: string, isFinal = false): CarriedOut {
  return refusedBy(failure("bad-patch", message, next), { rule: "agent", isFinal });
}

/** What differs in its working tree, whatever it did to the index there; undefined if nothing does, and a refusal for what no commit can hold. */
async function editsIn(
  repo: Repository,
  top: string,
  base: ObjectId,
): Promise<Buffer | CarriedOut | undefined> {
  if (!isFolder(top))
    return noChange("the agent took its working tree away", "edit the files in it, and keep it");
  try {
    return await withQuarantine(repo, async (room) => {
      await room.readTree(base);
      const before = await room.writeTree();
      // By the repository's own settings, whatever happened to the file there that names it.
      const git = room.repo.git.at(top, { GIT_DIR: repo.commonDir, GIT_WORK_TREE: top });
      await addWorkingTree({ ...room, repo: { ...room.repo, git } }, top);
      const after = await room.writeTree();
      return before === after ? undefined : await reverseDiff(room.repo, after, before);
    });
  } catch (error) {
    if (!(error instanceof CannotLook) || error.failure.kind !== "git-failed") throw error;
    const { message, next = "make what is there something that a commit can hold" } = error.failure;
    return noChange(`what the agent left can't be taken up: ${message}`, next);
  }
}

function handedIn(said: Buffer): Answer {
  if (said.toString("latin1").trim() === "") {
    const next = "print a patch, or edit the files in ARKITEKT_WORKTREE";
    return { kind: "refused", outcome: noChange("the agent handed in nothing", next) };
  }
  const givenUp = failureSaid(said);
  if (givenUp !== undefined) {
    const next = "look at what it names, and mend the phase or the code that it stands on";
    const contract = contractOfAuthor(givenUp, "the agent says that it can't do it", next).trimEnd();
    return { kind: "refused", outcome: { kind: "refused", contract, verdict: undefined, acceptance: [] } };
  }
  const proposal = readProposal(said, undefined);
  return proposal.ok
    ? { kind: "proposal", proposal: proposal.value }
    : { kind: "refused", outcome: refusedBy(proposal.error) };
}

/** The failure contract, if it answers with that in place of a patch (playbook, "Failure policy"). */
function failureSaid(said: Buffer): Readonly<Record<string, unknown>> | undefined {
  const json = readJson(said.toString("utf8"));
  return json.ok && isRecord(json.value) && json.value["ok"] === false ? json.value : undefined;
}

/** Whatever else it has said is only notes. */
function ofEdits(diff: Buffer, said: Buffer): Answer {
  const proposal = readProposal(diff, "diff");
  if (!proposal.ok) return { kind: "refused", outcome: refusedBy(proposal.error) };
  return { kind: "proposal", proposal: { ...proposal.value, notes: said.toString("utf8") } };
}
