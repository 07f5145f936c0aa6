// The message of the commit being made, from the file that `commit-msg` is given.
import type { CommitMessage } from "../../model/change.ts";
import type { Repository } from "../open/repository.ts";
import { cleanMessage, commitMessage, MESSAGE_SETTINGS, messageSettings } from "./message.ts";

/**
 * `raw` is what stands in the message file. Git tells a hook by `GIT_EDITOR=:` that no editor was opened. `--cleanup` of
 * the command line is not told to hooks.
 */
export async function readMessage(repo: Repository, raw: string): Promise<CommitMessage> {
  const answer = await repo.git.run(MESSAGE_SETTINGS, { okCodes: [0, 1] });
  const config = new Map<string, string>();
  for (const line of answer.stdout.toString("utf8").split("\0")) {
    const [name = "", ...value] = line.split("\n");
    config.set(name, value.length === 0 ? "true" : value.join("\n"));
  }
  const settings = messageSettings(config, repo.git.env["GIT_EDITOR"] !== ":");
  return commitMessage(cleanMessage(raw, settings));
}
