// A scratch clone of a public repository, and what is asked of Git and of the program in it.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { deflateSync } from "node:zlib";

const program = fileURLToPath(new URL("../dist/arkitekt.cjs", import.meta.url));

/** A folder of its own, with nothing checked out yet; it shares the objects of `source`. */
export function cloneOf(source: string): string {
  const clone = mkdtempSync(join(tmpdir(), "arkitekt-eval-clone-"));
  git(tmpdir(), "clone", "-q", "-n", "-s", source, clone);
  standInForWhatIsMissing(clone);
  return clone;
}

/** On a branch `first` that ends there, so that the commits after it are not yet there. */
export function checkOut(clone: string, commit: string): void {
  git(clone, "checkout", "-q", "--detach", commit);
  git(clone, "update-ref", "refs/heads/first", commit);
  git(clone, "symbolic-ref", "HEAD", "refs/heads/first");
}

/** A clone may lack its largest files, which are not Lua: each becomes an empty one, under its own name. */
function standInForWhatIsMissing(clone: string): void {
  const listed = git(clone, "rev-list", "--objects", "--missing=print", "HEAD");
  for (const [, folder = "", name = ""] of listed.matchAll(/^\?(\w\w)(\w+)$/gm)) {
    const into = join(clone, ".git", "objects", folder);
    mkdirSync(into, { recursive: true });
    writeFileSync(join(into, name), deflateSync("blob 0\0"));
  }
}

/** The policy that `install` wrote, as a path. */
export function policyIn(clone: string): string {
  const name = readdirSync(clone).find((each) => each.startsWith(".arkitektrc"));
  if (name === undefined) throw new Error(`install wrote no policy in ${clone}`);
  return join(clone, name);
}

export function arkitekt(folder: string, ...args: readonly string[]): string {
  const options = { cwd: folder, maxBuffer: 1 << 30, encoding: "utf8" as const };
  const { stdout, stderr, status } = spawnSync(process.execPath, [program, ...args], options);
  if (status !== 0 && status !== 1) throw new Error(`arkitekt ${args[0]} ended with ${status}:\n${stderr}`);
  return stdout;
}

export function git(folder: string, ...args: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync("git", args, {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 1 << 30,
  });
  if (status !== 0) throw new Error(`git ${args.join(" ")}:\n${stderr}`);
  return stdout.trim();
}
