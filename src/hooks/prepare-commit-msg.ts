import { list } from "../base/wording.ts";
import { type Unverified, unverified } from "../check/hook/unverified.ts";
import { withRepository } from "../check/with-repository.ts";
import { EXIT } from "../model/exit.ts";
import { wishedFormat } from "../report/wished-format.ts";
import type { World } from "../system/world.ts";

/** Looks for what pre-commit left: `--no-verify` skips that one, and not this. The shell found nothing, or could not tell. */
export async function prepareCommitMsg([, source]: readonly string[], world: World): Promise<number> {
  const found = await withRepository(world, (repo) => unverified(repo, source));
  if (found.kind === "settled") return EXIT.pass;
  const isForAgents = wishedFormat(world.env) === "agent";
  world.stderr.write(isForAgents ? forAgents(found) : forPeople(found));
  return found.kind === "refuse" ? EXIT.blocked : EXIT.pass;
}

function forPeople({ kind, branches }: Unverified): string {
  const where = branches.length === 0 ? "here" : `on ${list(branches, "and")}`;
  return kind === "refuse"
    ? `arkitekt: blocked: this commit skipped pre-commit, as --no-verify does, and
  the policy refuses that ${where} (noVerify).
→ commit without --no-verify: git commit
  what the gate will say: arkitekt check
  if you did not say --no-verify, the gate is lost: npx arkitekt install
`
    : `arkitekt: warning: this commit skipped pre-commit, as --no-verify does; a push
  still judges it.
→ see what the gate would have said: arkitekt check --range HEAD~1..HEAD
`;
}

/** The next command first; nothing that an agent could take for a way round. */
function forAgents({ kind }: Unverified): string {
  return kind === "refuse"
    ? "git commit   # blocked: hooks were skipped; commit with them: arkitekt check says what they will say\n"
    : "arkitekt check --range HEAD~1..HEAD   # pre-commit has not judged this commit; a push will\n";
}
