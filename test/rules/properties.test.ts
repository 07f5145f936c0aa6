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

test.before(async () => {
  repo = await makeFixtureRepo(cases.flatMap(variants));
  suppressed = await makeFixtureRepo(await Promise.all(cases.map(withSuppressions)));
});
test.after(async () => {
  await repo.close();
  await suppressed.close();
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
    // What stood in a file that did not parse is old when it is mended: no suppression is needed there.
    if (item.name.startsWith("mended-file")) continue;
    // Where two rules find the same, one of them tells it: a suppression of that one lets the other speak.
    if (item.name === "letter-case") continue;
    const terms = termsOf(item);
    const both = {
      ...terms,
      setting: (id: string) =>
        id === "suppression" ? ({ level: "error", options: {} } as const) : terms.setting(id),
    };
    const { findings } = await judge(suppressed.change(nameOf(item)), both);
    assert.equal(findings.filter(holds), [], item.folder);
    count += findings.length;
  }
  assert.ok(count > 30, "the fixtures hold too few findings to prove anything");
});

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

async function withSuppressions(item: FixtureCase): Promise<Planned> {
  const findings = await found(item);
  const after = Object.entries(item.after).map(([path, content]) => {
    const lines = findings
      .filter(({ place }) => pathOf(place) === path)
      .flatMap(({ place }) => spanOf(place)?.start.line ?? []);
    return [
      path,
      typeof content === "object" && Buffer.isBuffer(content)
        ? suppressAt(content, lines, item.rule)
        : content,
    ];
  });
  return {
    ...planOf(item),
    before: untouched(item),
    commits: [{ message: item.message, after: Object.fromEntries(after) }],
  };
}

function untouched({ before, after }: FixtureCase): Files {
  const same = (path: string, content: unknown) =>
    Buffer.isBuffer(content) && content.equals(bytesOf(after[path]));
  return Object.fromEntries(Object.entries(before).filter(([path, content]) => same(path, content)));
}

function bytesOf(content: unknown): Buffer {
  return Buffer.isBuffer(content) ? content : Buffer.alloc(0);
}

function suppressAt(content: Buffer, lines: readonly number[], rule: string): Buffer {
  const text = content.toString("latin1").split("\n");
  for (const line of [...new Set(lines)].sort((a, b) => b - a))
    text.splice(line - 1, 0, `-- arkitekt-off ${rule}: to try it`);
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
