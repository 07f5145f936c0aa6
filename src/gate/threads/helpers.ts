// Files that are judged by other threads at the same time: what they are handed, and how each of them judges.
import type { RepoPath } from "../../base/repo-path.ts";
import type { Blob, ObjectId, Source } from "../../model/change.ts";
import { isLua, versionOf } from "../../modules/lua-files.ts";
import type { FileRule, Rule } from "../../rule/rule.ts";
import { Files, type FileVersion } from "../files.ts";
import { inspectTasks } from "../inspect-file.ts";
import type { FileTask } from "../select.ts";
import type { Terms } from "../terms.ts";
import type { Handed, HandedFile, Helped } from "./handed.ts";

/** With fewer all is judged before a thread has started. */
export const ENOUGH_FOR_HELP = 150;

export interface HandedOver {
  readonly files: ReadonlySet<FileVersion>;
  /** What became of them; one that is missing has to be judged here. */
  readonly helped: Promise<ReadonlyMap<FileVersion, Helped>>;
}

/** Hands each helper its share of these files; none that needs more than its own text. */
export function handOver(
  tasks: readonly (readonly [FileVersion, readonly FileTask[]])[],
  files: Files,
  terms: Terms,
): HandedOver {
  const { helpers } = terms;
  const shares: HandedFile[][] = Array.from({ length: helpers?.count ?? 0 }, () => []);
  // The first place is that of the thread that asks.
  const loads = [0, ...shares.map(() => 0)];
  for (const [file, its] of tasks) {
    const bytes = file.entry.target === undefined ? files.bytes(file.entry) : undefined;
    const least = loads.indexOf(Math.min(...loads));
    loads[least] = (loads[least] ?? 0) + (bytes?.length ?? 0);
    const given = its.map(({ rule, options, subject }) => ({ rule: rule.id, options, subject }));
    if (bytes !== undefined) shares[least - 1]?.push({ file, tasks: given, bytes });
  }
  const { project, today, isStrictOnDates = false, code, task, sizeLimit } = terms;
  const handed = { project, today, isStrictOnDates, code, task, sizeLimit };
  const helped = shares.map(async (share, helper) => {
    const found = share.length === 0 ? [] : await helpers?.help(helper, { files: share, terms: handed });
    return share.flatMap(({ file }, index) => {
      const one = found?.[index];
      return one === undefined ? [] : [[file, one] as const];
    });
  });
  return {
    files: new Set(shares.flat().map(({ file }) => file)),
    helped: Promise.all(helped).then((each) => new Map(each.flat())),
  };
}

/** What a helper does with its share. */
export async function judgeHanded(
  { files: handed, terms }: Handed,
  rules: readonly Rule[],
): Promise<readonly Helped[]> {
  const fileRules = new Map<string, FileRule<unknown>>(
    rules.flatMap((rule) => (rule.kind === "file" ? [[rule.id, rule]] : [])),
  );
  const files = new Files(sourceOf(handed), terms.sizeLimit, (path: RepoPath, text) =>
    versionOf(path, terms.project, text),
  );
  await files.load(handed.map(({ file }) => file));
  // Only where a link is judged is more asked of the terms, and none is handed over.
  const whole = terms as Terms;
  return handed.map(({ file, tasks }) => {
    const its = tasks.map(({ rule, options, subject }): FileTask => {
      const known = fileRules.get(rule);
      if (known === undefined) throw new Error(`no rule about files is called ${rule}`);
      return { rule: known, file, options, subject };
    });
    const found = inspectTasks(file, its, files, whole).map(({ rule, finding }) => ({ rule, finding }));
    const isBroken = isLua(file.path, terms.project) && files.get(file)?.lua.isSound === false;
    files.release(file);
    return { found, isBroken };
  });
}

/** What was handed over, and nothing else. */
function sourceOf(handed: readonly HandedFile[]): Pick<Source, "load"> {
  const blobs = new Map<ObjectId, Blob>(
    handed.map(({ file, bytes }) => [
      file.entry.id,
      { kind: "bytes", bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
    ]),
  );
  return { load: async () => blobs };
}
