import { join, relative, resolve, sep } from "node:path";
import { err, ok, type Result } from "../../base/result.ts";
import { unifiedDiff } from "../../base/unified-diff.ts";
import { decodeUtf8 } from "../../base/utf8.ts";
import type { Command, Input } from "../../command/command.ts";
import { CannotLook, type Failure, failure } from "../../model/failure.ts";
import { formatInstant } from "../../protocol/instant.ts";
import { onOneLine } from "../../protocol/markdown-text.ts";
import { safePath } from "../../protocol/safe-path.ts";
import { trailStateOf } from "../../protocol/trail.ts";
import { Folder } from "../../system/folder.ts";
import { folderAbove, realPlace } from "../../system/places.ts";
import { appliedIn, appliedJson } from "../store/applied.ts";
import {
  type AppliedRecord,
  type ApplyPlan,
  type DecidedPatch,
  hasStill,
  planApply,
  targetOf,
} from "../store/apply-plan.ts";
import { decidedPatches } from "../store/decided.ts";
import { keptFromPatches } from "../store/kept-from-patches.ts";
import { LIMITS } from "../store/limits.ts";
import type { Box } from "../store/mailbox.ts";
import { inRequests, readingRequest, requestId, requestsPath, stateOf } from "../store/place.ts";
import { readAt } from "../store/read-at.ts";
import { markersIn } from "../store/request-folder.ts";
import { momentOf, type SpecWorld } from "../store/world.ts";
import { anybodysWord } from "../store/written.ts";
import { applyingRequest } from "../writing/changing.ts";
import { isCutShort } from "../writing/journal.ts";
import { writeTargets } from "../writing/write-targets.ts";
import { ID, NOW } from "./flags.ts";

const BOXES: readonly Box[] = ["inbox", "outbox"];

export const apply: Command<SpecWorld> = {
  name: "spec apply",
  about: "Applies the patches of decided proposals to their JSON files, all of them or none.",
  flags: {
    id: ID,
    source: { value: "inbox|outbox", help: "where the proposals are; inbox by default" },
    target: {
      value: "FOLDER",
      help: "the repository to change; the current folder by default",
    },
    msg: {
      value: "MESSAGE",
      help: "only this proposal, which counts as decided by being named",
      isRepeatable: true,
    },
    again: { help: "apply once more what was applied to a target that has changed since" },
    keep: { help: "leave such a target as it is, and remember that" },
    "dry-run": { help: "show what would change, as a diff, and write nothing" },
    "create-parents": { help: "let add make the objects that are missing on the way" },
    "replace-create": { help: "let replace add a member that is not there" },
    now: NOW,
  },
  oneOf: { flags: ["again", "keep"], isNeeded: false },
  examples: [{ line: "arkitekt spec apply --id demo-001 --target ../jsonld-repo --dry-run" }],
  run(input, world) {
    const id = requestId(world, input.need("id"));
    const source = input.choice("source", BOXES) ?? "inbox";
    const root = realPlace(resolve(world.cwd, input.text("target") ?? "."));
    if (root === undefined)
      return input.refuse(
        `${input.text("target")} is not there`,
        "name the repository to change with --target",
      );
    const work = (request: Folder, state: Folder | undefined) => {
      const { state: stands } = trailStateOf(markersIn(request));
      if (stands === "rejected") return refuseAll(world, [`${id} was rejected, and its patches with it`]);
      const applied = appliedIn(request);
      const { patches, faults, waiting } = decidedPatches(request, {
        id,
        folder: world.folder,
        source,
        named: input.list("msg"),
        anybodysWord: anybodysWord(world, id, request, state),
        applied,
      });
      for (const line of waiting) world.complain(`${line}\n`);
      if (faults.length > 0) return refuseAll(world, faults);
      return (
        Folder.use(root, (folder) =>
          carryOut({ world, input, request, state, root, folder, applied }, patches),
        ) ?? 2
      );
    };
    const place = requestsPath(world);
    // A run that only says what it would do leaves no lock either.
    if (input.has("dry-run")) {
      return readingRequest(place, id, (request) => {
        const seen = inRequests(place, (requests) =>
          stateOf(requests, id, (state) => {
            if (isCutShort(state, "apply.journal")) throw new CannotLook(isUnfinished(id));
            return { code: work(request, state) };
          }),
        );
        return seen?.code ?? work(request, undefined);
      });
    }
    return applyingRequest(place, id, (request, _, state) => work(request, state));
  },
};

/** What would be applied to targets that stand between two states means nothing. */
function isUnfinished(id: string): Failure {
  const next = `arkitekt spec apply --id ${id} finishes it`;
  return failure("conflict", `an apply of ${id} is not finished`, next);
}

interface ApplyScene {
  readonly world: SpecWorld;
  readonly input: Input;
  readonly request: Folder;
  /** Undefined where nothing was ever written, and a dry run leaves it that way. */
  readonly state: Folder | undefined;
  readonly root: string;
  readonly folder: Folder;
  readonly applied: readonly AppliedRecord[];
}

