// What other programs import: a policy from its text, and the verdict on a change that they hold in memory. Plain data in and out; it
// reads no file, starts no program, and keeps nothing between two calls. types/index.d.ts says the same for the compiler.

import type { RepoPath } from "../base/repo-path.ts";
import { loadLuaReader } from "../check/lua-reader.ts";
import { termsFor } from "../check/terms-for.ts";
import { judge as judgeChange } from "../gate/judge.ts";
import { joined } from "../gate/verdict.ts";
import { addedLines } from "../git/diff/added-lines.ts";
import { FIRST_BYTES, isLuaName } from "../git/diff/text-or-binary.ts";
import type { ChangeSet, FileChange, LineChange, Subject } from "../model/change.ts";
import { CannotLook } from "../model/failure.ts";
import type { Override } from "../model/override.ts";
import type { Policy } from "../policy/policy.ts";
import { policyOfFile } from "../policy-source/in-force.ts";
import { json } from "../report/verdict/json.ts";
import { type Contents, MemorySource } from "./memory-source.ts";

type Texts = Readonly<Record<string, string | Uint8Array>>;

interface Change {
  readonly before?: Texts;
  readonly after: Texts;
  readonly message?: string;
  readonly branches?: readonly string[];
}

interface Options {
  readonly today?: string;
  readonly overrides?: readonly Override[];
}

/** From a text in JSON or YAML (by the ending of `path`), or from what such a text says. */
export async function readPolicy(source: string | object, path = ".arkitektrc.json") {
  const text = typeof source === "string" ? source : JSON.stringify(source);
  try {
    return { ok: true, policy: (await policyOfFile(path, Buffer.from(text))).policy };
  } catch (error) {
    if (!(error instanceof CannotLook)) throw error;
    const { kind, message, where, next } = error.failure;
    return { ok: false, failure: { kind, message, where: where ?? null, next: next ?? null } };
  }
}

/** What `check --format json` says about the same change. */
export async function judge(
  { before = {}, after, message, branches = [] }: Change,
  policy: Policy,
  { today, overrides = [] }: Options = {},
): Promise<unknown> {
  loadLuaReader();
  const [old, fresh] = [contentsOf(before), contentsOf(after)];
  const { project } = policy;
  const dated =
    today === undefined ? { ...policy, project: { ...project, shims: dateless(project) } } : policy;
  const { runTransform: _, ...terms } = termsFor(dated, branches, today ?? FIRST_DAY, overrides);
  const source = new MemorySource(old, fresh);
  const files = await changesOf(source, old, fresh);
  const change = (subject: Subject, changed: readonly FileChange[]): ChangeSet => ({
    subject,
    branches,
    files: changed,
    source,
  });
  const verdicts = [
    await judgeChange(change({ kind: "staged", isMerge: false, isProposed: true }, files), terms),
  ];
  if (message !== undefined) {
    const text = `${message.trimEnd()}\n`;
    const [title = ""] = text.trim().split(/\n\s*\n/);
    const said = { title: title.replaceAll("\n", " "), text, trailers: [] };
    verdicts.push(await judgeChange(change({ kind: "message", isMerge: false, message: said }, []), terms));
  }
  return JSON.parse(json(joined(verdicts)));
}

const FIRST_DAY = "1970-01-01";

/** Without a day no date has passed, and none lies too far ahead: not even the last one that four digits can write. */
function dateless({ shims }: Policy["project"]): Policy["project"]["shims"] {
  return { ...shims, maxDays: 2_932_896 };
}

function contentsOf(texts: Texts): Contents {
  return new Map(Object.entries(texts).map(([path, text]) => [path, Buffer.from(text as string)]));
}

async function changesOf(
  source: MemorySource,
  old: Contents,
  fresh: Contents,
): Promise<readonly FileChange[]> {
  const [before, after] = [await source.list("before"), await source.list("after")];
  const gone = [...before].filter(([path]) => !after.has(path));
  const moved = new Set<string>();
  const changes: FileChange[] = [];
  for (const [path, entry] of after) {
    const own = before.get(path);
    if (own?.id === entry.id) continue;
    const lines = linesOf(path, old.get(path), fresh.get(path) ?? Buffer.alloc(0));
    const from =
      own === undefined ? gone.find(([name, { id }]) => id === entry.id && !moved.has(name)) : undefined;
    if (own !== undefined) changes.push({ kind: "modified", path, before: own, after: entry, lines });
    else if (from === undefined) changes.push({ kind: "added", path, after: entry, lines });
    else {
      moved.add(from[0]);
      changes.push({ kind: "renamed", from: from[0], path, before: from[1], after: entry, lines: NO_LINES });
    }
  }
  for (const [path, entry] of gone)
    if (!moved.has(path)) changes.push({ kind: "deleted", path, before: entry });
  return changes.sort((a, b) => (a.path < b.path ? -1 : 1));
}

const NO_LINES: LineChange = { kind: "text", added: [], addedLoc: 0 };

/** As the gate counts them: to Lua a NUL is a character like any other, and a CR ends a line. */
function linesOf(path: RepoPath, before: Buffer | undefined, after: Buffer): LineChange {
  const olds = before === undefined ? [] : [before];
  const isLua = isLuaName(path);
  if (!isLua && [after, ...olds].some(isBinary)) return { kind: "binary" };
  const [text = "", ...others] = [after, ...olds].map((bytes) => bytes.toString("latin1"));
  const endsAtCr = [text, ...others].some((each) => /\r(?!\n|$)/.test(each));
  return addedLines(others, text, endsAtCr || (isLua && text.includes("\0")));
}

function isBinary(bytes: Buffer): boolean {
  return bytes.subarray(0, FIRST_BYTES).includes(0);
}
