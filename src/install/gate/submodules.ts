// A submodule is a repository of its own, with its own Git folder and its own policy. One that has a policy is gated with
// the clone that holds it; one without is somebody else's code, and is named.

import { join } from "node:path";
import type { Result } from "../../base/result.ts";
import { nulList } from "../../git/process/nul-list.ts";
import type { Failure } from "../../model/failure.ts";
import { isThere } from "../../system/folders.ts";
import { type Clone, readClone } from "./clone.ts";
import { policyPlaceOf } from "./initial-policy.ts";
import type { InstallReport, SubmoduleReport } from "./install-report.ts";

export async function installSubmodules(
  clone: Clone,
  install: (repo: string) => Promise<Result<InstallReport, Failure>>,
): Promise<readonly SubmoduleReport[]> {
  const reports: SubmoduleReport[] = [];
  for (const path of checkedOutSubmodules(clone)) {
    const repo = join(clone.workTree ?? "", path);
    const inner = readClone(repo, clone.env);
    if (!inner.ok) {
      reports.push({ kind: "refused", path, why: inner.error });
    } else if (policyPlaceOf(inner.value) === undefined) {
      reports.push({ kind: "no-policy", path });
    } else {
      const done = await install(repo);
      reports.push(
        done.ok ? { kind: "gated", path, report: done.value } : { kind: "refused", path, why: done.error },
      );
    }
  }
  return reports;
}

/** Paths of the submodules that have a working tree, as `.gitmodules` names them. */
export function checkedOutSubmodules({ workTree, git }: Clone): readonly string[] {
  if (workTree === undefined || !isThere(join(workTree, ".gitmodules"))) return [];
  const what = ["--file", ".gitmodules", "-z", "--get-regexp", "^submodule\\..*\\.path$"];
  return nulList(git("config", ...what).stdout)
    .flatMap((entry) => (entry.includes("\n") ? [entry.slice(entry.indexOf("\n") + 1)] : []))
    .filter((path) => isThere(join(workTree, path, ".git")))
    .sort();
}
