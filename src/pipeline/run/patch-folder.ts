// Patches that were handed in as files, each with the name of its phase.
import { join } from "node:path";
import { CannotLook, failure } from "../../model/failure.ts";
import type { ManifestPhase } from "../../model/pipeline.ts";
import type { Proposal } from "../../patch/proposal.ts";
import { readProposal } from "../../patch/read-proposal.ts";
import { isFolder, namesIn } from "../../system/folders.ts";
import { readNamedFile } from "../../system/places.ts";

export interface PatchFolder {
  /** The file of each phase that has one, by the phase's name. */
  readonly files: ReadonlyMap<string, string>;
  /** Names of files that no phase has. */
  readonly others: readonly string[];
}

const ENDINGS = [".patch", ".diff", ".json"];

/** Two files for one phase are refused: nobody can tell which is meant. */
export function readPatchFolder(folder: string, phases: readonly ManifestPhase[]): PatchFolder {
  if (!isFolder(folder))
    throw new CannotLook(
      failure(
        "bad-arguments",
        `--patches ${folder} is not a folder`,
        "name the folder that holds the patches",
      ),
    );
  const names = namesIn(folder).filter((name) => ENDINGS.some((ending) => name.endsWith(ending)));
  const files = new Map<string, string>();
  for (const phase of phases) {
    const own = names.filter((name) => ENDINGS.some((ending) => name === `${phase.name}${ending}`));
    const [first, second] = own;
    if (second !== undefined)
      throw new CannotLook(
        failure(
          "bad-arguments",
          `${own.join(" and ")} are both for the phase ${phase.name}`,
          "keep one of them",
          folder,
        ),
      );
    if (first !== undefined) files.set(phase.name, join(folder, first));
  }
  const taken = new Set(files.values());
  return { files, others: names.filter((name) => !taken.has(join(folder, name))) };
}

/** In bytes. */
const LARGEST_PATCH = 64 << 20;

/** What can't be read as a patch is `CannotLook` of the kind "bad-patch". */
export function patchIn(file: string): Proposal {
  return proposalOf(readNamedFile(file, LARGEST_PATCH));
}

export function proposalOf(bytes: Buffer): Proposal {
  const proposal = readProposal(bytes, undefined);
  if (proposal.ok) return proposal.value;
  throw new CannotLook(proposal.error);
}
