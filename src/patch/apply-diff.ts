// A unified diff, by Git's own hand. What can be turned round is done already.
import { decodePath, type RepoPath, showPath } from "../base/repo-path.ts";
import { ok, type Result } from "../base/result.ts";
import type { Quarantine } from "../git/write/quarantine.ts";
import type { ObjectId } from "../model/change.ts";
import { CannotLook, failure } from "../model/failure.ts";
import type { Applied } from "./apply-steps.ts";
import { fault, missing, type PatchFault, refused } from "./fault.ts";
import { stepPath } from "./step-path.ts";

/** The quarantine's index holds the base. */
export async function applyDiff(
  room: Quarantine,
  base: ObjectId,
  diff: Buffer,
): Promise<Result<Applied, readonly PatchFault[]>> {
  const text = diff.toString("latin1");
  const level = isWithoutPrefixes(text) ? "-p0" : "-p1";
  const [whole, turned] = await Promise.all([
    apply(room, diff, [level, "--check"]),
    apply(room, diff, [level, "--check", "-R"]),
  ]);
  refuseUnreadable(whole);
  if (whole.code === 0 && turned.code !== 0) {
    await apply(room, diff, [level]);
    return ok({ tree: await room.writeTree(), done: [] });
  }
  if (whole.code !== 0 && turned.code === 0)
    return ok({ tree: base, done: ["the whole diff is applied already"] });
  return await fileByFile(room, text, level);
}

interface Answer {
  readonly code: number;
  readonly stderr: string;
}

async function apply(room: Quarantine, diff: Buffer, options: readonly string[]): Promise<Answer> {
  const settings = ["-c", "apply.ignoreWhitespace=no", "-c", "apply.whitespace=nowarn"];
  return await room.index.run(
    [...settings, "apply", "--cached", "--whitespace=nowarn", "-v", ...options, "-"],
    {
      input: diff,
      okCodes: [0, 1, 128],
      mayComplain: true,
    },
  );
}

/** Each file by itself, in the order of the diff. */
async function fileByFile(
  room: Quarantine,
  text: string,
  level: string,
): Promise<Result<Applied, readonly PatchFault[]>> {
  const done: string[] = [];
  const faults: PatchFault[] = [];
  for (const section of sectionsOf(text)) {
    const bytes = Buffer.from(section, "latin1");
    const forward = await apply(room, bytes, [level, "--check"]);
    const turned = await apply(room, bytes, [level, "--check", "-R"]);
    const isDone = turned.code === 0 && (forward.code !== 0 || drift(turned) < drift(forward));
    if (isDone) done.push(`${nameOf(section)} is changed already`);
    else if (forward.code === 0) await apply(room, bytes, [level]);
    else faults.push(...faultsIn(forward.stderr, section));
  }
  return faults.length > 0 ? refused(...faults) : ok({ tree: await room.writeTree(), done });
}

/** How many lines away from where they should be the hunks were found. */
function drift({ stderr }: Answer): number {
  const offsets = [...stderr.matchAll(/\(offset (-?\d+) lines?\)/g)].map(([, lines]) =>
    Math.abs(Number(lines)),
  );
  return offsets.reduce((sum, lines) => sum + lines, 0);
}

function sectionsOf(text: string): readonly string[] {
  const isGit = /^diff --git /m.test(text);
  const heads = [...text.matchAll(isGit ? /^diff --git /gm : /^--- .*\n\+\+\+ .*\n@@ /gm)].map(
    ({ index }) => index,
  );
  return heads.map((start, at) => text.slice(start, heads[at + 1]));
}

function nameOf(section: string): string {
  const name =
    /^(?:\+\+\+ (?!\/dev\/null)|--- (?!\/dev\/null)|rename to |diff --git )(?:[abciow]\/)?([^\t\n]*)/m.exec(
      section,
    )?.[1];
  return showPath(decodePath(Buffer.from(name ?? "a file", "latin1")));
}

/** Git's own words, one finding for each. */
function faultsIn(stderr: string, section: string): readonly PatchFault[] {
  const faults = stderr.split("\n").flatMap((line): PatchFault[] => {
    const said = /^error: (.*)$/.exec(line)?.[1] ?? "";
    const failed = /^patch failed: (.*):(\d+)$/.exec(said);
    if (failed !== null)
      return [
        fault(
          pathIn(failed[1]),
          `the diff does not fit at line ${failed[2]}`,
          "make it anew from what is staged now",
        ),
      ];
    if (/: patch does not apply$/.test(said) || /^while searching for:$/.test(said) || said === "") return [];
    const gone = /^(.*): does not exist in index$/.exec(said);
    if (gone !== null)
      return [
        missing(pathIn(gone[1]) ?? "", "the diff changes it, and there is no such file", "correct its path"),
      ];
    const there = /^(.*): already exists in index$/.exec(said);
    if (there !== null)
      return [
        fault(
          pathIn(there[1]),
          "the diff makes it, and there is a file already",
          "make it anew from what is staged now",
        ),
      ];
    const path = /^(?:invalid path|affected file) '(.*?)'/.exec(said)?.[1];
    return [fault(pathIn(path), said, "make the diff anew from what is staged now")];
  });
  if (faults.length > 0) return faults;
  return [
    fault(
      undefined,
      `the part for ${nameOf(section)} does not apply`,
      "make it anew from what is staged now",
    ),
  ];
}

function pathIn(text: string | undefined): RepoPath | undefined {
  if (text === undefined) return undefined;
  const path = stepPath(Buffer.from(text, "utf8").toString("latin1"));
  return path.ok ? path.value : undefined;
}

function refuseUnreadable({ stderr, code }: Answer): void {
  if (code === 0) return;
  const said =
    /^error: (.*(?:corrupt|No valid patches|unrecognized input|git diff header|inconsistent|patch fragment without header|Only garbage).*)$/im.exec(
      stderr,
    )?.[1];
  if (said === undefined) return;
  const next = "make it anew with git diff, and hand it in whole";
  throw new CannotLook(failure("bad-patch", `the patch can't be read: git apply says: ${said}`, next));
}

/** `git diff --no-prefix` and many a tool write the bare path. */
function isWithoutPrefixes(text: string): boolean {
  const names = [...text.matchAll(/^(?:---|\+\+\+) (?!\/dev\/null)"?([^\t\n]*)/gm)].map(
    ([, name = ""]) => name,
  );
  return names.length > 0 && names.every((name) => !/^[abciow]\//.test(name));
}
