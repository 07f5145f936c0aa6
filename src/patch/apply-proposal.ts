// A proposal and a tree → another tree, in a quarantine: the one way for every form.
import { encodePath, type RepoPath, showPath } from "../base/repo-path.ts";
import { ok, type Result } from "../base/result.ts";
import { type ChangedEntry, changesBetween, entriesOf } from "../git/changes/tree.ts";
import { Trees } from "../git/objects/trees.ts";
import type { Quarantine } from "../git/write/quarantine.ts";
import type { FileChange, ObjectId } from "../model/change.ts";
import type { GivenUp } from "../model/finding.ts";
import { applyDiff } from "./apply-diff.ts";
import { type Applied, applySteps } from "./apply-steps.ts";
import { fault, type PatchFault, refused } from "./fault.ts";
import type { Proposal } from "./proposal.ts";
import { stepPath } from "./step-path.ts";

export interface AppliedProposal extends Applied {
  readonly changes: readonly ChangedEntry[];
}

/**
 * The quarantine's index holds `base`, and then the result. `isRecorded` is asked only if the tree alone can't tell what is done.
 * The result holds if `notIdempotent` has nothing to say.
 */
export async function applyProposal(
  room: Quarantine,
  base: ObjectId,
  proposal: Proposal,
  isRecorded: () => Promise<boolean>,
): Promise<Result<AppliedProposal, readonly PatchFault[]>> {
  const applied = await onto(room, base, proposal, isRecorded);
  if (!applied.ok) return applied;
  const { tree, changes: told, files: known, ...rest } = applied.value;
  const files = known ?? (told === undefined ? await changesFrom(room, base, await tree()) : []);
  const changes = told ?? entriesOf(files);
  const faults = [
    ...changes.flatMap(faultOf),
    ...unsafeLinks(changes),
    ...(await lookAlikes(room, tree, changes)),
  ];
  if (faults.length > 0) return refused(...faults);
  return ok({ ...rest, tree, changes, ...(files.length > 0 && { files }) });
}

async function changesFrom(
  { repo }: Quarantine,
  base: ObjectId,
  tree: ObjectId,
): Promise<readonly FileChange[]> {
  return tree === base ? [] : await changesBetween(repo, base, tree);
}

/** Applies it again to its own result, which must stay the same: a patch that is done is done. The quarantine's index holds that result. */
export async function notIdempotent(
  room: Quarantine,
  { changes, isDone, tree: first }: AppliedProposal,
  proposal: Proposal,
): Promise<PatchFault | undefined> {
  if (changes.length === 0 || (await isDone?.())) return undefined;
  const tree = await first();
  // By the second time there is a record of it.
  const again = await onto(room, tree, proposal, async () => true);
  return again.ok && (await again.value.tree()) === tree ? undefined : notTheSame(again, proposal);
}

async function onto(
  room: Quarantine,
  base: ObjectId,
  { steps }: Proposal,
  isRecorded: () => Promise<boolean>,
): Promise<Result<Applied, readonly PatchFault[]>> {
  if (steps.kind === "given-up") return refused(failed(steps.said));
  if (steps.kind === "diff") return await applyDiff(room, base, steps.bytes);
  const plain = await applySteps(room, base, steps.patch, false);
  if (plain.ok || !(await isRecorded())) return plain;
  return await applySteps(room, base, steps.patch, true);
}

/** Of each list of a failure contract; programs get all of it. */
const MOST_NAMED = 6;

function failed(said: GivenUp): PatchFault {
  const { exceeded_budget: over, ...lists } = said;
  const named = Object.entries(lists).flatMap(([key, items]) => {
    const more = items.length > MOST_NAMED ? [`${items.length - MOST_NAMED} more`] : [];
    return items.length === 0 ? [] : [`${key} ${[...items.slice(0, MOST_NAMED), ...more].join(", ")}`];
  });
  if (over.files + over.loc > 0) named.push(`exceeded_budget ${over.files} files and ${over.loc} lines`);
  const message = ["its author says that it failed", ...(named.length > 0 ? [named.join("; ")] : [])].join(
    ": ",
  );
  return {
    ...fault(undefined, message, "look at what it names, and ask for the change again"),
    contract: { kind: "given-up", ...said },
  };
}

function notTheSame(again: Result<Applied, readonly PatchFault[]>, { form }: Proposal): PatchFault {
  const first = again.ok ? undefined : again.error[0];
  return fault(
    first?.path,
    `applied to its own result the patch ${again.ok ? "would change it again" : `fails: ${first?.message ?? ""}`}`,
    form === "diff"
      ? "make the diff with more lines around its changes, so that they are found in one place alone: git diff -U20"
      : "write what takes the place of a text so that the text is not found in it again",
  );
}

function faultOf({ path, before, after }: ChangedEntry): readonly PatchFault[] {
  const read = stepPath(encodePath(path).toString("latin1"));
  if (!read.ok)
    return [fault(path, `this is not a path that a patch may name: ${read.error}`, "name another one")];
  if (before?.kind === "submodule" || after?.kind === "submodule")
    return [fault(path, "it is a submodule, which no patch changes", "do it with git submodule, by hand")];
  return [];
}

/** A link that is moved was there before; any other one is new. */
function unsafeLinks(changes: readonly ChangedEntry[]): readonly PatchFault[] {
  const gone = changes.flatMap(({ before, after }) =>
    after === undefined && before?.kind === "symlink" ? [before.id] : [],
  );
  return changes.flatMap(({ path, after }) =>
    after?.kind === "symlink" && !gone.includes(after.id)
      ? [
          fault(
            path,
            "it would be a symbolic link, and a patch makes none",
            "make it by hand, with ln -s and git add",
          ),
        ]
      : [],
  );
}

/** On many disks, names that differ only in case or composition are the same. */
async function lookAlikes(
  { repo }: Quarantine,
  treeOf: () => Promise<ObjectId>,
  changes: readonly ChangedEntry[],
): Promise<readonly PatchFault[]> {
  const trees = new Trees(repo.objects, repo.objectFormat);
  const faults: PatchFault[] = [];
  for (const { path, before, after } of changes) {
    if (before !== undefined || after === undefined) continue;
    const tree = await treeOf();
    const segments = path.split("/");
    for (const [depth, segment] of segments.entries()) {
      const folder = segments.slice(0, depth).join("/");
      const names = (await trees.names(tree, folder)).map((name) =>
        Buffer.from(name, "latin1").toString("utf8"),
      );
      const other = names.find((name) => name !== segment && folded(name) === folded(segment));
      if (other === undefined) continue;
      const place: RepoPath = [...segments.slice(0, depth), other].join("/");
      const message = `on a disk that is blind to case this is the same as ${showPath(place)}`;
      faults.push(fault(path, message, "give it a name that differs in more than case"));
      break;
    }
  }
  return faults;
}

function folded(name: string): string {
  return name.normalize("NFC").toLowerCase().toUpperCase();
}
