import { byteTextOf } from "../base/byte-text.ts";
import { addDays } from "../base/calendar.ts";
import { LineIndex } from "../base/position.ts";
import type { RepoPath } from "../base/repo-path.ts";
import { silencedLines } from "../gate/suppression/suppress.ts";
import { LuaSource } from "../lua/source.ts";
import type { FixRemark } from "../model/fix-report.ts";
import type { EditedContents } from "../model/patch.ts";
import type { Project } from "../model/project.ts";
import { isOwnLua, versionOf } from "../modules/lua-files.ts";
import type { ByHand } from "./edit.ts";
import { requireNameEdits } from "./require-names.ts";
import { settle } from "./settle.ts";
import { shimDateEdits } from "./shim-dates.ts";

export interface MendTerms {
  readonly project: Project;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Whether the policy holds a rule for a file. */
  isOn(rule: string, path: RepoPath): boolean;
}

export interface Mended {
  /** What the file is to hold; undefined when nothing is mended. */
  readonly edit: EditedContents | undefined;
  readonly mends: readonly FixRemark[];
  /** What the same rules report and no edit mends. */
  readonly byHand: readonly FixRemark[];
}

/**
 * Mends what is mechanical in one file: separators and retired namespaces of required modules, and missing dates of shims.
 * Where the policy has a rule off, or a comment silences it, nothing is done. A text that is not Lua stays as it is.
 */
export function mend(path: RepoPath, bytes: Buffer, terms: MendTerms): Mended {
  const { project, today } = terms;
  if (!isOwnLua(path, project)) return { edit: undefined, mends: [], byHand: [] };
  const text = byteTextOf(bytes);
  const version = versionOf(path, project);
  const source = new LuaSource(text, version);
  const lines = new LineIndex(text);
  if (!source.syntax.ok) return { edit: undefined, mends: [], byHand: [] };
  const silenced = silencedLines({ text, lines, lua: source });
  const isOn = (rule: string, offset: number) =>
    terms.isOn(rule, path) && silenced.get(rule)?.has(lines.at(offset).line) !== true;
  const found = [
    requireNameEdits(source, project, isOn),
    shimDateEdits(source, addDays(today, project.shims.maxDays), isOn),
  ];
  const { kept, refused, after } = settle(
    text,
    version,
    found.flatMap(({ edits }) => edits),
  );
  const remark = ({ rule, range, says }: ByHand): FixRemark => ({ rule, at: lines.at(range.start), says });
  return {
    edit:
      kept.length === 0
        ? undefined
        : { kind: "contents", path, contents: Buffer.from(after, "latin1"), isNew: false },
    mends: inOrder(kept.map(remark)),
    byHand: inOrder([...found.flatMap(({ byHand }) => byHand), ...refused].map(remark)),
  };
}

function inOrder(remarks: readonly FixRemark[]): FixRemark[] {
  return remarks.toSorted((a, b) => a.at.line - b.at.line || a.at.column - b.at.column);
}
