// What holds for every rule about a file, whatever it looks for, tried on the fixtures of all of them.

import * as assert from "uvu/assert";
import { judge } from "../../src/gate/judge.ts";
import { holds, type JudgedFinding } from "../../src/model/finding.ts";
import { pathOf, spanOf } from "../../src/model/place.ts";
import { rules } from "../../src/rules/index.ts";
import type { Files } from "../support/repo.ts";
import { type FixtureCase, fixtureCases } from "../support/rules/fixture-case.ts";
import { planOf } from "../support/rules/fixture-plan.ts";
import { type FixtureRepo, makeFixtureRepo, type Planned } from "../support/rules/fixture-repo.ts";
import { termsOf } from "../support/rules/fixture-terms.ts";
import { suite } from "../support/suite.ts";

const test = suite("properties of file rules");
// A proof-grep looks at the text as it is written; a file that does not parse may end where no line can follow.
const EXEMPT = new Set(["proof-grep", "lua-parse"]);
const fileRules = new Set(rules.flatMap(({ kind, id }) => (kind === "file" && !EXEMPT.has(id) ? [id] : [])));
const cases = fixtureCases().filter(
  ({ rule, settings }) => fileRules.has(rule) && settings.commits === undefined,
);
let repo: FixtureRepo;
let suppressed: FixtureRepo;
/**
 * Of the cases where more is left to silence: where one rule spoke for another, or where all counts as new here that was in the file
 * before.
 */
let silencedTwice: FixtureRepo;
const twice = new Set<FixtureCase>();

test.before(async () => {
  repo = await makeFixtureRepo(cases.flatMap(variants));
  const plain = await makeFixtureRepo(cases.map(plainPlan));
  const once = await Promise.all(
    cases.map(async (item) => {
      // What hangs on what was there before is not found where nothing was.
      const there = new Set(places((await judge(plain.change(nameOf(item)), termsOf(item))).findings));
      const findings = (await found(item)).filter((finding) =>
        places([finding]).some((place) => there.has(place)),
      );
      return withSuppressions(plainPlan(item), findings);
    }),
  );
  await plain.close();
  suppressed = await makeFixtureRepo(once);
  const again = await Promise.all(
    cases.map(async (item, at) => {
      const left = (await foundSuppressed(item, suppressed)).filter(
        (finding) => holds(finding) && finding.rule !== "suppression",
      );
      const plan = once[at];
      if (left.length === 0 || plan === undefined) return [];
      twice.add(item);
      return [withSuppressions(plan, left)];
    }),
  );
  silencedTwice = await makeFixtureRepo(again.flat());
});
test.after(async () => {
  await repo.close();
  await suppressed.close();
  await silencedTwice.close();
});

test("line ends don't count", async () => {
  for (const item of cases)
    assert.equal(places(await found(item, "crlf")), places(await found(item)), item.folder);
});

test("a change of nothing but formatting has no new finding, but for dates that went by", async () => {
  for (const item of cases) {
    const fresh = (await found(item, "reformatted")).filter(
      ({ standing, evenIfOld }) => standing.kind === "new" && evenIfOld !== true,
    );
    assert.equal(fresh, [], item.folder);
  }
});

test("a tree that did not change has no finding", async () => {
  for (const item of cases) assert.equal(await found(item, "unchanged"), [], item.folder);
});

test("the order of the files does not count", async () => {
  for (const item of cases) {
    const change = repo.change(nameOf(item));
    const { findings } = await judge({ ...change, files: [...change.files].reverse() }, termsOf(item));
    assert.equal(findings, await found(item), item.folder);
  }
});

test("a file judged alone is judged as among others", async () => {
  for (const item of cases) {
    const change = repo.change(nameOf(item));
    const alone: JudgedFinding[] = [];
    for (const file of change.files)
      alone.push(...(await judge({ ...change, files: [file] }, termsOf(item))).findings);
    assert.equal(places(alone).sort(), places(await found(item)).sort(), item.folder);
  }
});

test("with every finding suppressed there is none, and no suppression is left over", async () => {
  let count = 0;
  for (const item of cases) {
    const findings = await foundSuppressed(item, twice.has(item) ? silencedTwice : suppressed);
    assert.equal(findings.filter(holds), [], item.folder);
    count += findings.length;
  }
  const spokenFor = [...twice].filter(({ before }) => Object.keys(before).length === 0);
  assert.ok(spokenFor.length < 2, spokenFor.map(({ folder }) => folder).join(", "));
  assert.ok(count > 30, "the fixtures hold too few findings to prove anything");
});

