// A unified diff, applied by Git itself. What applies in reverse is done already.
import { decodePath, showPath } from "../base/repo-path.ts";
import { ok, type Result } from "../base/result.ts";
import { stagedAgainst, stagedSide } from "../git/changes/staged.ts";
import { Trees } from "../git/objects/trees.ts";
import type { Git } from "../git/process/git.ts";
import type { Quarantine } from "../git/write/quarantine.ts";
import type { FileChange, ObjectId } from "../model/change.ts";
import { CannotLook, failure } from "../model/failure.ts";
import type { Applied } from "./apply-steps.ts";
import { DiffProof } from "./diff-proof.ts";
import { fault, missing, type PatchFault, refused } from "./fault.ts";
import { hunkByHunk } from "./hunk-by-hunk.ts";
import { plainDiff } from "./plain-diff.ts";
import { type DiffSection, readDiff } from "./read-diff.ts";
import { stepPath } from "./step-path.ts";

/** The quarantine's index holds the base. */
export async function applyDiff(
  room: Quarantine,
  base: ObjectId,
  bytes: Buffer,
): Promise<Result<Applied, readonly PatchFault[]>> {
  const text = withEnd(bytes.toString("latin1"));
  const sections = readDiff(text);
  if (!sections.ok) throw unreadable(sections.error);
  if (sections.value.length === 0) throw unreadable("it names no file");
  const diff = Buffer.from(text, "latin1");
  const level = sections.value.some(({ isBare }) => isBare === true) ? "-p0" : "-p1";
  // Git applies all of it or nothing: trying it first would cost one more process.
  const before = room.copyOfIndex();
  const whole = await apply(room.index, diff, [level]);
  refuseUnreadable(whole);
  if (whole.code !== 0) {
    if (await isDone(room.index, diff, level))
      return ok({ tree: async () => base, files: [], done: [ALL_DONE] });
    return await fileByFile(room, sections.value, level);
  }
  const { diff: changed, files } = await stagedAgainst(room.inIndex, base);
  if (files.length === 0) return ok({ tree: async () => base, files: [], done: [ALL_DONE] });
  const proof = proofOf(room, sections.value, whole, files);
  // What went elsewhere than where it says may be there already.
  if (!(await proof?.wasNotDone()) && (hasMoved(whole) || (await isDone(before, diff, level)))) {
    await room.readTree(base);
    return await fileByFile(room, sections.value, level);
  }
  let tree: Promise<ObjectId> | undefined;
  const written = () => {
    tree ??= room.writeTree();
    return tree;
  };
  return ok({
    tree: written,
    staged: stagedSide(base, changed),
    done: [],
    files,
    ...(proof && { isDone: () => proof.isDone() }),
  });
}

const ALL_DONE = "the whole diff is applied already";

/** Without a process of Git's, where the text of the diff and of what it changes can tell. */
function proofOf(
  { repo }: Quarantine,
  sections: readonly DiffSection[],
  applied: Answer,
  files: readonly FileChange[],
): DiffProof | undefined {
  const plain = hasMoved(applied) ? undefined : plainDiff(sections);
  const read = async (id: ObjectId) => (await repo.objects.get(id, MOST)).bytes?.toString("latin1");
  return plain && new DiffProof(plain, files, read);
}

/** In bytes; a larger file is Git's to look at. */
const MOST = 4 << 20;

async function isDone(index: Git, diff: Buffer, level: string): Promise<boolean> {
  return (await apply(index, diff, [level, "--check", "-R"])).code === 0;
}

/** When a diff is copied out of a text, the end of its last line is often left out. */
function withEnd(text: string): string {
  return text.endsWith("\n") ? text : `${text}\n`;
}

interface Answer {
  readonly code: number;
  readonly stderr: string;
}

