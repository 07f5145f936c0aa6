// What a patch asks of each path, and the steps that get in each other's way: what they mean together would depend on
// their order, and a patch has none.
import { type RepoPath, showPath } from "../base/repo-path.ts";
import type { Patch } from "../model/patch.ts";
import { fault, type PatchFault } from "./fault.ts";

export function clashes({ edits, moves, deletions }: Patch): readonly PatchFault[] {
  return [
    ...twice(
      edits.map(({ path }) => path),
      "two edits of one file, of which one says all that it is to hold",
      "write one edit with its contents, or replacements alone",
    ),
    ...twice(deletions, "it is deleted twice", "name it once"),
    ...twice(
      moves.map(({ from }) => from),
      "it is moved to two places",
      "move it once, and write the other file as an edit with its contents",
    ),
    ...twice(
      moves.map(({ to }) => to),
      "two files are moved here",
      "move one of them, and put the other one's text into an edit",
    ),
    ...moves.flatMap((move) => clashesOfMove(move, { edits, moves, deletions })),
    ...edits.flatMap(({ path }) =>
      deletions.includes(path) ? [fault(path, "it is edited and deleted", "leave one of the two out")] : [],
    ),
  ];
}

function clashesOfMove(
  { from, to }: Patch["moves"][number],
  { edits, moves, deletions }: Patch,
): readonly PatchFault[] {
  const next = moves.find((other) => other.from === to);
  if (from === to) return [fault(from, "it is moved to where it is", "leave the move out")];
  if (next !== undefined)
    return [
      fault(
        to,
        `a move brings a file here and another takes one away, so that their order would decide`,
        next.to === from
          ? "to swap two files, write two edits, each with the contents that the file is to hold"
          : `write one move from ${showPath(from)} to where it ends, and an edit with contents for the other`,
      ),
    ];
  return [
    ...(edits.some(({ path }) => path === from)
      ? [
          fault(
            from,
            "it is edited by the name that a move takes from it",
            `edit ${showPath(to)}, for moves are made before edits; to leave another file here, write two edits with contents in place of the move`,
          ),
        ]
      : []),
    ...(deletions.includes(from) ? [fault(from, "it is moved and deleted", "leave one of the two out")] : []),
    ...(deletions.includes(to)
      ? [fault(to, "a file is moved here, and it is deleted", "leave one of the two out")]
      : []),
  ];
}

function twice(paths: readonly RepoPath[], message: string, hint: string): readonly PatchFault[] {
  const seen = new Set<RepoPath>();
  const again = new Set(paths.filter((path) => seen.has(path) || !seen.add(path)));
  return [...again].map((path) => fault(path, message, hint));
}
