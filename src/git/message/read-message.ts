// The message of the commit being made, from the file that `commit-msg` is given.

import type { CommitMessage } from "../../model/change.ts";
import type { Repository } from "../open/repository.ts";
import { nulList } from "../process/nul-list.ts";
import {
  cleanMessage,
  commitMessage,
  MESSAGE_SETTINGS,
  type MessageSettings,
  messageSettings,
} from "./message.ts";

/** `raw` is what stands in the message file. */
export async function readMessage(repo: Repository, raw: string): Promise<CommitMessage> {
  return commitMessage(cleanMessage(raw, await readMessageSettings(repo)));
}

/** Git tells a hook by `GIT_EDITOR=:` that no editor was opened. Hooks are not told about `--cleanup` on the command line. */
export async function readMessageSettings(repo: Repository): Promise<MessageSettings> {
  const answer = await repo.git.run(MESSAGE_SETTINGS, { okCodes: [0, 1] });
  const config = new Map<string, string>();
  for (const line of nulList(answer.stdout.toString("utf8"))) {
    const [name = "", ...value] = line.split("\n");
    const set = value.length === 0 ? "true" : value.join("\n");
    if (name !== "core.commentstring") config.set(name, set);
    else if (await knowsCommentString(repo)) config.set("core.commentchar", set);
  }
  return messageSettings(config, repo.git.env["GIT_EDITOR"] !== ":");
}

/** Since Git 2.45 the two are one setting, and the later one counts; before it only the character is known. */
async function knowsCommentString({ git }: Repository): Promise<boolean> {
  const { stdout } = await git.run(["version"]);
  const [, major = 0, minor = 0] = /(\d+)\.(\d+)/.exec(stdout.toString("latin1"))?.map(Number) ?? [];
  return major > 2 || (major === 2 && minor >= 45);
}
