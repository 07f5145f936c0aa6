import { type Failure, type FailureKind, failure } from "../model/failure.ts";

/** What the operating system refused, in words: `code` is its error code, `doing` a verb such as "write". */
export function systemFailure(code: string, doing: string, path: string): Failure {
  const known = KNOWN[code];
  if (known === undefined) return failure("system", `cannot ${doing} ${path} (${code})`, undefined, path);
  return failure(known.kind, `cannot ${doing} ${path}: ${known.says}`, known.next, path);
}

/** Something that is not the folder it should be: "link", "missing", or anything else. */
export function notAFolder(path: string, kind: string): Failure {
  const is =
    kind === "link"
      ? "a symbolic link, which is never followed"
      : kind === "missing"
        ? "missing"
        : "not a folder";
  return {
    kind: kind === "link" ? "link" : "no-folder",
    message: `${path} is ${is}`,
    next: kind === "link" ? "put a real folder or file in its place" : "remove it or choose another place",
  };
}

interface Known {
  readonly kind: FailureKind;
  readonly says: string;
  readonly next: string;
}

const FULL: Known = {
  kind: "disk-full",
  says: "there is no room left",
  next: "make room and run the command again; nothing was changed",
};
const DENIED: Known = {
  kind: "not-permitted",
  says: "permission denied",
  next: "check the permissions of the folder and run the command again",
};

const KNOWN: Readonly<Record<string, Known>> = {
  ENOSPC: FULL,
  EDQUOT: FULL,
  EFBIG: { ...FULL, says: "the file would be larger than is allowed here" },
  EACCES: DENIED,
  EPERM: DENIED,
  EROFS: { ...DENIED, says: "the file system is read-only" },
  ELOOP: {
    kind: "link",
    says: "there is a symbolic link in the way",
    next: "put a real folder or file in its place",
  },
  ENOTDIR: {
    kind: "no-folder",
    says: "something in the way is not a folder",
    next: "remove it or choose another place",
  },
  EISDIR: { kind: "no-file", says: "it is a folder", next: "name a file" },
  ENOENT: { kind: "missing", says: "it is not there", next: "check the path" },
  EMFILE: { kind: "too-many-files", says: "too many files are open", next: "raise the limit with ulimit -n" },
};
