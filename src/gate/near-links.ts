// Which links a change may have to do with. Following one asks for every folder on its way, on both sides; a repository has hundreds, and
// most changes touch nothing that any of them leads over.
import type { RepoPath } from "../base/repo-path.ts";
import type { ObjectId, Source } from "../model/change.ts";
import { LONGEST_LINK, linkText, walkLinks } from "../modules/link-end.ts";
import { isLua } from "../modules/lua-files.ts";
import type { Memory } from "./known/memory.ts";
import type { Terms } from "./terms.ts";

/**
 * Those of `links` that lead over one of the `touched` paths, or to a folder with one in it. For a change that touches no link: both sides
 * then lead where the texts say; what else may stand on the way, a file or a submodule, ends it sooner.
 */
export async function nearLinks(
  links: readonly RepoPath[],
  touched: readonly RepoPath[],
  source: Source,
  { project, memory }: Pick<Terms, "project" | "memory">,
): Promise<readonly RepoPath[]> {
  const entries = await source.links("after");
  const texts = await textsOf(entries, source, memory);
  const names = `/${[...links, ...texts.values()].join("/")}/`;
  const isMet = touched.some((path) => names.includes(`/${lastOf(path)}/`));
  const wanted = new Set(touched);
  // What a link leads over has the name of a part of its own path or of a link's text.
  const isNear = isMet ? () => true : endsAbove(touched, links, texts);
  return links.filter((link) => {
    if (!isNear(texts.get(link) ?? "")) return false;
    const isFile = isLua(link, project);
    if (isFile && !isMet) return false;
    const { isOver, end } = courseOf(link, texts, wanted);
    return isOver || (!isFile && end !== undefined && touched.some((path) => path.startsWith(`${end}/`)));
  });
}

/**
 * Whether a link that says so may end at a folder with one of the `touched` paths in it, by the last name of what it says: a folder's, that of a
 * link which may, or one that goes up. A repository has hundreds of links, and following one takes a while.
 */
function endsAbove(
  touched: readonly RepoPath[],
  links: readonly RepoPath[],
  texts: ReadonlyMap<RepoPath, RepoPath>,
): (text: RepoPath) => boolean {
  const names = new Set(["", ".", ".."]);
  for (const path of touched) for (const folder of path.split("/").slice(0, -1)) names.add(folder);
  for (let known = 0; known < names.size; ) {
    known = names.size;
    for (const link of links) if (names.has(lastOf(texts.get(link) ?? ""))) names.add(lastOf(link));
  }
  return (text) => names.has(lastOf(text));
}

function lastOf(path: RepoPath): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** What each link says; kept for the next commit, which usually meets the same ones. */
async function textsOf(
  entries: Awaited<ReturnType<Source["links"]>>,
  source: Source,
  memory: Memory | undefined,
): Promise<ReadonlyMap<RepoPath, RepoPath>> {
  const ids = [...entries.values()].map(({ id }) => id);
  const texts = recalled(ids, memory) ?? (await loaded(ids, source, memory));
  return new Map([...entries.keys()].map((path, index) => [path, texts[index] ?? ""]));
}

function recalled(ids: readonly ObjectId[], memory: Memory | undefined): readonly RepoPath[] | undefined {
  const known = ids[0] === undefined ? undefined : memory?.recall(ids[0], "links");
  return known?.ids.join() === ids.join() ? known.texts : undefined;
}

async function loaded(
  ids: readonly ObjectId[],
  source: Source,
  memory: Memory | undefined,
): Promise<readonly RepoPath[]> {
  const blobs = await source.load(new Set(ids.filter((id) => !READ.has(id))), LONGEST_LINK);
  const texts = ids.map((id) => READ.get(id) ?? linkText(blobs.get(id)));
  if (READ.size > MOST_READ) READ.clear();
  ids.forEach((id, index) => void READ.set(id, texts[index] ?? ""));
  if (ids[0] !== undefined) memory?.keep(ids[0], "links", { ids, texts });
  return texts;
}

/** What links were found to say in this run: of a range each commit meets nearly the same ones. */
const READ = new Map<ObjectId, RepoPath>();
const MOST_READ = 10_000;

/** Whether a link leads over one of the `wanted` paths, and where it ends, if it does. */
function courseOf(
  link: RepoPath,
  texts: ReadonlyMap<RepoPath, RepoPath>,
  wanted: ReadonlySet<RepoPath>,
): { readonly isOver: boolean; readonly end: RepoPath | undefined } {
  const walk = walkLinks(link);
  let isOver = false;
  let step = walk.next();
  while (!step.done) {
    isOver ||= wanted.has(step.value);
    const text = texts.get(step.value);
    step = walk.next(text === undefined ? undefined : { link: text });
  }
  const { end } = step.value;
  return { isOver, end: end.kind === "nothing" ? end.path : undefined };
}
