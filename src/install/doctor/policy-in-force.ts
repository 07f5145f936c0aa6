// The policy that hooks go by: the last commit's, or the working tree's where no commit has one yet.
import { join } from "node:path";
import { ok, type Result } from "../../base/result.ts";
import type { PolicyFault } from "../../policy/faults/fault.ts";
import type { FoundPolicy } from "../../policy/policy.ts";
import { ALL_PLACES } from "../../policy/read/places.ts";
import { readPolicy } from "../../policy/read/read-policy.ts";
import { readFileIfThere } from "../../system/files.ts";
import type { Clone } from "../gate/clone.ts";

export async function policyInForce(
  clone: Clone,
): Promise<Result<(FoundPolicy & { readonly isCommitted: boolean }) | undefined, readonly PolicyFault[]>> {
  for (const isCommitted of [true, false]) {
    const read = await readPolicy(isCommitted ? committedFiles(clone) : treeFiles(clone));
    if (!read.ok) return read;
    if (read.value !== undefined) return ok({ ...read.value, isCommitted });
  }
  return ok(undefined);
}

function committedFiles({ git }: Clone): ReadonlyMap<string, Buffer> {
  const listed = git("ls-tree", "-z", "--name-only", "--full-tree", "HEAD", "--", ...ALL_PLACES);
  const paths = listed.code === 0 ? listed.stdout.split("\0").filter((path) => path !== "") : [];
  return new Map(
    paths.map((path) => [path, Buffer.from(git("cat-file", "blob", `HEAD:${path}`).stdout, "utf8")]),
  );
}

function treeFiles({ workTree }: Clone): ReadonlyMap<string, Buffer> {
  if (workTree === undefined) return new Map();
  return new Map(
    ALL_PLACES.flatMap((path) => {
      const contents = readFileIfThere(join(workTree, path));
      return contents === undefined ? [] : [[path, contents] as const];
    }),
  );
}