async function apply(index: Git, diff: Buffer, options: readonly string[]): Promise<Answer> {
  const settings = ["-c", "apply.ignoreWhitespace=no", "-c", "apply.whitespace=nowarn"];
  return await index.run([...settings, "apply", "--cached", "--whitespace=nowarn", "-v", ...options, "-"], {
    input: diff,
    okCodes: [0, 1, 128],
    mayComplain: true,
  });
}

/** Each file by itself, in the order of the diff. */
async function fileByFile(
  room: Quarantine,
  sections: readonly DiffSection[],
  level: string,
): Promise<Result<Applied, readonly PatchFault[]>> {
  const done: string[] = [];
  const faults: PatchFault[] = [];
  for (const { text, isCopy } of sections) {
    const bytes = Buffer.from(text, "latin1");
    const { forward, isDone } = await looked(room.index, bytes, level);
    if (isDone || (isCopy && (await isCopied(room, bytes, level))))
      done.push(`${nameOf(text)} is changed already`);
    else if (forward.code === 0 && !hasMoved(forward)) faults.push(...(await put(room.index, text, level)));
    else faults.push(...(await eachHunk(room, text, level, done)));
  }
  return faults.length > 0 ? refused(...faults) : ok({ tree: () => room.writeTree(), done });
}

/** Each hunk by itself: what is wrong with the first that neither fits nor is there already. `done` is told of those that are. */
async function eachHunk(
  room: Quarantine,
  section: string,
  level: string,
  done: string[],
): Promise<readonly PatchFault[]> {
  for (const [at, hunk] of hunkByHunk(section).entries()) {
    const bytes = Buffer.from(hunk, "latin1");
    const { forward, isDone } = await looked(room.index, bytes, level);
    if (isDone) done.push(`${nameOf(section)}: hunk ${at + 1} is there already`);
    else {
      const found =
        forward.code === 0 ? await put(room.index, hunk, level) : faultsIn(forward.stderr, section);
      if (found.length > 0) return found;
    }
  }
  return [];
}

/** What fits its files may still not fit the index: a file where a folder is. */
async function put(index: Git, section: string, level: string): Promise<readonly PatchFault[]> {
  const { code, stderr } = await apply(index, Buffer.from(section, "latin1"), [level]);
  return code === 0 ? [] : faultsIn(stderr, section);
}

/** Where it could be applied and taken back, it is done if what it makes is nearer to where it says. */
async function looked(
  index: Git,
  diff: Buffer,
  level: string,
): Promise<{ readonly forward: Answer; readonly isDone: boolean }> {
  const forward = await apply(index, diff, [level, "--check"]);
  const turned = await apply(index, diff, [level, "--check", "-R"]);
  const isDone = turned.code === 0 && (forward.code !== 0 || drift(turned) < drift(forward));
  return { forward, isDone };
}

/** How many lines away from where they should be the hunks were found. */
function drift({ stderr }: Answer): number {
  const offsets = [...stderr.matchAll(new RegExp(HAS_MOVED, "g"))].map(([, lines]) =>
    Math.abs(Number(lines)),
  );
  return offsets.reduce((sum, lines) => sum + lines, 0);
}

function hasMoved({ stderr }: Answer): boolean {
  return HAS_MOVED.test(stderr);
}

const HAS_MOVED = /\(offset (-?\d+) lines?\)/;

/** Git does not reverse a copy. One counts as done if it comes out as it is there once it is removed. */
async function isCopied(room: Quarantine, bytes: Buffer, level: string): Promise<boolean> {
  const listed = await room.index.run(["apply", "--numstat", "-z", level, "-"], { input: bytes });
  const path = decodePath(listed.stdout.subarray(listed.stdout.lastIndexOf("\t") + 1, -1));
  const entryNow = async () => {
    const tree = await room.writeTree();
    return await new Trees(room.repo.objects, room.repo.objectFormat).node(tree, path);
  };
  const there = await entryNow();
  if (there === undefined) return false;
  await room.update(new Map([[path, undefined]]));
  await apply(room.index, bytes, [level]);
  const made = await entryNow();
  if (made?.id === there.id && made.mode === there.mode) return true;
  await room.update(new Map([[path, there]]));
  return false;
}

