// Each door of the README's table has a page, a help with an example, a golden, and a test against the real thing.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as assert from "uvu/assert";
import { suite } from "./support/suite.ts";

const test = suite("the doors");
const root = fileURLToPath(new URL("..", import.meta.url));

type Place = readonly [file: string, holds: string];

interface Door {
  /** As a line of the README's table begins. */
  readonly name: string;
  /** A page that says more, and what it must name. */
  readonly page: Place;
  /** The golden of a help, and a line of its example. */
  readonly help?: Place;
  /** A transcript, or a test, in which the real thing asks. */
  readonly real: readonly Place[];
  /** What is compared whole. */
  readonly goldens: readonly string[];
}

const help = (name: string, example: string): Place => [
  `test/fixtures/commands/help/${name}.txt`,
  `\n  ${example}`,
];
const typed = (name: string, command: string): Place => [`test/transcripts/${name}.txt`, command];
const formats = (...names: readonly string[]) =>
  names.flatMap((name) => [`test/fixtures/formats/${name}.txt`, `test/fixtures/unjudged/${name}.txt`]);

const DOORS: readonly Door[] = [
  {
    name: "at a commit or a push",
    page: ["docs/install.md", "arkitekt install"],
    help: help("install", "npx arkitekt install\n"),
    real: [typed("a-push", "\n$ git push -q origin main\ncommit "), typed("the-first-day", "git commit")],
    goldens: ["test/fixtures/formats/pretty.txt"],
  },
  {
    name: "about to commit",
    page: ["docs/commands.md", "arkitekt check --working"],
    help: help("check", "arkitekt check A/core/list.lua\n"),
    real: ["check --working\n", "check lib/a.lua", "check --patch -", "check --message -"].map((command) =>
      typed("the-doors", command),
    ),
    goldens: ["test/fixtures/formats/pretty.txt"],
  },
  {
    name: "in an editor",
    page: ["docs/commands.md", "problemMatcher"],
    help: help("check", "arkitekt check\n"),
    real: [typed("the-doors", "--format unix\nlib/a.lua:2:1: error: ")],
    goldens: formats("unix"),
  },
  {
    name: "a coding agent",
    page: ["docs/agents.md", "install --agents claude codex cursor"],
    help: help("agent", "arkitekt agent hook --agent claude\n"),
    real: [
      typed("the-doors", "| arkitekt agent hook\n{"),
      typed("the-doors", "AI_AGENT=1 git commit"),
      ...["claude", "codex", "cursor"].map(
        (name): Place => [`test/fixtures/agents/${name}.json`, '"documented"'],
      ),
    ],
    goldens: formats("agent"),
  },
  {
    name: "CI",
    page: ["docs/ci.md", "ci github"],
    help: help("check", "arkitekt check --range origin/main..HEAD\n"),
    real: [
      typed("the-doors", "--format github\n"),
      ["test/report/verdict/sarif.slow.test.ts", "Sarif;Ghas"],
      ["test/ci/checkers.slow.test.ts", "actionlint"],
    ],
    goldens: formats("sarif", "github", "gitlab", "junit", "contract", "json"),
  },
  {
    name: "CI with a long history",
    page: ["docs/machines.md", "--shard 1/2"],
    help: help("report", "arkitekt report merge part-*.json\n"),
    real: [typed("the-doors", "cmp - merged.json && echo the same\nthe same\n")],
    goldens: formats("json"),
  },
  {
    name: "using pre-commit",
    page: ["docs/other-tools.md", "lefthook.yml"],
    real: [
      typed("other-tools", "pre-commit install --install-hooks"),
      typed("other-tools", "lefthook install"),
      ["test/scenarios/other-tools.slow.test.ts", 'run("pre-commit", ["install"]'],
      ["test/scenarios/other-tools.slow.test.ts", 'run("lefthook", ["install"]'],
      ["test/scenarios/other-tools.slow.test.ts", "action.yml"],
    ],
    goldens: [".pre-commit-hooks.yaml", "action.yml"],
  },
  {
    name: "a server",
    page: ["docs/servers.md", "install --server"],
    help: help("install", "npx arkitekt install\n"),
    real: [typed("a-server", "(pre-receive hook declined)"), ["test/hooks/pushes.slow.test.ts", "10_000"]],
    goldens: ["test/transcripts/a-server.txt"],
  },
  {
    name: "another program",
    page: ["docs/library.md", 'from "arkitekt"'],
    real: [typed("the-doors", "$ node ask.mjs"), ["test/library/packed.slow.test.ts", "npm"]],
    goldens: [...formats("json"), "types/index.d.ts"],
  },
  {
    name: "somebody who would rather look",
    page: ["docs/report.md", "arkitekt report -o report.html"],
    help: help("report", "arkitekt report -o report.html\n"),
    real: [
      typed("the-doors", "arkitekt report -o report.html"),
      ["test/report/html/browser.slow.test.ts", "inChromium("],
    ],
    goldens: formats("html"),
  },
];

/** What a door lacks, a sentence each. */
function missingOf({ page, help: example, real, goldens }: Door, row: string): readonly string[] {
  const lacks = ([file, holds]: Place) =>
    existsSync(join(root, file)) && readFileSync(join(root, file), "utf8").includes(holds)
      ? []
      : [`${file} lacks ${JSON.stringify(holds)}`];
  return [
    ...(row.includes(`](${page[0]}`) ? [] : [`the README does not lead to ${page[0]}`]),
    ...[page, ...(example === undefined ? [] : [example]), ...real].flatMap(lacks),
    ...goldens.filter((file) => !existsSync(join(root, file))).map((file) => `${file} is missing`),
  ];
}

const [, table = ""] =
  /\| you are \|.*\n.*\n((?:\|.*\n)+)/.exec(readFileSync(join(root, "README.md"), "utf8")) ?? [];
const rows = table.trimEnd().split("\n");
const rowOf = ({ name }: Door) =>
  rows.find((row) => row.startsWith(`| ${name}`) && !/\w/.test(row.charAt(name.length + 2))) ?? "";

test("of the README's table are all there are, and each has its page, its example, its golden and the real thing", () => {
  assert.is(rows.length, DOORS.length);
  for (const door of DOORS) {
    assert.ok(rowOf(door) !== "", `the README has no row for ${door.name}`);
    assert.equal(missingOf(door, rowOf(door)), [], door.name);
  }
  assert.is(new Set(DOORS.map(rowOf)).size, rows.length);
});

test("that lack a page, an example, a golden or the real thing are told so", () => {
  const door: Door = {
    name: "at a window",
    page: ["docs/window.md", "x"],
    help: help("check", "arkitekt check --window\n"),
    real: [typed("a-push", "through the window")],
    goldens: ["test/fixtures/formats/window.txt"],
  };
  assert.equal(missingOf(door, "| at a window | | |").length, 5);
});
