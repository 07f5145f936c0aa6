// Git's complaints as failures of ours: one sentence and the next step.
import { type Failure, type FailureKind, failure } from "../../model/failure.ts";
import { OLDEST_GIT } from "./oldest-git.ts";

interface Complaint {
  readonly says: RegExp;
  readonly kind: FailureKind;
  readonly message: string;
  readonly next: string;
}

/** The signal that ends a program where the system lets files grow no larger. */
export const TOO_LARGE = "SIGXFSZ";

const MORE_ROOM = "free some space and run the command again";

const COMPLAINTS: readonly Complaint[] = [
  {
    says: /detected dubious ownership/,
    kind: "unsafe-repository",
    message: "Git refuses this repository because another user owns it",
    next: "run: git config --global --add safe.directory <its folder>",
  },
  {
    says: /not a git repository/,
    kind: "no-repository",
    message: "this is not a Git repository",
    next: "run it inside one, or run: git init",
  },
  {
    says: /bad (numeric |boolean )?config|unable to parse .*config/,
    kind: "bad-config",
    message: "Git's configuration cannot be read",
    next: "mend the line that Git names",
  },
  {
    says: /No space left on device|Disk quota exceeded/,
    kind: "disk-full",
    message: "the disk is full",
    next: MORE_ROOM,
  },
  {
    says: /unknown repository extension|unknown object format|expected git repo version|unknown ref storage/i,
    kind: "old-git",
    message: "this repository was made by a newer Git than the one installed",
    next: "install a newer Git",
  },
  {
    says: /index file (corrupt|smaller|open failed)|bad (index )?signature|bad index|bad index version|unable to read index|index uses .* extension|sharedindex|hash mismatch/i,
    kind: "unreadable-index",
    message: "the index cannot be read",
    next: "keep a copy of the index file, then rebuild it with: git read-tree HEAD",
  },
  {
    says: /unable to read|missing blob|missing tree|bad object|bad tree object|could not (read|get|parse)|unable to parse|corrupt|object file .* is empty|not a valid object|invalid object|bad revision|Not a valid object|unable to find|is not a tree|transport '.*' not allowed|could not fetch|error: Could not read/i,
    kind: "missing-object",
    message: "an object of this repository is missing or damaged",
    next: "run: git fsck; then fetch it again from a remote",
  },
  {
    says: /unknown option|usage: git|unrecognized argument|invalid option/,
    kind: "old-git",
    message: "the installed Git does not know an option that is needed",
    next: `install Git ${OLDEST_GIT} or newer`,
  },
];

/** Why a Git call ended badly. */
export function explainExit(
  args: readonly string[],
  end: { readonly code: number; readonly signal?: NodeJS.Signals | undefined; readonly stderr: string },
): Failure {
  const said = firstLine(end.stderr);
  if (end.signal === TOO_LARGE)
    return failure("disk-full", `git ${args[0]} would write a larger file than is allowed here`, MORE_ROOM);
  if (end.signal)
    return failure("git-killed", `git ${args[0]} was ended by ${end.signal}`, "run the command again");
  const known = COMPLAINTS.find(({ says }) => says.test(end.stderr));
  if (known)
    return failure(known.kind, said === "" ? known.message : `${known.message} (git: ${said})`, known.next);
  return failure(
    "git-failed",
    `git ${args[0]} ended with ${end.code}${said === "" ? "" : `: ${said}`}`,
    "run: git status; it shows whether Git itself can work here",
  );
}

/** Why the Git program could not be started. */
export function explainNotStarted(code: string, cwd: string): Failure {
  if (code === "ENOENT")
    return failure(
      "no-git",
      `git is not on PATH, or the folder ${cwd} is gone`,
      "install Git, or put it on PATH",
    );
  if (code === "EACCES")
    return failure("no-git", "the git program may not be run", "check the rights of the git program on PATH");
  return failure(
    "git-failed",
    `git could not be started (${code})`,
    "run the command again when the machine has room",
  );
}

function firstLine(stderr: string): string {
  const lines = stderr.split("\n").filter((line) => line.trim() !== "");
  const fatal =
    lines.find((line) => line.startsWith("fatal:")) ?? lines.find((line) => line.startsWith("error:"));
  return (fatal ?? lines[0] ?? "").replace(/^(fatal|error): /, "").trim();
}
