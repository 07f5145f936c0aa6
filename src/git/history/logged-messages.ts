// Messages that this clone still knows though no branch may lead to them any more: the logs of its refs name those commits.
import type { ObjectId } from "../../model/change.ts";
import type { Repository } from "../open/repository.ts";

export interface LoggedMessage {
  readonly id: ObjectId;
  readonly text: string;
}

/** Enough for weeks of work; more would only make a refused push slower. */
const MOST = 1000;

/** Of the commits in the logs of HEAD and `refs`, newest first in each; none where a log, or an object that it names, is gone. */
export async function loggedMessages(
  { git }: Repository,
  refs: readonly string[],
): Promise<readonly LoggedMessage[]> {
  const found = new Map<ObjectId, LoggedMessage>();
  for (const ref of new Set(["HEAD", ...refs])) {
    const { stdout } = await git.run(
      [
        "log",
        "-g",
        "-z",
        "--no-show-signature",
        "--encoding=UTF-8",
        `-${MOST}`,
        "--format=%H%n%B",
        ref,
        "--",
      ],
      { okCodes: [0, 1, 128] },
    );
    for (const entry of stdout.toString("utf8").split("\0")) {
      const [, id, text = ""] = /^([0-9a-f]{40,64})\n([\s\S]*)$/.exec(entry) ?? [];
      if (id !== undefined && !found.has(id)) found.set(id, { id, text });
    }
  }
  return [...found.values()];
}
