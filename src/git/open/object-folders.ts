// The folders that a repository's objects lie in, as Git's variables name them.
import { delimiter, join, resolve } from "node:path";

interface Folders {
  readonly git: { readonly env: NodeJS.ProcessEnv };
  readonly commonDir: string;
}

/** First where objects are written, then where else they are read; what these borrow from in turn is for Git to find. */
export function objectFolders({ git, commonDir }: Folders): readonly string[] {
  const own = git.env["GIT_OBJECT_DIRECTORY"] || join(commonDir, "objects");
  return [own, ...splitFolders(git.env["GIT_ALTERNATE_OBJECT_DIRECTORIES"] ?? "")];
}

/** The variables with which Git writes objects to `folder`, and reads those of `others` too. */
export function objectVariables(folder: string, others: readonly string[]): Readonly<Record<string, string>> {
  return {
    GIT_OBJECT_DIRECTORY: folder,
    GIT_ALTERNATE_OBJECT_DIRECTORIES: others.map((other) => quoted(other, delimiter)).join(delimiter),
  };
}

/** Where a quarantine in this folder keeps what is written to it. */
export function objectsIn(room: string): string {
  return join(room, "objects");
}

/** The variables with which Git reads `folder` besides what it reads in `env`. */
export function alsoReading(folder: string, env: NodeJS.ProcessEnv): Readonly<Record<string, string>> {
  const others = env["GIT_ALTERNATE_OBJECT_DIRECTORIES"];
  const own = quoted(folder, delimiter);
  return { GIT_ALTERNATE_OBJECT_DIRECTORIES: others ? `${own}${delimiter}${others}` : own };
}

/** The text of the file in which a repository of our own says what it borrows from. */
export function alternatesFile(folders: readonly string[]): string {
  return folders.map((folder) => `${quoted(folder, "\n")}\n`).join("");
}

/** A list of absolute folders stays true when Git is started elsewhere. */
export function absoluteFolders(list: string, from: string): string {
  return splitFolders(list)
    .map((folder) => quoted(resolve(from, folder), delimiter))
    .join(delimiter);
}

/** Git reads a folder in quotes as a C string, and any other as it stands. */
function splitFolders(list: string): readonly string[] {
  const folders: string[] = [];
  const piece = new RegExp(`"((?:[^"\\\\]|\\\\.)*)"|[^${delimiter}]+`, "gy");
  for (let at = 0; at < list.length; at = piece.lastIndex + 1) {
    piece.lastIndex = at;
    const match = piece.exec(list);
    if (match === null) piece.lastIndex = at;
    else folders.push(match[1] === undefined ? match[0] : unquoted(match[1]));
  }
  return folders;
}

function quoted(folder: string, separator: string): string {
  if (!folder.includes(separator) && !folder.startsWith('"')) return folder;
  return `"${folder.replaceAll(/[\\"]/g, "\\$&").replaceAll("\n", "\\n")}"`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: "\n",
  t: "\t",
  r: "\r",
  b: "\b",
  f: "\f",
  v: "\v",
  a: "\x07",
};

function unquoted(inside: string): string {
  const bytes = inside.replaceAll(/\\([0-7]{3}|.)/g, (_, what: string) =>
    /^[0-7]{3}$/.test(what) ? String.fromCharCode(Number.parseInt(what, 8)) : (ESCAPES[what] ?? what),
  );
  // Git writes each byte beyond ASCII as three digits.
  return /\\[0-7]{3}/.test(inside) ? Buffer.from(bytes, "latin1").toString("utf8") : bytes;
}
