/** All the kinds: stable names, for programs. */
export type FailureKind =
  // what was asked
  | "bad-arguments"
  | "bad-override"
  | "bad-baseline"
  | "bad-policy"
  | "no-policy"
  | "bad-range"
  | "unknown-revision"
  | "bad-time"
  | "bad-id"
  | "bad-push-line"
  | "bad-part"
  | "out-of-time"
  // the repository
  | "no-repository"
  | "broken-repository"
  | "unsafe-repository"
  | "broken-head"
  | "unreadable-file"
  | "no-index"
  | "no-working-tree"
  | "not-bare"
  | "unmerged-index"
  | "index-changed"
  | "index-locked"
  | "unreadable-index"
  | "missing-object"
  | "missing-base"
  | "large-tag"
  | "large-commit"
  // Git and the system
  | "no-git"
  | "old-git"
  | "git-failed"
  | "git-killed"
  | "system"
  | "disk-full"
  | "not-permitted"
  | "too-many-files"
  | "link"
  | "no-file"
  | "too-large"
  | "silent-pipe"
  | "not-written"
  | "locked"
  | "no-folder"
  | "not-utf8"
  // fix
  | "partly-staged"
  | "read-only"
  | "busy-file"
  | "no-lint-staged"
  | "fixer-failed"
  // tasks
  | "bad-task"
  | "no-task"
  // patches
  | "bad-patch"
  | "other-work"
  | "no-commit"
  | "no-identity"
  | "no-record"
  | "checked-out"
  | "branch-moved"
  | "interrupted"
  | "pipeline-changed"
  | "no-phase"
  | "patch-under-way"
  | "patch-cut-short"
  | "write-rolled-back"
  // install and demo
  | "bad-config"
  | "config-changed"
  | "config-locked"
  | "hooks-in-force"
  | "hooks-path-included"
  | "hooks-path-overridden"
  | "launcher-replaced"
  | "launcher-damaged"
  | "program-damaged"
  | "demo-failed"
  // hand-off
  | "bad-request"
  | "no-such-request"
  | "no-such-message"
  | "bad-applied"
  | "bad-file"
  | "bad-journal"
  | "foreign-journal"
  | "request-cut-short"
  | "broken-trail"
  | "conflict"
  | "missing"
  | "no-peer"
  | "own-side";

/**
 * Why something could not be done, through no bug of ours: what is wrong, where, and the one next step.
 * A hook or command that meets one exits with 2 and has changed nothing.
 */
export interface Failure {
  readonly kind: FailureKind;
  readonly message: string;
  readonly where?: string;
  readonly next?: string;
}

export function failure(kind: FailureKind, message: string, next?: string, where?: string): Failure {
  return {
    kind,
    message,
    ...(next === undefined ? {} : { next }),
    ...(where === undefined ? {} : { where }),
  };
}

const BRAND = Symbol.for("arkitekt.cannot-look");

/**
 * Carries a failure through code that can't go on, up to the one catch in `cli`. Used where every caller could only pass
 * a Result on: an object that vanished, a disk that filled up.
 */
export class CannotLook extends Error {
  readonly failure: Failure;

  constructor(cause: Failure) {
    super(cause.message);
    this.failure = cause;
  }

  /** The program and each of its parts bundle a copy of this class: another one must recognise what one throws. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && BRAND in value;
  }

  readonly [BRAND] = true;
}
