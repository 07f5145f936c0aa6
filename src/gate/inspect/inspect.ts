// Runs the selected rules and gathers what they find, with each finding marked as new or old.

import type { ByteText } from "../../base/byte-text.ts";
import type { RepoPath } from "../../base/repo-path.ts";
import type { ChangeSet } from "../../model/change.ts";
import type { Note } from "../../model/note.ts";
import { pathOf } from "../../model/place.ts";
import { versionOf } from "../../modules/lua-files.ts";
import type { ChangeRule, ChangeScene, Rule } from "../../rule/rule.ts";
import { luaParse } from "../../rules/lua-parse.ts";
import { type ComparedFinding, lessened, markOld, type RawFinding } from "../compare.ts";
import { Files } from "../files.ts";
import { gather } from "../gather.ts";
import { isAboutMessage } from "../known/known-step.ts";
import { watch } from "../known/seen.ts";
import { withoutLinkTwins } from "../link-twins.ts";
import { inOrder, sceneOf } from "../scene.ts";
import { type Selection, selectBefore } from "../select.ts";
import type { Texts } from "../suppression/suppress.ts";
import { textsBefore, textsBeyond } from "../suppression/texts.ts";
import type { Terms } from "../terms.ts";
import { addedUnread, isAddedUnread, unreadBefore } from "../unread.ts";
import { type Inspected, inspectFiles } from "./inspect-files.ts";

export interface Inspection extends Texts {
  readonly found: readonly ComparedFinding[];
  readonly notes: readonly Note[];
  /** Lua files whose code no rule could look at, because they do not parse. */
  readonly unread: readonly RepoPath[];
}

const NEW = { kind: "new" } as const;
const OLD = { kind: "old" } as const;

export async function inspect(change: ChangeSet, selection: Selection, terms: Terms): Promise<Inspection> {
  const files = new Files(
    change.source,
    terms.sizeLimit,
    (path, text) => versionOf(path, terms.project, text),
    terms.memory,
  );
  const notes: Note[] = [];
  const {
    found: after,
    texts: inspected,
    broken,
  } = await inspectFiles(selection.fileTasks, files, terms, notes);
  const before = await inspectBefore(change, after, files, terms);
  const isOld = markOldIn(change, after, before, terms);
  const fresh = new Set(
    after.flatMap(({ rule, file }, index) => (isOld[index] || rule !== luaParse.id ? [] : [file])),
  );
  const { found: ofChange, becoming } = await inspectChange(selection.changeRules, change, files, terms);
  if (becoming.length > 0) notes.push({ kind: "becomes-lua", paths: becoming });
  const others = await textsBeyond(inspected, ofChange, change, files, terms);
  const wasThere = await markOldOfTree(selection.changeRules, ofChange, change, files, terms);
  files.remember();
  return {
    found: [
      ...lessened(after, before.found).map((found, index) => ({
        ...found,
        standing: isOld[index] === true ? OLD : NEW,
      })),
      ...broken
        .filter((file) => !fresh.has(file) && isAddedUnread(file, terms))
        .map((file) => ({ rule: luaParse.id, finding: addedUnread(file), file, standing: NEW })),
      ...ofChange.map((found, index) => ({ ...found, standing: wasThere[index] === true ? OLD : NEW })),
    ],
    notes,
    unread: broken.map(({ path }) => path),
    inspected,
    others,
    before: await textsBefore([...inspected, ...others], files, terms),
  };
}

/** What stands in a file of a tree that was not touched was there before. */
function markOldIn(
  { since }: ChangeSet,
  after: readonly RawFinding[],
  { found: before, broken, tooLarge }: Inspected,
  terms: Terms,
): readonly boolean[] {
  const unread = unreadBefore(broken, tooLarge, terms);
  if (since === undefined) return markOld(after, before, unread);
  const touched = new Set<RepoPath | undefined>(since.files.map(({ path }) => path));
  const isTouched = ({ finding }: RawFinding) => touched.has(pathOf(finding.place));
  const marks = new Map<RawFinding, boolean>();
  const inTouched = after.filter(isTouched);
  markOld(inTouched, before, unread).forEach((isOld, index) => {
    const found = inTouched[index];
    if (found !== undefined) marks.set(found, isOld);
  });
  return after.map((found) => marks.get(found) ?? found.finding.evenIfOld !== true);
}

/** What a rule finds in a tree as a whole is old where it finds the same in the tree before. */
async function markOldOfTree(
  rules: readonly ChangeRule<unknown>[],
  found: readonly RawFinding[],
  { since }: ChangeSet,
  after: Files,
  terms: Terms,
): Promise<readonly boolean[]> {
  const ids = new Set(found.map(({ rule }) => rule));
  const again = rules.filter(({ id, facet }) => ids.has(id) && facet !== "sides");
  if (since === undefined || again.length === 0) return found.map(() => false);
  const before = await since.before();
  const read = (path: RepoPath, text: ByteText) => versionOf(path, terms.project, text);
  const files = new Files(before.source, terms.sizeLimit, read, undefined, after);
  return markOld(found, (await inspectChange(again, before, files, terms)).found);
}

/** Looks at what was there before only when something was found after, and only with the rules that found it. */
async function inspectBefore(
  change: ChangeSet,
  after: readonly RawFinding[],
  files: Files,
  terms: Terms,
): Promise<Inspected> {
  if (after.length === 0) return { found: [], texts: [], broken: [], tooLarge: [] };
  const ids = new Set(after.map(({ rule }) => rule));
  const rules = new Set<Rule>(terms.rules.filter(({ id }) => ids.has(id)));
  return inspectFiles(selectBefore(change, rules, terms), files, terms, []);
}

/** What is said of a step is not asked again with it, so what looks at it is not watched. */
function watchedSceneOf(rule: ChangeRule<unknown>, change: ChangeSet, terms: Terms): ChangeScene<unknown> {
  const scene = sceneOf(rule, change, terms);
  return terms.step === undefined || isAboutMessage(rule) ? scene : watch(scene, { seen: terms.step.seen });
}

async function inspectChange(
  rules: readonly ChangeRule<unknown>[],
  change: ChangeSet,
  files: Files,
  terms: Terms,
): Promise<{ found: readonly RawFinding[]; becoming: readonly RepoPath[] }> {
  const ordered = { ...change, files: inOrder(change.files) };
  const scenes = rules.map((rule) => ({ rule, scene: watchedSceneOf(rule, ordered, terms) }));
  const facts = await gather(
    scenes.map(
      ({ rule, scene }) =>
        (known) =>
          rule.needs?.(scene, known) ?? [],
    ),
    change,
    files,
    terms,
  );
  const found = scenes.flatMap(({ rule, scene }) =>
    [...rule.inspect(scene, facts)].map((finding) => ({ rule: rule.id, finding, file: undefined })),
  );
  return { found: withoutLinkTwins(found, ordered.files), becoming: facts.becomingLua() };
}
