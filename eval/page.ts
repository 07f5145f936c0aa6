// The report: numbers first, then what was false or needs a word, then every sampled finding with its judgement.
import { rules } from "../src/rules/index.ts";
import type { Everything, Said } from "./findings.ts";
import { type FirstChanges, firstChangeTable } from "./first-changes.ts";
import { type FirstPolicy, firstPolicyTable } from "./first-policies.ts";
import type { Commit, History } from "./history.ts";
import { type NewLines, newLinesTable } from "./new-lines.ts";
import { isFound, isOnSound, type Missed, type Sampled } from "./sample.ts";
import { type Unseen, unseen, unseenList } from "./unseen.ts";
import { type Agreement, agreementTable } from "./versions.ts";

export interface Report {
  readonly files: number;
  readonly history: History;
  readonly everything: Everything;
  readonly samples: ReadonlyMap<string, readonly Sampled[]>;
  readonly missed: readonly Missed[];
  readonly versions: readonly Agreement[];
  readonly newLines: readonly NewLines[];
  readonly firstPolicies: readonly FirstPolicy[];
  readonly firstChanges: readonly FirstChanges[];
}

export function page(report: Report): string {
  return [
    head(report),
    byRule(report),
    byKind(report),
    misses(report),
    byVersion(report),
    byHistory(report),
    byFirstPolicy(report),
    byFirstChange(report),
    byUnseen(unseen()),
    remarks(report),
    sampleList(report),
  ].join("\n");
}

function head({ files, history }: Report): string {
  const commits = history.main.length + history.beside.length + history.undone.length;
  return `# Precision

How often the rules are right, made by \`npm run eval\`: every rule over the benchmark corpus (${files} Lua files of the
Debian packages prosody, prosody-modules, awesome, luarocks and lua-penlight) under the policy that \`arkitekt install\` writes
for it with its host and externals declared, as a whole tree and over ${commits} generated commits of it.

- ${history.main.length} commits are sound: functions edited, renamed, swapped and moved; modules moved with all their importers, copied and
  deleted; exports renamed with all who use them; shims; reformatting. Here every finding is a false alarm until somebody has
  judged it.
- ${history.beside.length + history.undone.length} have a fault that was put there: what is not found is a miss.

The commits are made by patterns on text, without the facts that the rules go by, and are the same on every run. Of each
rule up to 20 findings were drawn, by the digest of what they say, and judged by hand at the code:
\`eval/judgements.json\` keeps the judgements, and a finding that is drawn without one fails the run. A planted fault
that was found is right by its making. What a rule itself is not sure of warns and never blocks, whatever its level: it is counted apart.

Read these figures as an upper bound. Externals, allowed globals and overrides (\`require-fence\` only for awesome's library, some
rules off below \`etc\`, which names hold numbers) were fitted to the corpus by hand after findings were seen, and so were edits of the generator that
turned out to be unsound; findings in the tree were judged at the line that they show.
`;
}

/** Kept apart from the rest, because it is held against compilers and not against judgements. */
export function byVersion({ versions }: Pick<Report, "versions">): string {
  return `## Versions of Lua

Verdicts of \`lua-parse\` held against the compilers themselves (Debian's \`lua5.1\`, \`lua5.2\`, \`lua5.3\`, \`lua5.4\`, \`luajit\`), over the
corpus, the public code that \`ARKITEKT_LUA_CORPUS\` names (nothing of it is kept), and mutants of both. Every version judges
every file, whatever it was written for. Missed is what the compiler refuses and we do not; extra the other way round.

${agreementTable(versions)}
`;
}

/** Kept apart, because it is held against Git's diff and not against judgements. */
export function byHistory({ newLines }: Pick<Report, "newLines">): string {
  return `## What is called new

The last commits of the public histories that \`ARKITEKT_HISTORIES\` names (nothing of them is kept), each judged by the rules that read
files, with nothing declared, and held against Git's own diff, white space aside: of equal findings the one on an added line is the new
one. Those that stand on a line that was left alone were read: what brought them about stands elsewhere (a name that is added to a list
over which a loop requires, a \`return\` that is taken out above, the end of a text). What is called old on an added line was moved, or written
again as it was.

${newLinesTable(newLines)}
`;
}

