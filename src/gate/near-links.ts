// Which links a change may have to do with. Following one asks for every folder on its way, on both sides; a repository has hundreds, and
// most changes touch nothing that any of them leads over.
import type { RepoPath } from "../base/repo-path.ts";
import type { Links, ObjectId, Source } from "../model/change.ts";
import { LONGEST_LINK, linkText, walkLinks } from "../modules/link-end.ts";
import { isLua } from "../modules/lua-files.ts";
import type { LinkNames, Memory } from "./known/memory.ts";
import type { Terms } from "./terms.ts";

/**
 * Those of `links` that lead over one of the `touched` paths, or to a folder with one in it. For a change that touches no link: both sides
 * then lead where the texts say; what else may stand on the way, a file or a submodule, ends it sooner.
 */
export async function nearLinks(
  links: Links,
  touched: readonly RepoPath[],
  source: Pick<Source, "load">,
  { project, memory }: Pick<Terms, "project" | "memory">,
): Promise<readonly RepoPath[]> {
  if (links.size === 0) return [];
  const names = recalled(links, memory) ?? (await read(links, source, memory));
  // What a link leads over has the name of a part of its own path or of a link's text.
  const isMet = touched.some((path) => names.all.includes(`/${lastOf(path)}/`));
  const above = namesAbove(touched, names);
  if (!isMet && !above.some((name) => names.ends.includes(`/${name}/`))) return [];
  const texts = await textsOf(links, source);
  const wanted = new Set(touched);
  const isAbove = new Set(above);
  return links.paths.filter((link) => {
    if (!isMet && !isAbove.has(lastOf(texts.get(link) ?? ""))) return false;
    const isFile = isLua(link, project);
    if (isFile && !isMet) return false;
    const { isOver, end } = courseOf(link, texts, wanted);
    return isOver || (!isFile && end !== undefined && touched.some((path) => path.startsWith(`${end}/`)));
  });
}

/**
 * The last name of what a link says, if it may end at a folder with one of the `touched` paths in it: a folder's, that of a
 * link which may, or one that goes up. A repository has hundreds of links, and following one takes a while.
 */
function namesAbove(touched: readonly RepoPath[], { steps }: LinkNames): readonly string[] {
  const names = new Set(["", ".", ".."]);
  for (const path of touched) for (const folder of path.split("/").slice(0, -1)) names.add(folder);
  for (let known = 0; known < names.size; ) {
    known = names.size;
    for (const [said, link] of steps) if (names.has(said)) names.add(link);
  }
  return [...names];
}

function lastOf(path: RepoPath): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** The same ones were met a moment ago, or by the last commit. */
function recalled(links: Links, memory: Memory | undefined): LinkNames | undefined {
  const mark = links.mark();
  if (last?.mark === mark) return last;
  const known = memory?.recall(links.firstId, "links");
  if (known?.mark !== mark) return undefined;
  last = known;
  return known;
}

async function read(
  links: Links,
  source: Pick<Source, "load">,
  memory: Memory | undefined,
): Promise<LinkNames> {
  const names = namesIn(links, await textsOf(links, source));
  memory?.keep(links.firstId, "links", names);
  last = names;
  return names;
}

let last: LinkNames | undefined;

function namesIn(links: Links, texts: ReadonlyMap<RepoPath, RepoPath>): LinkNames {
  const steps = new Map<string, readonly [said: string, link: string]>();
  const ends = new Set<string>();
  for (const [link, text] of texts) {
    const [said, its] = [lastOf(text), lastOf(link)];
    ends.add(said);
    if (said !== its) steps.set(`${said}/${its}`, [said, its]);
  }
  const all = new Set([...links.paths, ...texts.values()].join("/").split("/"));
  return { mark: links.mark(), all: between(all), ends: between(ends), steps: [...steps.values()] };
}

/** Each name between slashes. */
function between(names: ReadonlySet<string>): string {
  return `/${[...names].join("/")}/`;
}

/** What each link says. */
async function textsOf(
  { paths, ids }: Links,
  source: Pick<Source, "load">,
): Promise<ReadonlyMap<RepoPath, RepoPath>> {
  const blobs = await source.load(new Set(ids.filter((id) => !READ.has(id))), LONGEST_LINK);
  const texts = ids.map((id) => READ.get(id) ?? linkText(blobs.get(id)));
  if (READ.size > MOST_READ) READ.clear();
  ids.forEach((id, at) => void READ.set(id, texts[at] ?? ""));
  return new Map(paths.map((path, at) => [path, texts[at] ?? ""]));
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