function nameOf(section: string): string {
  const name = NAMED.map((line) => line.exec(section)?.[1]).find((found) => found !== undefined);
  return showPath(decodePath(Buffer.from(name ?? "a file", "latin1")));
}

/** Where a file is named, the best first. */
const NAMED = [
  /^\+\+\+ (?!\/dev\/null)(?:[abciow]\/)?([^\t\n]*)/m,
  /^--- (?!\/dev\/null)(?:[abciow]\/)?([^\t\n]*)/m,
  /^(?:rename|copy) to ([^\t\n]*)/m,
  /^diff --git a\/(.*) b\/\1$/m,
  /^diff --git (.*) \1$/m,
];

/** Git's own words, one finding for each line. */
function faultsIn(stderr: string, section: string): readonly PatchFault[] {
  const faults = stderr.split("\n").flatMap((line): PatchFault[] => {
    const said = /^error: (.*)$/.exec(line)?.[1] ?? "";
    if (
      /: patch does not apply$/.test(said) ||
      /^while searching for:$|^unable to add cache entry for /.test(said) ||
      said === ""
    )
      return [];
    for (const [pattern, message, hint, isNeeded] of SAYINGS) {
      const [, name = "", more = ""] = pattern.exec(said) ?? [];
      if (name !== "") return [faultAt(name, `${message}${more}`, hint, isNeeded)];
    }
    return [fault(undefined, said, ANEW)];
  });
  if (faults.length > 0) return faults;
  return [fault(undefined, `the part for ${nameOf(section)} does not apply`, ANEW)];
}

const ANEW = "make it again from what is staged now";

/** What Git says about a path, what that means, and what to do; and whether the path is one that is needed. */
const SAYINGS: readonly (readonly [RegExp, message: string, hint: string, isNeeded: boolean])[] = [
  [/^patch failed: (.*):(\d+)$/, "the diff does not fit at line ", ANEW, false],
  [
    /^(.*): does not exist in index$/,
    "the diff changes it, and there is no such file",
    "correct its path",
    true,
  ],
  [/^(.*): already exists in index$/, "the diff makes it, and there is a file already", ANEW, false],
  [
    /^cannot apply binary patch to '(.*)' without full index line$/,
    "the diff says that it differs, and does not hold its bytes",
    "make it with git diff --binary",
    false,
  ],
  [
    /^affected file '(.*)' is beyond a symbolic link$/,
    "it lies behind a symbolic link",
    "name the place that the link leads to",
    false,
  ],
  [
    /^'(.*)' appears as both a file and as a directory$/,
    "it would be a file, and a folder for others too",
    "give one of them another name",
    false,
  ],
  [/^invalid path '(.*)'$/, "Git does not accept this as a path of a repository", "correct its path", false],
];

function faultAt(name: string, message: string, hint: string, isNeeded: boolean): PatchFault {
  const path = stepPath(Buffer.from(name, "utf8").toString("latin1"));
  if (!path.ok)
    return fault(
      undefined,
      `${JSON.stringify(name)} is not a path of a repository: ${path.error}`,
      "correct its path",
    );
  return isNeeded ? missing(path.value, message, hint) : fault(path.value, message, hint);
}

function refuseUnreadable({ stderr, code }: Answer): void {
  if (code === 0) return;
  const said =
    /^error: (.*(?:corrupt|No valid patches|unrecognized input|git diff header|inconsistent|patch fragment without header|Only garbage).*)$/im.exec(
      stderr,
    )?.[1];
  if (said !== undefined) throw unreadable(`git apply says: ${said}`);
}

function unreadable(why: string): CannotLook {
  const next = "make it again with git diff, and hand it in whole";
  return new CannotLook(failure("bad-patch", `the patch can't be read: ${why}`, next));
}
