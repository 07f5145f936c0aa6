// Commands, formats, hooks and policy keys each have one table, and more places beside it; what is forgotten is named.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as assert from "uvu/assert";
import { HOOKS, hookNames } from "../src/hooks/table.ts";
import { hookScript, withGated } from "../tools/hook-scripts.ts";
import { missingPlaces } from "./support/places.ts";
import { makeFolder } from "./support/repo.ts";
import { suite } from "./support/suite.ts";

const test = suite("the places of a command, a format, a hook and a policy key");
const root = fileURLToPath(new URL("..", import.meta.url));

/** What the tables and their places lie in. */
const COPIED = [
  ...["README.md", "docs/commands.md", "docs/architecture.md", "hooks", "templates/launcher.sh"],
  ...["docs/policy.md", ".arkitektrc.example.json", "schemas", "src/policy/schema", "src/policy/generated"],
  ...[
    "src/cli/commands",
    "src/system/program/as-typed.ts",
    "src/report",
    "src/hooks",
    "test/fixtures/commands/help",
    "test/fixtures/formats",
  ],
  "src/install/doctor/prove.ts",
];

/** A place to a new one: what is written in the copy, and what is said when it is forgotten. */
interface Step {
  readonly file: string;
  readonly write: (old: string) => string;
  readonly says: string;
}

const afterLine = (line: RegExp, more: string) => (old: string) => old.replace(line, (at) => `${at}${more}`);

