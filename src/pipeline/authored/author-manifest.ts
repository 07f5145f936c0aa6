// `author_pipeline_manifest`: writes manifests that obey, or none (playbook, "New meta-tasks").
import { encodeText } from "../../base/byte-text.ts";
import { err, ok } from "../../base/result.ts";
import { manifestFaults } from "../../check/conformance/manifest-faults.ts";
import type { Author, AuthoredFile } from "../../check/refactor/run-authored.ts";
import { listTree } from "../../git/objects/source.ts";
import { type JsonValue, prettyJson } from "../../json/value.ts";
import type { JudgedFinding } from "../../model/finding.ts";
import { fileAt, WHOLE_CHANGE } from "../../model/place.ts";
import type { Task, TaskEdit, TaskRemark } from "../../model/task.ts";
import { policyForChange } from "../../policy-source/in-force.ts";
import { manifestName } from "../../task/manifest-file.ts";
import { readManifest } from "../../task/read-manifest.ts";

export function authorManifest({ edits }: Pick<Task, "edits">, code: string | undefined): Author {
  return async (repo, base) => {
    if (edits.length === 0) return err([finding(undefined, "the task names no manifest to write", NO_EDITS)]);
    const after = { kind: "tree", id: base.tree } as const;
    const { policy } = await policyForChange(repo, base.parent, { after, files: async () => [] });
    const paths = [...(await listTree(repo, base.tree)).keys()];
    const faults: JudgedFinding[] = [];
    const files: AuthoredFile[] = [];
    for (const edit of edits) {
      const { path } = edit;
      const text = textOf(edit.contents);
      const misplaced = placeFault(edit, paths);
      if (text === undefined) faults.push(finding(path, "contents: what it is to hold is missing", NO_EDITS));
      else if (misplaced !== undefined) faults.push(finding(path, ...misplaced));
      else {
        const read = readManifest(Buffer.from(text), { where: "change", path });
        const all = read.ok
          ? [...read.value.faults, ...manifestFaults(read.value.manifest, { policy, paths, code })]
          : [read.error];
        faults.push(...all.map((fault) => against(fault, path, text)));
        files.push({ path, text, isNew: edit.op === "create" });
      }
    }
    if (faults.length > 0) return err(faults);
    return ok({ files, notes: notesOf(files) });
  };
}

const NO_EDITS =
  'write "edits": [{"path": ".codex/pipeline.json", "op": "create", "contents": {"phases": […]}}]';

function textOf(contents: unknown): string | undefined {
  if (contents === undefined || contents === null) return undefined;
  return typeof contents === "string" ? contents : prettyJson(contents as JsonValue);
}

/** What is against the place that an edit names. */
function placeFault({ path, op }: TaskEdit, paths: readonly string[]): readonly [string, string] | undefined {
  if (manifestName(path) === undefined)
    return ["this is no place of a manifest", "name .codex/pipeline.json, or .codex/pipeline-<name>.json"];
  if (op === "update" && !paths.includes(path))
    return ["there is no such manifest to update", 'write "op": "create"'];
  return undefined;
}

/** With its place in what would be written. */
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
