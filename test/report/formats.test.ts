import picocolors from "picocolors";
import * as assert from "uvu/assert";
import { FORMATS } from "../../src/report/format.ts";
import { stageAgain } from "../../src/report/stage-again.ts";
import { githubSummary } from "../../src/report/verdict/github.ts";
import { failurePrinters, verdictPrinters } from "../../src/report/verdict/index.ts";
import { arkitekt, makeGated } from "../support/gated.ts";
import { isGolden } from "../support/golden.ts";
import { sampleVerdict } from "../support/sample-verdict.ts";
import { suite } from "../support/suite.ts";

const test = suite("formats");
const options = {
  paint: picocolors.createColors(false),
  width: 80,
  all: true,
  next: "Mend what is marked, stage it, and commit again.",
  again: stageAgain,
  seeAll: "arkitekt check --all",
};

for (const [name, load] of Object.entries(verdictPrinters)) {
  test(`a verdict is printed as ${name}`, async () => {
    const print = await load();
    isGolden(withoutPages(name, print(sampleVerdict, options)), `formats/${name}.txt`);
  });
}

/** SARIF carries the page of every rule: the golden keeps of each what is not prose. */
function withoutPages(name: string, text: string): string {
  if (name === "html") return text.replaceAll(/(<style>|<script>).+?(?=<\/(?:style|script)>)/gs, "$1…");
  if (name !== "sarif") return text;
  const log = JSON.parse(text);
  const { driver } = log.runs[0].tool;
  for (const { id, help } of driver.rules) assert.ok(help.text.startsWith(`# ${id}\n`), id);
  driver.rules = `all ${driver.rules.length > 20}`;
  return `${JSON.stringify(log, null, 1)}\n`;
}

test("the summary of a step stays below what GitHub takes, the worst first, and says what is left out", () => {
  const [, finding] = sampleVerdict.findings;
  if (finding === undefined) throw new Error("the sample holds no finding");
  const warnings = Array.from({ length: 30_000 }, () => ({ ...finding, level: "warn" as const }));
  const text = githubSummary({ ...sampleVerdict, findings: [...warnings, finding] });
  assert.ok(Buffer.byteLength(text) < 1 << 20);
  assert.match(text.split("\n")[4] ?? "", "| error | require-fence |");
  const shown = text.split("\n").filter((line) => line.includes("| require-fence |")).length;
  assert.match(text, `\n${30_001 - shown} more are not shown here`);
});

test("SARIF holds no more results than GitHub takes, the worst first, and says what is left out", async () => {
  const print = await verdictPrinters.sarif?.();
  const [, finding] = sampleVerdict.findings;
  if (finding === undefined || print === undefined) throw new Error("the sample holds no finding");
  const old = { ...finding, standing: { kind: "old" as const } };
  const told = (count: number) => {
    const findings = [
      ...Array.from({ length: count - 2 }, () => old),
      finding,
      { ...finding, level: "warn" as const },
    ];
    const [{ results, invocations }] = JSON.parse(print({ ...sampleVerdict, findings }, options)).runs;
    const said = invocations[0].toolExecutionNotifications.at(-1);
    return { results, said: said.level === "warning" ? said.message.text : undefined };
  };
  const whole = told(25_000);
  assert.equal([whole.results.length, whole.said], [25_000, undefined]);
  const cut = told(30_000);
  assert.is(cut.results.length, 25_000);
  assert.match(cut.said, "5000 more results are left out");
  const standings = cut.results.map(
    ({ level, baselineState }: Record<string, string>) => `${level} ${baselineState}`,
  );
  assert.equal(standings.slice(0, 3), ["error new", "warning new", "warning unchanged"]);
  const prints = (results: readonly { partialFingerprints: Record<string, string> }[]) =>
    new Set(results.map(({ partialFingerprints }) => partialFingerprints["arkitekt/v1"]));
  assert.is(prints(cut.results).size, 25_000);
});

const unjudged = {
  outcome: "cannot-look",
  kind: "bad-policy",
  message: 'there is no key "ruels"',
  where: ".arkitektrc.json:3:3",
  next: 'use "rules"',
} as const;

for (const [name, load] of Object.entries(failurePrinters)) {
  test(`that nothing could be judged is printed as ${name}`, async () => {
    isGolden(withoutPages(name, (await load())(unjudged)), `unjudged/${name}.txt`);
  });
}

const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  check: Object.keys(verdictPrinters),
  scan: ["pretty", "json", "dot", "mermaid"],
  shims: ["pretty", "json"],
  rules: ["pretty", "json"],
  "policy print": ["pretty", "json"],
};

test("a format that a command can't print is refused, and says which it can", () => {
  const repo = makeGated();
  for (const [command, printed] of Object.entries(COMMANDS)) {
    for (const format of [...Object.keys(FORMATS), "xml"]) {
      const { code, stdout, stderr } = arkitekt(repo, [...command.split(" "), "--format", format]);
      if (printed.includes(format)) {
        assert.equal([code, stderr], [0, ""], `${command} ${format}`);
        continue;
      }
      assert.equal([code, stdout], [2, ""], `${command} ${format}`);
      assert.match(stderr, /→ use --format pretty(, json, .+ or \w+| or json)\n$/);
      assert.match(stderr, format === "xml" ? 'there is no format "xml"' : `can't be printed as ${format}`);
    }
  }
});