const STEPS: Readonly<Record<string, readonly Step[]>> = {
  command: [
    {
      file: "src/cli/commands/blame.ts",
      write: () => "export {};\n",
      says: "src/cli/commands/blame.ts is missing",
    },
    {
      file: "src/cli/commands/index.ts",
      write: afterLine(/export const commands.*\n/, '  {\n    name: "blame",\n  },\n'),
      says: "src/cli/commands/index.ts has no line for blame",
    },
    {
      file: "docs/commands.md",
      write: afterLine(/\| command \|.*\n.*\n/, "| [`blame`](#blame) | says who |\n"),
      says: "docs/commands.md has no row for blame",
    },
    {
      file: "docs/commands.md",
      write: (old) => `${old}\n## blame\n\nWho it was.\n`,
      says: 'docs/commands.md has no section "## blame"',
    },
    {
      file: "test/fixtures/commands/help/blame.txt",
      write: () => "Says who.\n",
      says: "test/fixtures/commands/help/blame.txt is missing",
    },
    {
      file: "README.md",
      write: afterLine(/\| command \|.*\n.*\n/, "| `blame` | says who |\n"),
      says: "README.md does not name blame",
    },
    {
      file: "src/system/program/as-typed.ts",
      write: (old) => old.replace('"install ', '"install blame '),
      says: "src/system/program/as-typed.ts has no word blame",
    },
  ],
  format: [
    {
      file: "src/report/format.ts",
      write: afterLine(/export const FORMATS.*\n/, '  lines: "a line each",\n'),
      says: "src/report/format.ts has no line for lines",
    },
    {
      file: "src/report/verdict/index.ts",
      write: afterLine(/export const verdictPrinters.*\n/, "  lines: async () => lines,\n"),
      says: "src/report/verdict/index.ts has no line for lines",
    },
    {
      file: "src/report/verdict/lines.ts",
      write: () => "export {};\n",
      says: "src/report/verdict/lines.ts is missing",
    },
    {
      file: "test/fixtures/formats/lines.txt",
      write: () => "a line\n",
      says: "test/fixtures/formats/lines.txt is missing",
    },
    {
      file: "docs/commands.md",
      write: afterLine(/\| format \|.*\n.*\n/, "| `lines` | a line each | a verdict |\n"),
      says: "docs/commands.md has no row for the format lines",
    },
  ],
  hook: [
    {
      file: "src/hooks/table.ts",
      write: afterLine(
        /export const HOOKS = \{\n/,
        '  "pre-rebase": { judges: "it", given: "nothing", prefetch: "staged", skipping: LATER },\n',
      ),
      says: "src/hooks/table.ts has no line for pre-rebase",
    },
    {
      file: "src/hooks/pre-rebase.ts",
      write: () => "export {};\n",
      says: "src/hooks/pre-rebase.ts is missing",
    },
    {
      file: "src/hooks/run-hook.ts",
      write: afterLine(
        /const RUN: .*\n/,
        '  "pre-rebase": async () => (await import("./pre-rebase.ts")).preRebase,\n',
      ),
      says: "src/hooks/run-hook.ts has no line for pre-rebase",
    },
    {
      file: "src/install/doctor/prove.ts",
      write: afterLine(
        /const proofs: .*\n/,
        '      { hook: "pre-rebase", offered: "a rebase", outcome: first(rebase(probe)) },\n',
      ),
      says: "src/install/doctor/prove.ts offers pre-rebase nothing",
    },
    {
      file: "hooks/pre-rebase",
      write: () => hookScript("pre-rebase", { ...HOOKS["pre-commit"], prefetch: "staged" }),
      says: "hooks/pre-rebase is missing",
    },
    {
      file: "templates/launcher.sh",
      write: (old) => withGated(old, [...hookNames, "pre-rebase"]),
      says: "templates/launcher.sh does not gate pre-rebase",
    },
    {
      file: "docs/architecture.md",
      write: afterLine(/\| hook \|.*\n.*\n/, "| `pre-rebase` | it | nothing |\n"),
      says: "docs/architecture.md has no row for pre-rebase",
    },
  ],
  "policy key": [
    {
      file: "src/policy/schema/schema-keys.ts",
      write: afterLine(/ {2}limits: section\(.*\n/, '    depth: count("How deep.").byDefault(7),\n'),
      says: "src/policy/schema/schema-keys.ts does not state limits.depth",
    },
    {
      file: "schemas/policy.schema.json",
      write: afterLine(/"limits": \{[^{]*"properties": \{\n/, '"depth": { "type": "integer" },\n'),
      says: "schemas/policy.schema.json has no limits.depth",
    },
    {
      file: "src/policy/generated/settings.generated.ts",
      write: afterLine(/"limits": \{\n/, '"depth": 7,\n'),
      says: "src/policy/generated/settings.generated.ts has no default of limits.depth",
    },
    {
      file: ".arkitektrc.example.json",
      write: afterLine(/"limits": \{\n/, '"depth": 7,\n'),
      says: ".arkitektrc.example.json has no limits.depth",
    },
    {
      file: "docs/policy.md",
      write: afterLine(/^- `limits\.fileBytes`.*\n/m, "- `limits.depth`: How deep.\n"),
      says: "docs/policy.md has no line for limits.depth",
    },
  ],
};

test("every one there is has all of them", () => {
  assert.equal(missingPlaces(root), []);
});

for (const [kind, steps] of Object.entries(STEPS)) {
  test(`a ${kind} that is added with every place is whole`, () => {
    assert.equal(missingPlaces(copyWith(steps)), []);
  });

  for (const forgotten of steps) {
    test(`a ${kind} that is added without ${forgotten.says.replace(/ (is missing|has no|does not)/, ": $1")} is told so`, () => {
      const said = missingPlaces(copyWith(steps.filter((step) => step !== forgotten)));
      assert.is(said.length, 1, said.join("\n"));
      assert.match(said[0] ?? "", forgotten.says);
    });
  }
}

test("a hook's script that prefetches nothing, or calls another hook, is told so", () => {
  const steps = STEPS["hook"] ?? [];
  const script = (text: string) =>
    steps.map((step) => (step.file === "hooks/pre-rebase" ? { ...step, write: () => text } : step));
  assert.match(
    missingPlaces(copyWith(script('"$arkitekt_main" hook pre-rebase "$@"\n'))).join(),
    "does not prefetch",
  );
  assert.match(
    missingPlaces(copyWith(script('prefetched staged "$arkitekt_main" hook pre-push "$@"\n'))).join(),
    "does not call",
  );
});

function copyWith(steps: readonly Step[]): string {
  const copy = makeFolder();
  for (const path of COPIED) cpSync(join(root, path), join(copy, path), { recursive: true });
  for (const { file, write } of steps) {
    const place = join(copy, file);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, write(readIfThere(place)));
  }
  return copy;
}

function readIfThere(place: string): string {
  try {
    return readFileSync(place, "utf8");
  } catch {
    return "";
  }
}
