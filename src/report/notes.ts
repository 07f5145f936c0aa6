import { readable } from "../base/byte-text.ts";
import { type RepoPath, showPath } from "../base/repo-path.ts";
import { count, list } from "../base/wording.ts";
import type { JudgedFinding } from "../model/finding.ts";
import type { LostLink, Note } from "../model/note.ts";
import { OVERRIDE_TRAILER } from "../model/override.ts";

/** Something that was not judged, or not as it would have been, with the reason. */
export interface Remark {
  readonly what: string;
  readonly why: string;
}

export function remarkOf(note: Note): Remark {
  switch (note.kind) {
    case "too-large":
      return { what: showPath(note.path), why: tooLarge(note) };
    case "not-parsed":
      return { what: `the code of ${showPath(note.path)}`, why: "it does not parse, so no rule has read it" };
    case "becomes-lua":
      return { what: someOf(note.paths), why: becomesLua(note.paths.length) };
    case "link-not-followed":
      return { what: showPath(note.path), why: `it is a symbolic link ${LEADS[note.to]}` };
    case "override-refused":
      return { what: `an override of ${note.rule}`, why: "the policy does not allow it here" };
    case "override-idle":
      return { what: `an override of ${note.rule}`, why: "nothing in this commit needs it" };
    case "override-in-fixup":
      return {
        what: `the override of ${note.rule}`,
        why: "Git drops the message of a fixup!; that of a --squash stays",
      };
    case "override-lost": {
      const { rule, reason, commit } = note;
      return {
        what: `the override of ${rule} that ${commit.id.slice(0, 8)} ${commit.title} recorded`,
        why: `its message is not in what is pushed; this line in that of the commit puts it back: ${OVERRIDE_TRAILER}: ${rule}: ${reason}`,
      };
    }
    case "before-first-policy": {
      const { id, title } = note.commit;
      return { what: `commit ${id.slice(0, 8)} ${title}`, why: "it was made before there was a policy" };
    }
    case "ref-to-file":
      return { what: note.ref, why: "it points to a single file, which has no path" };
    case "ref-without-code":
      return { what: note.ref, why: "it is not among the refs that push.refs judges" };
    case "baseline-stale":
      return {
        what: `the baseline's ${count(note.listed, "finding")} of ${note.rule} in ${showPath(note.path)}`,
        why: `${note.found === 0 ? "none is" : `${note.found} ${note.found === 1 ? "is" : "are"}`} left; arkitekt baseline --write shrinks it`,
      };
    case "nothing-staged":
      return { what: "the index", why: "nothing is staged" };
    case "nothing-changed":
      return { what: "the working tree", why: "nothing is changed" };
    case "no-commits":
      return { what: note.range, why: "B has no commit that A lacks" };
    case "unmerged":
      return { what: showPath(note.path), why: "its merge is not decided yet" };
    case "task-from-disk":
      return { what: showPath(note.path), why: "Git ignores it, so no other clone has this task" };
    case "name-not-text":
      return { what: showPath(note.path), why: "a fixer can't be given a name that is not text" };
  }
}

const LEADS: Readonly<Record<LostLink, string>> = {
  outside: "that leads out of the repository",
  submodule: "into a submodule, which is judged by itself",
  backslash: "with a backslash, which leads to another place on Windows than elsewhere",
};

function someOf(paths: readonly RepoPath[]): string {
  const more = paths.length > 4 ? [`${paths.length - 3} more`] : [];
  return list([...paths.slice(0, more.length > 0 ? 3 : 4).map(showPath), ...more], "and");
}

function becomesLua(files: number): string {
  return files === 1
    ? "what requires it finds it; it becomes Lua only when it is built"
    : "what requires them finds them; they become Lua only when they are built";
}

/** A note for programs: its kind and facts, with the words that people read. */
export function noteRecord(note: Note) {
  return { ...note, ...remarkOf(note) };
}

function tooLarge({ size, limit }: Extract<Note, { kind: "too-large" }>): string {
  if (size === undefined) return `larger than limits.fileBytes (${limit})`;
  return sizeOverLimit(size, limit);
}

function sizeOverLimit(size: number, limit: number): string {
  return `${bytes(size)} is more than the ${bytes(limit)} that are read`;
}

function bytes(size: number): string {
  return size < 100_000 ? `${size} bytes` : `${(size / 1e6).toFixed(1)} MB`;
}

/** What else a suppression of a rule lets through. */
const BESIDES: Readonly<Record<string, string>> = {
  "lua-parse": "; no other rule has looked at that line",
};

/** One for each comment that silences findings, however many they are. */
export function suppressions(findings: readonly JudgedFinding[]): Remark[] {
  const found = new Map<string, { remark: Remark; times: number }>();
  for (const { rule, place, standing, commit } of findings) {
    if (standing.kind !== "suppressed" || place.kind !== "span") continue;
    const what = `${rule} at ${showPath(place.path)}:${place.span.start.line}`;
    const key = `${commit}\0${standing.line}\0${what}`;
    const remark = { what, why: `arkitekt-off: ${readable(standing.reason)}${BESIDES[rule] ?? ""}` };
    found.set(key, { remark, times: (found.get(key)?.times ?? 0) + 1 });
  }
  return [...found.values()].map(({ remark, times }) =>
    times === 1 ? remark : { ...remark, what: `${remark.what} (${count(times, "finding")})` },
  );
}

/** One for each rule that an override let through, in each commit. */
export function overrides(findings: readonly JudgedFinding[]): Remark[] {
  const found = new Map<string, Remark>();
  for (const { rule, standing, commit } of findings) {
    if (standing.kind === "overridden") found.set(`${commit}\0${rule}`, { what: rule, why: standing.reason });
  }
  return [...found.values()];
}