/** Kept apart, because it is held against a reading of each commit that is stopped. */
export function byFirstPolicy({ firstPolicies }: Pick<Report, "firstPolicies">): string {
  return `## First policies

The last commits of the public histories that \`ARKITEKT_FIRST_POLICIES\` names (nothing of them is kept), each judged by the policy that
\`arkitekt install\` drew up before them, with no edit. Every commit that is stopped was judged, with the rule that does so, by the line that is shown or by its diff: right is what a
maintainer would call a fault. Rows are as old as their last run; what the program infers has changed a little since.
Nothing had been fitted to LuaSnip, ReaScripts, Reaper-Tools, advdupe2, batteries, gitsigns.nvim, howl, lua-resty-dns-client, luassert, ludobits, moonshine,
moreblocks, mpv-file-browser, radical, reaper-keys and tiny-ecs: their rows are from before anything was mended for what they showed.
\`npm run eval -- --first-policies\` makes this part alone.

${firstPolicyTable(firstPolicies)}
`;
}

/** Kept apart, because each is really committed, in a clone of its own. */
export function byFirstChange({ firstChanges }: Pick<Report, "firstChanges">): string {
  return `## First changes

What people do on the first day, in the repositories that \`ARKITEKT_FIRST_POLICIES\` names (nothing of them is kept): \`arkitekt install\` draws a policy up
at the tip, with no edit, and each change is really committed on it. A sound one is as it should be where it passes without a word, a fault where the rule for it
stops it. The places are drawn by patterns on text, without the facts that the rules go by; where a tree has no place for a kind, nothing is
counted. \`npm run eval -- --first-changes\` makes this part alone.

${firstChangeTable(firstChanges)}
`;
}

/** Kept apart, because nothing was fitted to that code. */
export function byUnseen(all: readonly Unseen[]): string {
  return `## Code that nothing was fitted to

What \`no-require-effects\`, \`module-shape\` and \`docs-fence\` say of the trees of public repositories under the policy that \`arkitekt install\` draws up, with no edit; a
rule that this policy makes a warning for the sake of the past is an error here, to tell what is certain from what is not. Every finding
was judged at its code, kept in \`eval/unseen.json\`; what is said many times of one thing in one file is one line. \`docs-fence\` finds nothing in a tree. \`npm run eval -- --unseen\` makes this part alone.

### The first reading

Of lite, nvim-cmp, lua-resty-template, lua-resty-healthcheck, lua-http, lapis, hump, gooey, oil.nvim, luacov, lua-resty-etcd, middleclass, druid,
90-Second-Portraits, scythe, yoru; kong-plugin-prometheus, kong-plugin-session, ulib, light_world.lua, mason.nvim, defold-event, blink.cmp, minetest_game, pypostprocessing.
Lapis and yoru showed that a name alone does not tell: of the first eleven 11 of 13 that blocked were right, of scythe and
yoru 13 of 20. Since then calls of what a local holds, and of what is handed over, warn; from kong-plugin-prometheus on nothing was read before.
${unseenList(all, undefined)}

### The second reading

Of vgit.nvim, overseer.nvim, lualine.nvim, lua-resty-waf, lua-resty-openssl, defold-eva, technic, Factorio-Stdlib, factorio-dana, copas, LDoc, mpv-file-browser, cartridge,
the-glorious-dotfiles, BYTEPATH, the dotfiles of elenapan, Minetest-WorldEdit, RedMew, cartographer, colyseus-defold, kong-plugin-zipkin, ChatGPT.nvim, luafun and awesomewm-config,
judged before anything was mended; nine of them show nothing. The first reading's wrong warnings were mended first, without these; what these showed was mended then.
${unseenList(all, 2)}

### The third reading

Of gitsigns.nvim, i3 (a mod of Minetest), vicious, noice.nvim, the dotfiles of JavaCafe01, gitlab.nvim, orgmode and mari0, by what stood after the second one was mended. Two kinds that
it showed were mended after it: \`dofile\` whose result is taken, and a metatable of a global table of the file's own.
${unseenList(all, 3)}
`;
}

