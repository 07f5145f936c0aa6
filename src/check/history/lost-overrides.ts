// What became of an exception that a commit had: a squashed `fixup!`, or a message written anew, takes it out of history without a word.

import { loggedMessages } from "../../git/history/logged-messages.ts";
import type { RefUpdate } from "../../git/history/push-lines.ts";
import { commitMessage } from "../../git/message/message.ts";
import type { Repository } from "../../git/open/repository.ts";
import type { ObjectId } from "../../model/change.ts";
import type { Verdict } from "../../model/finding.ts";
import type { Note } from "../../model/note.ts";
import { overridesOf } from "../../model/override.ts";

/**
 * Overrides that stood in a commit of the same title, or in one that was to be squashed into it, and would have let pass what is refused now. The
 * logs of this clone are asked, which no verdict rests on: where they are gone nothing is said.
 */
export async function lostOverrides(
  repo: Repository,
  verdict: Verdict,
  pushed: readonly RefUpdate[],
): Promise<readonly Note[]> {
  const titles = new Map(verdict.commits.map(({ id, title }) => [id, unsquashed(title)]));
  const refused = verdict.findings.flatMap(({ rule, level, standing, commit }) =>
    level === "error" && standing.kind === "new" && commit !== undefined ? [{ rule, commit }] : [],
  );
  if (refused.length === 0) return [];
  const refs = pushed.map(({ localRef }) => localRef).filter((ref) => ref.startsWith("refs/"));
  const recorded = (await loggedMessages(repo, refs)).flatMap(({ id, text }) => {
    const message = commitMessage(text);
    return overridesOf(message).map((override) => ({ ...override, commit: { id, title: message.title } }));
  });
  const notes = new Map<string, Note>();
  for (const { rule, commit } of refused) {
    const title = titles.get(commit);
    const found = recorded.find(
      (other) =>
        other.rule === rule && other.commit.id !== commit && unsquashed(other.commit.title) === title,
    );
    if (found === undefined || (await isStillThere(repo, found.commit.id, pushed))) continue;
    notes.set(`${rule} ${commit}`, { kind: "override-lost", ...found });
  }
  return [...notes.values()];
}

/** Another commit of that title, with an exception of its own, has lost nothing. */
async function isStillThere(
  { git }: Repository,
  id: ObjectId,
  pushed: readonly RefUpdate[],
): Promise<boolean> {
  for (const { newId } of pushed) {
    if (newId === undefined) continue;
    const { code } = await git.run(["merge-base", "--is-ancestor", id, newId], { okCodes: [0, 1, 128] });
    if (code === 0) return true;
  }
  return false;
}

/** The title of the commit that one is to be squashed into. */
function unsquashed(title: string): string {
  return title.replace(/^(?:(?:fixup|squash|amend)! )+/, "");
}
