// Whether two addresses lead to one repository. They are equal if all that Git itself distinguishes is: the way of getting there (https for
// fetching, ssh for pushing) and a user's name do not count.
import { existsSync, realpathSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

const PORTS: Readonly<Record<string, string>> = { ssh: "22", https: "443", http: "80", git: "9418" };

/** Paths are looked up from `folder`. */
export function isSameRepository(one: string, other: string, folder: string): boolean {
  return one === other || placeOf(one, folder) === placeOf(other, folder);
}

/**
 * Whether `written` is how FETCH_HEAD writes `url`: without `.git` at the end. Not if that leaves two folders to choose from.
 */
export function isWrittenFor(url: string, written: string, folder: string): boolean {
  const place = placeOf(url, folder);
  if (!place.startsWith("/")) return placeOf(written, folder) === place;
  const short = withoutGit(resolve(folder, localPath(url)));
  if (withoutGit(resolve(folder, localPath(written))) !== short) return false;
  return !(existsSync(short) && existsSync(`${short}.git`));
}

function placeOf(url: string, folder: string): string {
  const [, scheme = "", host = "", port = "", path = ""] =
    /^([a-z][a-z0-9+.-]*):\/\/(?:[^/@]*@)?(\[[^\]]*\]|[^/:]+)(?::(\d+))?\/(.*)$/i.exec(url) ?? [];
  const way = scheme.toLowerCase().replace(/^git\+|\+git$/, "");
  if (host !== "" && way !== "file") {
    const suffix = port === "" || port === PORTS[way] ? "" : `:${port}`;
    return `${host.toLowerCase()}${suffix}/${withoutGit(path)}`;
  }
  const [, short, rest = ""] = /^(?:[^/@:]+@)?([^/:]+):(?!:)(.*)$/.exec(url) ?? [];
  if (short !== undefined && !url.includes("://"))
    return `${short.toLowerCase()}/${withoutGit(rest.replace(/^\/+/, ""))}`;
  const local = resolve(folder, localPath(url));
  return existsSync(local) ? realpathSync(local) : local;
}

function localPath(url: string): string {
  if (!url.startsWith("file://")) return url;
  try {
    return fileURLToPath(url);
  } catch {
    return url;
  }
}

function withoutGit(path: string): string {
  return path.replace(/\/+$/, "").replace(/\.git$/, "");
}
