// What holds for all rules at once, on whole files: those of all fixtures together, and with ARKITEKT_LUA_CORPUS those of a folder.

import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { judge } from "../../src/gate/judge.ts";
import type { Terms } from "../../src/gate/terms.ts";
import { holds, type JudgedFinding } from "../../src/model/finding.ts";
import { pathOf, spanOf } from "../../src/model/place.ts";
import { rules } from "../../src/rules/index.ts";
import { fixtureCases } from "../support/rules/fixture-case.ts";
import { type FixtureRepo, makeFixtureRepo, type Planned } from "../support/rules/fixture-repo.ts";
import { termsOf } from "../support/rules/fixture-terms.ts";
import { suite } from "../support/suite.ts";

type Texts = Readonly<Record<string, Buffer>>;

const test = suite("all rules on whole files");
/** What is one already, or is told to be none. */
const SUPPRESSION = /arkitekt[\s:_-]*(?:off|disable|ignore)/i;
const FOLDER = process.env["ARKITEKT_LUA_CORPUS"];
const texts: Texts = FOLDER === undefined ? ofFixtures() : ofFolder(FOLDER);
// A file that does not parse may end where no line can follow, and nothing is known of it.
const EXEMPT = new Set(["lua-parse", "proof-grep"]);
const fileRules = rules.filter(({ kind, id }) => kind === "file" && !EXEMPT.has(id)).map(({ id }) => id);
const terms: Terms = termsOf({
  rule: "",
  settings: {},
  policy: { rules: Object.fromEntries([...fileRules, "suppression"].map((id) => [id, "error"])) },
});
let repo: FixtureRepo;

test.before(async () => {
  repo = await makeFixtureRepo([
    plan("plain", {}, texts),
    plan("crlf", {}, onAll(texts, crlf)),
    plan("reformatted", texts, onAll(texts, reformatted)),
  ]);
});
test.after(() => repo.close());

test("line ends don't count", async () => {
  const plain = await found("plain");
  assert.ok(plain.length > 50, "too few findings to prove anything");
  assert.equal((await found("crlf")).map(shown), plain.map(shown));
});

test("formatting makes no finding new", async () => {
  const fresh = (await found("reformatted")).filter(
    ({ standing, evenIfOld }) => standing.kind === "new" && evenIfOld !== true,
  );
  assert.equal(fresh.map(shown), []);
});

test("a file alone is judged as among all", async () => {
  const change = repo.change("plain");
  const alone: string[] = [];
  for (const file of change.files)
    alone.push(...(await judge({ ...change, files: [file] }, terms)).findings.map(shown));
  assert.equal(alone, (await found("plain")).map(shown));
});

test("with every finding suppressed there is none, once a rule that another spoke for is silenced too", async () => {
  let silenced = texts;
  let left = await found("plain");
  for (let round = 0; round < 2; round++) {
    silenced = suppressed(silenced, left);
    const quiet = await makeFixtureRepo([plan("quiet", {}, silenced)]);
    left = (await judge(quiet.change("quiet"), terms)).findings.filter(holds);
    await quiet.close();
    if (round === 0) assert.ok(left.length < 5, left.map(shown).join("\n"));
  }
  assert.equal(left.map(shown), []);
});

function plan(name: string, before: Texts, after: Texts): Planned {
  const commits = [{ message: "[RP-1] Try it", after }];
  return { name, before, commits, subject: "commit", isMerge: false, branches: ["main"] };
}

async function found(name: string): Promise<readonly JudgedFinding[]> {
  return (await judge(repo.change(name), terms)).findings;
}

function shown({ rule, place, message }: JudgedFinding): string {
  const start = spanOf(place)?.start;
  return `${pathOf(place)}:${start?.line}:${start?.column} ${rule} ${message}`;
}

function suppressed(all: Texts, findings: readonly JudgedFinding[]): Texts {
  const wanted = new Set(
    findings.flatMap(({ place, rule }) =>
      place.kind === "span" && fileRules.includes(rule)
        ? [`${place.path}\0${place.span.start.line}\0${rule}`]
        : [],
    ),
  );
  const places = [...wanted].map((each) => each.split("\0"));
  return Object.fromEntries(
    Object.entries(all).map(([path, bytes]) => {
      const text = bytes.toString("latin1").split("\n");
      const own = places.filter(([file]) => file === path).sort(([, a], [, b]) => Number(b) - Number(a));
      for (const [, line, rule] of own)
        text.splice(Number(line) - 1, 0, `-- arkitekt-off ${rule}: to try it`);
      return [path, Buffer.from(text.join("\n"), "latin1")];
    }),
  );
}

function onAll(all: Texts, turn: (text: string) => string): Texts {
  return Object.fromEntries(
    Object.entries(all).map(([path, bytes]) => [path, Buffer.from(turn(bytes.toString("latin1")), "latin1")]),
  );
}

function crlf(text: string): string {
  return text.replaceAll("\n", "\r\n");
}

/** Space at the ends of lines, deeper indentation; a text with long strings stays, for there it means something. */
function reformatted(text: string): string {
  if (/\[=*\[/.test(text)) return text;
  return text.replaceAll(/^([ \t]*)(?=\S)/gm, "$1$1 ").replaceAll(/(?<=[^\s\\])$/gm, "  ");
}

/** Each in a folder of its own, so that none stands in for another. */
function ofFixtures(): Texts {
  const all = fixtureCases().flatMap(({ rule, name, after }) =>
    Object.entries(after).flatMap(([path, content]) =>
      Buffer.isBuffer(content) && path.endsWith(".lua") && isUsable(content)
        ? [[`ARKITEKT/scripts/${rule}/core/${name}/${path}`, content] as const]
        : [],
    ),
  );
  return Object.fromEntries(all);
}

function ofFolder(folder: string): Texts {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(".lua"),
  );
  const files = paths.filter((path) => statSync(join(folder, path)).isFile());
  return Object.fromEntries(
    files
      .map((path) => [path, readFileSync(join(folder, path))] as const)
      .filter(([, bytes]) => isUsable(bytes)),
  );
}

function isUsable(bytes: Buffer): boolean {
  return !SUPPRESSION.test(bytes.toString("latin1")) && !bytes.includes("\r") && !bytes.includes(0);
}