function byRule({ everything, history, samples }: Report): string {
  const lines = rules.map(({ id }) => {
    const sample = samples.get(id) ?? [];
    const planted = [...history.beside, ...history.undone].filter((commit) => commit.planted?.rule === id);
    const found = planted.filter((commit) => isFound(commit, everything));
    const unsure = sample.filter(({ said }) => said.finding.atMost === "warn");
    const sure = sample.filter((each) => !unsure.includes(each));
    return row([
      `\`${id}\``,
      count(everything.tree, id),
      count(everything.history, id),
      everything.history.filter((said) => said.rule === id && isOnSound(said)).length,
      planted.length === 0 ? "" : `${found.length} of ${planted.length}`,
      rightOf(sure),
      rightOf(unsure),
    ]);
  });
  return table(
    "## Rules",
    [
      "rule",
      "in the tree",
      "new in the history",
      "of them on sound commits",
      "faults found",
      "sample right",
      "only warned of, right",
    ],
    lines,
  );
}

function rightOf(sample: readonly Sampled[]): string {
  return sample.length === 0 ? "" : `${sample.filter(isRight).length} of ${sample.length}`;
}

function byKind({ history, everything }: Report): string {
  const kinds = new Map<string, Commit[]>();
  for (const commit of [...history.main, ...history.beside, ...history.undone])
    kinds.set(commit.kind, [...(kinds.get(commit.kind) ?? []), commit]);
  const lines = [...kinds].sort().map(([kind, commits]) => {
    const rule = commits[0]?.planted?.rule;
    const told = commits.filter((commit) => isFound(commit, everything)).length;
    const loud = commits.filter(({ id }) =>
      everything.history.some((said) => said.commit?.id === id && isOnSound(said)),
    );
    const isFault = rule !== undefined && commits[0]?.planted?.isNotice !== true;
    return row([
      kind,
      commits.length,
      rule === undefined ? "" : `\`${rule}\` ${told}`,
      isFault ? "" : loud.length,
    ]);
  });
  return table(
    "## Kinds of commits",
    ["what was done", "commits", "planted for, found", "other findings on sound ones"],
    lines,
  );
}

function misses({ missed }: Report): string {
  if (missed.length === 0) return "## Missed\n\nNo planted fault.\n";
  const lines = missed.map(({ commit: { kind, planted }, why }) => {
    const place = planted?.path ?? "the change";
    return `- ${kind}, in \`${place}\`: \`${planted?.rule}\` said nothing${why === undefined ? "" : ` — ${why}`}`;
  });
  return `## Missed\n\n${lines.join("\n")}\n`;
}

function remarks({ samples }: Report): string {
  const lines = [...samples.values()].flat().flatMap((each) => {
    if (each.kind !== "judged" || each.judgement.why === undefined) return [];
    return [
      `- ${each.judgement.right ? "right" : "**false**"}: ${described(each.said)} — ${each.judgement.why}`,
    ];
  });
  return `## Worth a word\n\n${lines.length === 0 ? "Nothing.\n" : `${lines.join("\n")}\n`}`;
}

function sampleList({ samples }: Report): string {
  const parts = [...samples].sort().map(([rule, sample]) => {
    const lines = sample.map((each) => `- ${verdictOf(each)} ${described(each.said)}`);
    return `### ${rule}\n\n${lines.join("\n")}\n`;
  });
  return `## The samples\n\n${parts.join("\n")}`;
}

function verdictOf(sampled: Sampled): string {
  if (sampled.kind === "planted") return "planted:";
  if (sampled.kind === "open") return "**not judged**:";
  return sampled.judgement.right ? "right:" : "**false**:";
}

/** Without the code itself, which is not ours to copy. */
function described({ finding: { place, message, rule }, commit, level }: Said): string {
  const at =
    place.kind === "change"
      ? ""
      : ` ${place.path}${place.kind === "span" ? `:${place.span.start.line}` : ""}`;
  const where = commit === undefined ? "" : ` (${commit.kind})`;
  return `\`${rule}\`${level === "warn" ? " warns" : ""}${at}${where}: ${message.split("\n")[0]}`.replaceAll(
    "|",
    "\\|",
  );
}

function isRight(sampled: Sampled): boolean {
  return sampled.kind === "planted" || (sampled.kind === "judged" && sampled.judgement.right);
}

function count(said: readonly Said[], rule: string): number {
  return said.filter((each) => each.rule === rule).length;
}

function row(cells: readonly (string | number)[]): string {
  return `| ${cells.join(" | ")} |`;
}

function table(title: string, heads: readonly string[], lines: readonly string[]): string {
  return `${title}\n\n${row(heads)}\n|${heads.map(() => "---|").join("")}\n${lines.join("\n")}\n`;
}
