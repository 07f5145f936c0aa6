// `git arkitekt`: the alias with which people start the program where it lies only in the Git folder.
import { join } from "node:path";
import { ok, type Result } from "../../base/result.ts";
import type { Failure } from "../../model/failure.ts";
import { readFileIfThere, replaceFile } from "../../system/files.ts";
import { takeAway } from "../../system/folders.ts";
import { STARTER } from "../../system/program/as-typed.ts";
import { SEAL } from "../../system/program/checksums.ts";
import type { Clone } from "./clone.ts";
import { editedConfig, replaceConfig, undoEdit } from "./configuration.ts";
import { layScript } from "./launchers.ts";

/** `theirs`: the user has one of that name, which stays. */
export type AliasReport = { readonly kind: "ours" } | { readonly kind: "theirs"; readonly value: string };

const KEY = "alias.arkitekt";

const GONE = `arkitekt: what git arkitekt starts is damaged or gone; put it back: npx arkitekt install`;

/**
 * It asks for the Git folder, so that a clone which is moved or copied finds its own. A script that was emptied would come to a good end: what is
 * started must have its last line.
 */
const VALUE = [
  `!c=$(git rev-parse --git-common-dir)/arkitekt/${STARTER}`,
  `case $(tail -n 1 "$c" 2>/dev/null) in "${SEAL}"*) ;; *) echo "${GONE}" >&2; exit 2 ;; esac`,
  'sh "$c"',
].join("; ");

/** What installs set before. */
const OLDER: readonly string[] = [`!sh "$(git rev-parse --git-common-dir)/arkitekt/${STARTER}"`];

/** Sets it where there is none, or that of an older install; says what there is. */
export function setAlias(
  clone: Clone,
  starter: string,
): Result<AliasReport & { readonly wrote: boolean }, Failure> {
  const now = aliasOf(clone);
  if (now !== undefined && !isOurs(now)) {
    takeAway(join(clone.home, STARTER));
    return ok({ kind: "theirs", value: now, wrote: false });
  }
  const wroteStarter = layScript(join(clone.home, STARTER), starter);
  if (now === VALUE) return ok({ kind: "ours", wrote: wroteStarter });
  const taken = isOurs(ownAlias(clone)) ? takeBack(clone) : ok(undefined);
  if (!taken.ok) return taken;
  const set = change(clone, [KEY, VALUE], (before, after) => remember(clone, before, after));
  return set.ok ? ok({ kind: "ours", wrote: true }) : set;
}

/** Removes it if it is ours; undefined where there is none, its value where it is the user's. */
export function dropAlias(clone: Clone): Result<AliasReport | undefined, Failure> {
  if (isOurs(ownAlias(clone))) {
    const done = takeBack(clone);
    return done.ok ? ok({ kind: "ours" }) : done;
  }
  const now = aliasOf(clone);
  return ok(now === undefined ? undefined : { kind: "theirs", value: now });
}

function isOurs(value: string): boolean {
  return value === VALUE || OLDER.includes(value);
}

/** The one that the clone's own configuration sets. */
function ownAlias(clone: Clone): string {
  return clone.git("config", "--file", configOf(clone), "--get-all", KEY).stdout.replace(/\n$/, "");
}

/** Whether `git arkitekt` starts what install wrote. */
export function hasOurAlias(clone: Clone): boolean {
  const value = aliasOf(clone);
  return value !== undefined && isOurs(value);
}

function aliasOf(clone: Clone): string | undefined {
  const { code, stdout } = clone.git("config", "--get", KEY);
  return code === 0 ? stdout.replace(/\n$/, "") : undefined;
}

/** Git ends the last line of a file that it adds to: only whoever kept the bytes that were there before knows them. */
function takeBack(clone: Clone): Result<void, Failure> {
  const file = configOf(clone);
  const now = readFileIfThere(file) ?? Buffer.alloc(0);
  const [before, after] = [BEFORE, AFTER].map((name) => readFileIfThere(join(clone.home, name)));
  const undone = before === undefined || after === undefined ? undefined : undoEdit(before, after, now);
  return undone === undefined ? change(clone, ["--unset-all", KEY]) : replaceConfig(file, now, undone);
}

function remember({ home }: Clone, before: Buffer, after: Buffer): void {
  replaceFile(join(home, BEFORE), before);
  replaceFile(join(home, AFTER), after);
}

/** The configuration without the alias and with it, when it was set. */
const BEFORE = "alias-before";
const AFTER = "alias-after";

function change(
  clone: Clone,
  edit: readonly string[],
  keep?: (before: Buffer, after: Buffer) => void,
): Result<void, Failure> {
  const file = configOf(clone);
  const before = readFileIfThere(file) ?? Buffer.alloc(0);
  const after = editedConfig(clone, before, [edit]);
  if (!after.ok) return after;
  keep?.(before, after.value);
  return replaceConfig(file, before, after.value);
}

function configOf({ commonDir }: Clone): string {
  return join(commonDir, "config");
}
