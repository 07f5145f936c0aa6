// What Git says against a diff, as findings with a next step.
import { decodePath, showPath } from "../base/repo-path.ts";
import { fault, missing, type PatchFault } from "./fault.ts";
import { stepPath } from "./step-path.ts";

/** The file that a part of a diff is about, to be read. */
export function nameOf(section: string): string {
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
export function faultsIn(stderr: string, section: string): readonly PatchFault[] {
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
