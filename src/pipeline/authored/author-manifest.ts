// `author_pipeline_manifest`: writes manifests that obey, or none (playbook, "New meta-tasks").
import { encodeText } from "../../base/byte-text.ts";
import { err, ok } from "../../base/result.ts";
import { manifestFaults } from "../../check/conformance/manifest-faults.ts";
import { codesOf, type Taken, takenCodes } from "../../check/conformance/taken-codes.ts";
import type { Author, AuthoredFile } from "../../check/refactor/run-authored.ts";
import { TaskFiles } from "../../check/task-files.ts";
import { listTree } from "../../git/objects/source.ts";
import type { JudgedFinding } from "../../model/finding.ts";
import { fileAt, WHOLE_CHANGE } from "../../model/place.ts";
import type { Task, TaskRemark } from "../../model/task.ts";
import { policyForChange } from "../../policy-source/in-force.ts";
import { authoredManifest, HOW_TO_EDIT } from "../../task/authored-manifest.ts";

export function authorManifest({ edits }: Pick<Task, "edits">, code: string | undefined): Author {
  return async (repo, base) => {
    if (edits.length === 0)
      return err([finding(undefined, "the task names no manifest to write", HOW_TO_EDIT)]);
    const after = { kind: "tree", id: base.tree } as const;
    const { policy } = await policyForChange(repo, base.parent, { after, files: async () => [] });
    const paths = [...(await listTree(repo, base.tree)).keys()];
    const kept = new TaskFiles(repo, { parent: base.tree, after: undefined, top: undefined });
    const faults: JudgedFinding[] = [];
    const files: AuthoredFile[] = [];
    const written = new Map<string, Taken>();
    for (const edit of edits) {
      const { path } = edit;
      const authored = authoredManifest(edit, paths);
      if (!authored.ok) {
        faults.push(finding(path, ...authored.error));
        continue;
      }
      const { text, manifest } = authored.value;
      const before = [...written].filter(([, other]) => other.path !== path);
      const taken = new Map([...(await takenCodes(kept, path)), ...before]);
      const all = [
        ...authored.value.faults,
        ...(manifest === undefined ? [] : manifestFaults(manifest, { policy, paths, code, taken })),
      ];
      for (const [own, phase] of manifest === undefined ? [] : codesOf(manifest, path))
        written.set(own, phase);
      faults.push(...all.map((fault) => against(fault, path, text)));
      files.push({ path, text, isNew: edit.op === "create" });
    }
    if (faults.length > 0) return err(faults);
    return ok({ files, notes: notesOf(files) });
  };
}

/** A fault with its place in what would be written. */
function against(
  { at, key, message, next = "mend it in the task" }: TaskRemark,
  path: string,
  text: string,
): JudgedFinding {
  const said = finding(path, key === undefined ? message : `${key}: ${message}`, next);
  if (at === undefined) return said;
  const line = encodeText(text.split("\n")[at.line - 1] ?? "");
  const end = { line: at.line, column: at.column + 1 };
  return { ...said, place: { kind: "span", path, span: { start: at, end }, line } };
}

function finding(path: string | undefined, message: string, hint: string): JudgedFinding {
  const place = path === undefined ? WHOLE_CHANGE : fileAt(path);
  return { place, message, hint, rule: "pipeline", level: "error", standing: { kind: "new" } };
}

function notesOf(files: readonly AuthoredFile[]): string {
  const paths = files.map(({ path }) => path).join(", ");
  return [
    `Impacted modules: ${paths}`,
    "Caller deltas: none",
    "Risks: none before the pipeline is run",
    "Mitigations: every phase obeys the playbook",
    `Undo: take back ${paths}`,
  ].join("\n");
}
