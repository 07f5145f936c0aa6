// The settings of coding agents whose hook systems call the program: written alongside what a person has in them, and taken out again.
import { join } from "node:path";
import type { AgentName } from "../../agent/event.ts";
import { callsUs, SETTINGS, SETTINGS_FILES, withOurHooks, withoutOurHooks } from "../../agent/settings.ts";
import { err, ok, type Result } from "../../base/result.ts";
import { decodeUtf8 } from "../../base/utf8.ts";
import { type Failure, failure } from "../../model/failure.ts";
import { readFileIfThere } from "../../system/files.ts";
import type { Clone } from "./clone.ts";
import type { FileRecord } from "./install-manifest.ts";

/** What has to be written; nothing for a file that holds our hooks as they are. */
export function planAgentFiles(
  { workTree }: Pick<Clone, "workTree">,
  agents: readonly AgentName[],
  known: readonly FileRecord[],
): Result<readonly FileRecord[], Failure> {
  if (agents.length > 0 && workTree === undefined) {
    const next = "run it in a clone with a working tree";
    return err(
      failure("no-working-tree", "agents' settings lie in the working tree, and there is none here", next),
    );
  }
  const files: FileRecord[] = [];
  for (const agent of new Set(agents)) {
    const path = join(workTree ?? "", SETTINGS[agent].file);
    const now = readFileIfThere(path);
    const text = now === undefined ? ok(undefined) : decodeUtf8(now);
    if (!text.ok) return err(unreadable(path, "it is not UTF-8"));
    const made = withOurHooks(agent, text.value);
    if (!made.ok) return err(unreadable(path, made.error));
    if (made.value === text.value) continue;
    const earlier = known.find((file) => file.path === path);
    const isAsWeLeftIt = now !== undefined && earlier?.after === now.toString("base64");
    const before = isAsWeLeftIt ? earlier.before : baseOf(now);
    files.push({ path, before, after: Buffer.from(made.value).toString("base64") });
  }
  return ok(files);
}

/** Settings of agents, as far as this program writes them. */
export function isAgentFile(path: string): boolean {
  return SETTINGS_FILES.some((file) => path.replaceAll("\\", "/").endsWith(`/${file}`));
}

/** A text of such settings without our hooks; undefined where it has none, or can't be read. */
export function withoutAgentHooks(text: string): string | undefined {
  if (!callsUs(text)) return undefined;
  const bare = withoutOurHooks(text);
  return bare.ok ? bare.value : undefined;
}

function baseOf(now: Buffer | undefined): string | null {
  if (now === undefined) return null;
  const bare = withoutAgentHooks(now.toString("utf8"));
  return (bare === undefined ? now : Buffer.from(bare)).toString("base64");
}

function unreadable(path: string, why: string): Failure {
  return failure(
    "bad-config",
    `the agent's settings can't be added to: ${why}`,
    "mend that file, then run it again",
    path,
  );
}
