// What the host calls in a file with an ending of its own: such a file can offer it only as a global.
import type { RepoPath } from "../base/repo-path.ts";

/** The globals of the file that its host looks for; none for most files. */
export function entryNames(path: RepoPath): ReadonlySet<string> {
  const ending = path.slice(path.lastIndexOf(".") + 1).toLowerCase();
  return ENTRIES.get(ending) ?? NONE;
}

const NONE: ReadonlySet<string> = new Set();

/** Defold collects these when it has loaded the file, and takes them out of the globals again. */
const DEFOLD = new Set("init final update late_update fixed_update on_message on_input on_reload".split(" "));

/** Nmap runs each script in an environment of its own, and reads these there. */
const NMAP = new Set(
  "description author license categories dependencies action prerule hostrule portrule postrule".split(" "),
);

const ENTRIES: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["script", DEFOLD],
  ["gui_script", DEFOLD],
  ["render_script", DEFOLD],
  ["nse", NMAP],
]);
