// husky's own call, kept away from everything it would change: it works in a folder of ours and writes its setting into a
// file there, so nothing is in force before the launchers are hardened.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { namesIn } from "./folders.ts";
import { makeScratch, removeScratch } from "./scratch.ts";

/**
 * The names of the launchers that husky writes, or why there are none: husky is a package of its own beside ours, and a copy
 * of the program in a Git folder has no packages.
 */
export async function layHuskyStubs(
  within: string,
): Promise<{ readonly kind: "laid"; readonly names: readonly string[] } | { readonly kind: "absent" }> {
  const husky = await loadHusky();
  if (husky === undefined) return { kind: "absent" };
  mkdirSync(within, { recursive: true });
  const folder = makeScratch("husky", within);
  try {
    mkdirSync(join(folder, ".git"));
    const said = callIn(folder, husky);
    if (said !== "") throw new Error(`husky: ${said}`);
    return {
      kind: "laid",
      names: namesIn(join(folder, "_")).filter((name) => /^[a-z-]+-[a-z-]+$/.test(name)),
    };
  } finally {
    removeScratch(folder);
  }
}

async function loadHusky(): Promise<((folder: string) => string) | undefined> {
  try {
    return (await import("husky")).default as (folder: string) => string;
  } catch (error) {
    if (error instanceof Error && "code" in error && /MODULE_NOT_FOUND$/.test(String(error.code)))
      return undefined;
    throw error;
  }
}

/** husky takes its folder, switch and configuration from the process; all three are put back. */
function callIn(folder: string, husky: (folder: string) => string): string {
  const before = { folder: process.cwd(), switch: process.env["HUSKY"], config: process.env["GIT_CONFIG"] };
  try {
    process.chdir(folder);
    delete process.env["HUSKY"];
    process.env["GIT_CONFIG"] = join(folder, "config");
    return husky(".");
  } finally {
    process.chdir(before.folder);
    setOrDelete("HUSKY", before.switch);
    setOrDelete("GIT_CONFIG", before.config);
  }
}

function setOrDelete(name: string, value: string | undefined): void {
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
}
