// A unified diff, applied by Git itself. What applies in reverse is done already.

import { decodePath } from "../base/repo-path.ts";
import { ok, once, type Result } from "../base/result.ts";
import { stagedAgainst, stagedSide } from "../git/changes/staged.ts";
import { Trees } from "../git/objects/trees.ts";
import type { Git } from "../git/process/git.ts";
import type { Quarantine } from "../git/write/quarantine.ts";
import type { FileChange, ObjectId } from "../model/change.ts";
import { CannotLook, failure } from "../model/failure.ts";
import type { Applied } from "./apply-steps.ts";
import { faultsIn, nameOf } from "./diff-faults.ts";
import { DiffProof } from "./diff-proof.ts";
import { type PatchFault, refused } from "./fault.ts";
import { hunkByHunk } from "./hunk-by-hunk.ts";
import { plainDiff } from "./plain-diff.ts";
import { type DiffSection, readDiff } from "./read-diff.ts";

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
  const proof = proofOf(room, sections.value, files);
  // A hunk that went elsewhere than where it says may be there already.
  const mayBeDone = hasMoved(whole)
    ? !(await proof?.hadNoHunk())
    : !(await proof?.wasNotDone()) && (await isDone(before, diff, level));
  if (mayBeDone) {
    await room.readTree(base);
    return await fileByFile(room, sections.value, level);
  }
  return ok({
    tree: once(() => room.writeTree()),
    staged: stagedSide(base, changed),
    done: [],
    files,
    ...(proof && !hasMoved(whole) && { isDone: once(() => proof.isDone()) }),
  });
}

const ALL_DONE = "the whole diff is applied already";

/** Without a process of Git's, where the text of the diff and of what it changes can tell. */
function proofOf(
  { repo }: Quarantine,
  sections: readonly DiffSection[],
  files: readonly FileChange[],
): DiffProof | undefined {
  const plain = plainDiff(sections);
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
