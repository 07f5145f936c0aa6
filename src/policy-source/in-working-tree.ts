// The policy as it lies in a folder, whatever Git knows about it: for what sets up, proves or writes, and for whoever names the folder.
// What a hook judges by never comes from here.
import { join } from "node:path";
import { ALL_PLACES } from "../policy/read/places.ts";
import { readPolicy } from "../policy/read/read-policy.ts";
import { readFileIfThere } from "../system/files.ts";
import { findPolicyFiles } from "../system/find-policy-files.ts";
import { type PolicyRead, policyOf } from "./policy-at.ts";

export async function policyInWorkingTree(folder: string): Promise<PolicyRead> {
  const files = findPolicyFiles(folder, ALL_PLACES).flatMap((path) => {
    const bytes = readFileIfThere(join(folder, path));
    return bytes === undefined ? [] : [[path, bytes] as const];
  });
  return policyOf(await readPolicy(new Map(files)));
}
