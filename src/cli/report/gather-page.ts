// All that stands on the page that `report` writes, gathered.
import { budgetHistory, lastCommitsOf } from "../../check/history/budget-history.ts";
import { lookAt, readLua } from "../../check/lua-files.ts";
import { progress } from "../../check/progress.ts";
import { judgeRange, namedRange } from "../../check/range.ts";
import { judgeTree } from "../../check/tree.ts";
import type { Repository } from "../../git/open/repository.ts";
import { listedRequests } from "../../handoff/commands/list.ts";
import type { ListedShim } from "../../model/listed-shim.ts";
import type { Note } from "../../model/note.ts";
import { inOrder, shimsIn } from "../../modules/list-shims.ts";
import { isLua, isOwnLua } from "../../modules/lua-files.ts";
import { RequireReader } from "../../modules/require-map.ts";
import type { PageContent } from "../../report/html/page-content.ts";
import type { World } from "../../system/world.ts";
import { specWorld } from "../commands/spec.ts";

export interface PageWish {
  readonly range: string | undefined;
  /** Where the range is left out. */
  readonly tree: string;
  readonly today: string;
}

/** How many commits show how budgets developed. */
const MOST_COMMITS = 100;

export async function gatherPage(repo: Repository, wish: PageWish, world: World): Promise<PageContent> {
  const { range, today } = wish;
  const report = progress(world.stderr);
  const named = range === undefined ? undefined : await namedRange(repo, range, {});
  const tree = named?.tip ?? wish.tree;
  const verdict =
    range === undefined
      ? await judgeTree(repo, tree, { today })
      : await judgeRange(repo, range, { today, report });
  const place = await lookAt(repo, tree);
  const { project } = place.policy;
  const notes: Note[] = [...place.notes];
  const reader = new RequireReader(project, new Set(place.entries.keys()));
  const shims: ListedShim[] = [];
  const files = readLua(
    repo,
    place,
    (path) => isLua(path, project),
    (note) => notes.push(note),
  );
  for await (const { path, id, bytes } of files) {
    reader.read(path, id, bytes);
    if (isOwnLua(path, project)) shims.push(...shimsIn(path, bytes, today));
  }
  const commits = named?.commits.slice(-MOST_COMMITS) ?? (await lastCommitsOf(repo, tree, MOST_COMMITS));
  return {
    what: range === undefined ? `The tree ${wish.tree}` : `The range ${range}`,
    verdict,
    today,
    map: reader.map(place.tree, notes),
    features: project.features,
    shims: inOrder(shims),
    trails: repo.isBare ? [] : listedRequests(await specWorld(world)),
    budget: await budgetHistory(repo, commits, place.policy, today),
  };
}