function carryOut(scene: ApplyScene, patches: readonly DecidedPatch[]): number {
  const { world, input, request, state, root, folder, applied } = scene;
  const texts = new Map<string, string | undefined>();
  const faults: string[] = [];
  for (const patch of patches) {
    const kept = keptFromPatches(fromTop(root, targetOf(patch)), patch.proposal.operations, world.folder);
    const text =
      kept === undefined
        ? targetText(folder, patch)
        : err(`${targetOf(patch)} ${kept}, which no patch may change`);
    if (text.ok) texts.set(targetOf(patch), text.value);
    else faults.push(text.error);
  }
  if (faults.length > 0) return refuseAll(world, faults);
  const leave = { createParents: input.has("create-parents"), replaceCreates: input.has("replace-create") };
  const at = formatInstant(momentOf(world, input.text("now")));
  const whatChanged = input.has("again") ? "again" : input.has("keep") ? "keep" : "tell";
  const plan = planApply(patches, texts, applied, leave, at, whatChanged);
  if (!plan.ok) {
    return refuseAll(
      world,
      plan.error.map(({ patch, message }) => `${patch.attachment} of ${patch.message}: ${message}`),
    );
  }
  if (!input.has("dry-run") && state !== undefined && plan.value.done.length + plan.value.kept.length > 0) {
    const writes = [...plan.value.writes].map(([file, after]) => ({
      way: file.split("/"),
      before: texts.get(file) ?? "",
      after,
    }));
    writeTargets(request, state, { root, folder }, writes, appliedJson(plan.value.records));
  }
  // Records of messages that this clone lacks, since Git does not track them.
  const remembered: string[] = [];
  const told = new Set(patches.map(({ message }) => message));
  const isAll = input.list("msg").length === 0;
  for (const record of isAll ? applied.filter(({ message }) => !told.has(message)) : []) {
    const path = safePath(record.file, "the target");
    const read = path.ok ? readAt(folder, path.value, LIMITS.target) : { kind: "missing" as const };
    const text = read.kind === "file" ? decodeUtf8(read.bytes) : undefined;
    if (text?.ok && hasStill(record, text.value, applied))
      remembered.push(`already applied ${record.attachment} of ${record.message} to ${record.file}\n`);
  }
  tell(world, plan.value, input.has("dry-run"), remembered);
  if (input.has("dry-run"))
    for (const [file, after] of plan.value.writes)
      world.write(unifiedDiff(file, texts.get(file) ?? "", after));
  return plan.value.changed.length > 0 ? 1 : 0;
}

/** From the top of the repository that the target is in. */
function fromTop(root: string, file: string): string {
  const top = folderAbove(root, ".git");
  return top === undefined ? file : relative(top, join(root, file)).split(sep).join("/");
}

function tell(world: SpecWorld, plan: ApplyPlan, isDryRun: boolean, remembered: readonly string[]): void {
  const line = (word: string, patch: DecidedPatch) =>
    world.write(`${word} ${patch.attachment} of ${patch.message} to ${targetOf(patch)}\n`);
  for (const line of remembered) world.write(line);
  for (const patch of plan.known) line("already applied", patch);
  for (const patch of plan.done) line(isDryRun ? "would apply" : "applied", patch);
  for (const patch of plan.kept)
    world.write(
      `${isDryRun ? "would leave" : "left"} ${targetOf(patch)} as it is, without ${patch.attachment} of ${patch.message}\n`,
    );
  for (const patch of plan.changed) {
    const what = `${patch.attachment} of ${patch.message} was applied to ${targetOf(patch)}, which has changed since`;
    world.complain(
      `arkitekt: conflict: ${onOneLine(what)}\n→ --again applies it once more, --keep leaves the target as it is\n`,
    );
  }
  const all = [remembered, plan.known, plan.done, plan.kept, plan.changed];
  if (all.every((some) => some.length === 0)) world.write("nothing to apply\n");
}

function refuseAll(world: SpecWorld, faults: readonly string[]): number {
  for (const fault of faults) world.complain(`arkitekt: ${onOneLine(fault)}\n`);
  world.complain("→ nothing was changed; mend the patch or its target and run the command again\n");
  return 1;
}

function targetText(folder: Folder, patch: DecidedPatch): Result<string | undefined, string> {
  const read = readAt(folder, patch.proposal.file, LIMITS.target);
  const file = targetOf(patch);
  if (read.kind === "missing") return ok(undefined);
  if (read.kind === "too-large")
    return err(`${file} has ${read.size} bytes; at most ${LIMITS.target} are patched`);
  if (read.kind !== "file") return err(`${file} is not a plain file`);
  const text = decodeUtf8(read.bytes);
  if (text.ok) return text;
  throw new CannotLook(failure("not-utf8", `${file} is not UTF-8`, "save it as UTF-8", file));
}
