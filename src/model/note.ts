import type { RepoPath } from "../base/repo-path.ts";
import type { CommitName } from "./change.ts";

/** Something that a verdict or a listing has to say besides its findings: what was not looked at, and what was not granted. */
export type Note =
  /** `size`, in bytes, if it is known. */
  | { readonly kind: "too-large"; readonly path: RepoPath; readonly size?: number; readonly limit: number }
  /** Lua that does not parse, so no rule has read its code. */
  | { readonly kind: "not-parsed"; readonly path: RepoPath }
  /** Files that become Lua and that the change requires, in path order: they are found, and not read. */
  | { readonly kind: "becomes-lua"; readonly paths: readonly RepoPath[] }
  /** A symbolic link whose name is Lua's, and what it leads to lies elsewhere. Where nothing lies nothing was passed over. */
  | { readonly kind: "link-not-followed"; readonly path: RepoPath; readonly to: LostLink }
  /** An override that was asked for in vain, so that nobody looks for the reason elsewhere. */
  | { readonly kind: "override-refused"; readonly rule: string }
  /** An override that was asked for and let nothing through: it does not go into the message. */
  | { readonly kind: "override-idle"; readonly rule: string }
  /** An override that a `fixup!` records: Git drops its message when it squashes it. */
  | { readonly kind: "override-in-fixup"; readonly rule: string }
  /** An override that a commit had, which is in none that is pushed: the message that recorded it is gone. */
  | {
      readonly kind: "override-lost";
      readonly rule: string;
      readonly reason: string;
      readonly commit: CommitName;
    }
  | { readonly kind: "before-first-policy"; readonly commit: CommitName }
  /** A ref that points to a file, which is at no path, so no rule is about it. */
  | { readonly kind: "ref-to-file"; readonly ref: string }
  /** A ref outside those that the policy has judged (`push.refs`). */
  | { readonly kind: "ref-without-code"; readonly ref: string }
  /** The baseline lists more than is found: it can shrink. */
  | {
      readonly kind: "baseline-stale";
      readonly rule: string;
      readonly path: RepoPath;
      readonly listed: number;
      readonly found: number;
    }
  | { readonly kind: "nothing-staged" }
  /** The working tree is what `HEAD` is. */
  | { readonly kind: "nothing-changed" }
  | { readonly kind: "no-commits"; readonly range: string }
  /** A path of the index whose merge is not decided. */
  | { readonly kind: "unmerged"; readonly path: RepoPath }
  /** A task that Git ignores: it counts, but no other clone has it. */
  | { readonly kind: "task-from-disk"; readonly path: RepoPath }
  /** A path that is not text, which no fixer can be given. */
  | { readonly kind: "name-not-text"; readonly path: RepoPath };

export type LostLink =
  | "outside"
  | "submodule"
  /** Its text holds one, and no file has that name: where that leads depends on the system. */
  | "backslash";
