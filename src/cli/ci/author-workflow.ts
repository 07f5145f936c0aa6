// `create_ci_notifications`: the workflow of `arkitekt ci github`, as a patch (playbook, "New meta-tasks").
import { err, ok } from "../../base/result.ts";
import { version } from "../../base/version.ts";
import type { Author } from "../../check/refactor/run-authored.ts";
import { readOptions } from "../../ci/read-options.ts";
import { isSealed, seal } from "../../ci/seal.ts";
import { workflow } from "../../ci/workflow.ts";
import { Trees } from "../../git/objects/trees.ts";
import type { JudgedFinding } from "../../model/finding.ts";
import { fileAt, WHOLE_CHANGE } from "../../model/place.ts";
import { REQUESTS } from "../../model/project.ts";
import type { TaskWorkflow } from "../../model/task.ts";
import { policyForChange } from "../../policy-source/in-force.ts";
import { ciTexts } from "./write-ci.ts";

export function authorWorkflow({ discord = true, ...wished }: TaskWorkflow): Author {
  return async (repo, base) => {
    const after = { kind: "tree", id: base.tree } as const;
    const { policy } = await policyForChange(repo, base.parent, { after, files: async () => [] });
    const ofPolicy = {
      agentBranches: policy.project.agentBranches,
      requests: policy.project.requests ?? REQUESTS,
    };
    const options = readOptions({ ...wished, isDiscord: discord }, ofPolicy, version, spell);
    if (!options.ok) {
      const { message, next = "mend the task" } = options.error;
      return err([finding(undefined, message, next)]);
    }
    const texts = ciTexts(seal(workflow(options.value), "#"), options.value.program);
    const entries = await new Trees(repo.objects, repo.objectFormat).entries(
      base.tree,
      texts.map(([path]) => path),
    );
    const theirs: string[] = [];
    for (const [path] of texts) {
      const entry = entries.get(path);
      if (entry === undefined) continue;
      const { bytes } = await repo.objects.get(entry.id, Number.POSITIVE_INFINITY);
      if (bytes === undefined || !isSealed(bytes.toString("utf8"))) theirs.push(path);
    }
    if (theirs.length > 0)
      return err(
        theirs.map((path) => finding(path, THEIRS, "move it away, or write by hand what is missing in it")),
      );
    const files = texts.map(([path, text]) => ({ path, text, isNew: false }));
    const paths = files.map(({ path }) => path);
    return ok({ files, notes: notesOf(paths, discord) });
  };
}

/** By the names of a task's keys. */
const spell = (name: string) => name.replaceAll("-", "_");

const THEIRS = "it was written, or changed, by somebody else, so it is left as it is";

function finding(path: string | undefined, message: string, hint: string): JudgedFinding {
  const place = path === undefined ? WHOLE_CHANGE : fileAt(path);
  return { place, message, hint, rule: "ci", level: "error", standing: { kind: "new" } };
}

function notesOf(paths: readonly string[], isDiscord: boolean): string {
  return [
    `Impacted modules: none; ${paths.join(", ")}`,
    "Caller deltas: none",
    `Risks: it runs on what is pushed from then on${isDiscord ? ", and tells Discord if the secret DISCORD_WEBHOOK is set" : ""}`,
    "Mitigations: it judges with the same program as the hooks, and holds no secret",
    `Undo: delete ${paths.join(" and ")}`,
  ].join("\n");
}