/** With the rule about suppressions on, which tells those that are left over. */
async function foundSuppressed(item: FixtureCase, from: FixtureRepo): Promise<readonly JudgedFinding[]> {
  const terms = termsOf(item);
  const both = {
    ...terms,
    setting: (id: string) =>
      id === "suppression" ? ({ level: "error", options: {} } as const) : terms.setting(id),
  };
  return (await judge(from.change(nameOf(item)), both)).findings;
}

async function found(item: FixtureCase, variant = ""): Promise<readonly JudgedFinding[]> {
  return (await judge(repo.change(`${nameOf(item)}${variant}`), termsOf(item))).findings;
}

/** Where and what, without what is new: that depends on what else the change holds. */
function places(findings: readonly JudgedFinding[]): string[] {
  return findings.map(({ rule, place, message }) => {
    const start = spanOf(place)?.start;
    return `${rule} ${pathOf(place)}:${start?.line}:${start?.column} ${message}`;
  });
}

function nameOf({ rule, name }: FixtureCase): string {
  return `${rule}/${name}`;
}

function variants(item: FixtureCase): Planned[] {
  const plan = planOf(item);
  const { before, after, message } = item;
  const made = (name: string, from: Files, to: Files): Planned => ({
    ...plan,
    name: `${plan.name}${name}`,
    before: from,
    commits: [{ message, after: to }],
  });
  return [
    plan,
    made("crlf", onTexts(before, crlf), onTexts(after, crlf)),
    made("reformatted", after, onTexts(after, reformatted)),
    made("unchanged", after, after),
  ];
}

/** What it was before is left out where the case changes it, so that everything found is new. */
function plainPlan(item: FixtureCase): Planned {
  return {
    ...planOf(item),
    before: untouched(item),
    commits: [{ message: item.message, after: item.after }],
  };
}

function withSuppressions(plan: Planned, findings: readonly JudgedFinding[]): Planned {
  const commits = plan.commits.map(({ message, after }) => ({
    message,
    after: Object.fromEntries(
      Object.entries(after).map(([path, content]) => {
        const own = findings.filter(({ place }) => pathOf(place) === path);
        return [path, Buffer.isBuffer(content) ? suppressAt(content, own) : content];
      }),
    ),
  }));
  return { ...plan, commits };
}

function untouched({ before, after }: FixtureCase): Files {
  const same = (path: string, content: unknown) =>
    Buffer.isBuffer(content) && content.equals(bytesOf(after[path]));
  return Object.fromEntries(Object.entries(before).filter(([path, content]) => same(path, content)));
}

function bytesOf(content: unknown): Buffer {
  return Buffer.isBuffer(content) ? content : Buffer.alloc(0);
}

function suppressAt(content: Buffer, findings: readonly JudgedFinding[]): Buffer {
  const text = content.toString("latin1").split("\n");
  const wanted = new Set(
    findings.flatMap(({ place, rule }) => {
      const start = spanOf(place)?.start;
      return start === undefined ? [] : [`${start.line} ${rule}`];
    }),
  );
  const byLine = [...wanted].map((each) => each.split(" ")).sort(([a], [b]) => Number(b) - Number(a));
  for (const [line, rule] of byLine) text.splice(Number(line) - 1, 0, `-- arkitekt-off ${rule}: to try it`);
  return Buffer.from(text.join("\n"), "latin1");
}

function onTexts(files: Files, turn: (text: string) => string): Files {
  return Object.fromEntries(
    Object.entries(files).map(([path, content]) => [
      path,
      Buffer.isBuffer(content) && path.endsWith(".lua")
        ? Buffer.from(turn(content.toString("latin1")), "latin1")
        : content,
    ]),
  );
}

function crlf(text: string): string {
  return text.replaceAll("\n", "\r\n");
}

/** Deeper indentation and space at the ends of lines. */
function reformatted(text: string): string {
  return text.replaceAll(/^( *)(?=\S)/gm, "$1$1 ").replaceAll(/(?<=\S)$/gm, "  ");
}
