// The files of `.husky`, where husky is in use: each gated hook's file holds our lines.
import { join } from "node:path";
import { readFileIfThere } from "../../system/files.ts";
import { isFolder } from "../../system/folders.ts";
import type { Clone } from "./clone.ts";
import { isHusky } from "./existing-hooks.ts";
import { hooksPathSettings } from "./hooks-path.ts";
import { withOurLines, withoutOurLines } from "./husky-lines.ts";
import type { FileRecord } from "./install-manifest.ts";
import { GATED } from "./launchers.ts";
import type { ProgramPackage } from "./program.ts";

/** True where husky's launchers are, or may come to be, in force. */
export function usesHusky(clone: Clone): boolean {
  if (clone.workTree === undefined) return false;
  return (
    isFolder(join(clone.workTree, ".husky")) ||
    namesHusky(readFileIfThere(join(clone.workTree, "package.json"))) ||
    hooksPathSettings(clone).some(({ value }) => isHusky(clone, value))
  );
}

/** What has to be written, and what stands there without us; nothing for a file that already holds our lines. */
export function planHuskyFiles(
  clone: Clone,
  program: ProgramPackage,
  known: readonly FileRecord[],
): readonly FileRecord[] {
  const folder = join(clone.workTree ?? "", ".husky");
  return GATED.flatMap((name) => {
    const path = join(folder, name);
    const now = readFileIfThere(path);
    const after = Buffer.from(
      withOurLines(now?.toString("latin1") ?? "", linesFor(name, program), name === "pre-push"),
      "latin1",
    );
    if (now?.equals(after) === true) return [];
    const earlier = known.find((file) => file.path === path);
    const isAsWeLeftIt = now !== undefined && earlier?.after === now.toString("base64");
    const before = isAsWeLeftIt ? earlier.before : baseOf(now);
    return [{ path, before, after: after.toString("base64") }];
  });
}

function linesFor(name: string, program: ProgramPackage): string {
  const template = name === "pre-push" ? "templates/husky-lines-pre-push.sh" : "templates/husky-lines.sh";
  return (program.files.get(template)?.toString("latin1") ?? "").replaceAll("@NAME@", name);
}

function baseOf(now: Buffer | undefined): string | null {
  if (now === undefined) return null;
  return Buffer.from(withoutOurLines(now.toString("latin1")), "latin1").toString("base64");
}

function namesHusky(packageJson: Buffer | undefined): boolean {
  if (packageJson === undefined) return false;
  try {
    const { dependencies, devDependencies, scripts } = JSON.parse(packageJson.toString("utf8"));
    const calls = Object.values<unknown>(scripts ?? {}).some((line) =>
      /(^|[\s&;])husky\b/.test(String(line)),
    );
    return calls || "husky" in { ...dependencies, ...devDependencies };
  } catch {
    return false;
  }
}
