import { join } from "node:path";
import { readFileIfThere } from "../../system/files.ts";
import { isFolder, isRunnable } from "../../system/folders.ts";
import { readClone } from "./clone.ts";
import { leadsByConfiguration } from "./configured-hooks.ts";
import { isHusky } from "./existing-hooks.ts";
import { isForwarder } from "./forwarders.ts";
import { hasOurLines } from "./husky-lines.ts";
import { isLauncher } from "./launchers.ts";

/** Whether a gate was installed here and Git has no way to it any more, so that a commit would go unjudged. */
export function isGateOpen(cwd: string, env: NodeJS.ProcessEnv): boolean {
  const found = readClone(cwd, env);
  if (!found.ok || !isFolder(found.value.hooksFolder)) return false;
  const clone = found.value;
  const answer = clone.git("rev-parse", "--path-format=absolute", "--git-path", "hooks");
  if (answer.code !== 0) return false;
  const folder = answer.stdout.replace(/\r?\n$/, "");
  const hook = join(folder, "pre-commit");
  if (isRunnable(hook) && (isLauncher(hook) || isForwarder(hook))) return false;
  const husky = join(clone.workTree ?? "", ".husky/pre-commit");
  const isOfHusky = isHusky(clone, folder) && hasOurLines(readFileIfThere(husky)?.toString("latin1") ?? "");
  return !isOfHusky && !leadsByConfiguration(clone);
}
