// Writes every file that is made from another: `npm run generate`. With `--check` it writes nothing and names what is
// out of date. A new generated file is one line in the table.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { rules } from "../src/rules/index.ts";
import { fileSchemaModules, requestSchemaText } from "./file-schemas.ts";
import { hookScripts, launcher } from "./hook-scripts.ts";
import {
  policySchema,
  policySchemaText,
  policyValidator,
  ruleDefaults,
  settingDefaults,
} from "./policy-schema.ts";
import { withOptions } from "./rule-page.ts";

interface GeneratedFile {
  readonly file: string;
  /** The whole text of the file; `old` is what it holds now, for files that are generated in part. */
  make(old: string): string | Promise<string>;
}

/** In order: what comes later is made by code that imports what came before, and loads it only then. */
const FILES: readonly GeneratedFile[] = [
  { file: "schemas/policy.schema.json", make: policySchema },
  { file: "src/policy/generated/validate.generated.mjs", make: policyValidator },
  { file: "src/policy/generated/schema.generated.ts", make: policySchemaText },
  { file: "src/policy/generated/rules.generated.ts", make: ruleDefaults },
  { file: "src/policy/generated/settings.generated.ts", make: settingDefaults },
  ...fileSchemaModules,
  requestSchemaText,
  { file: "hooks/prefetch.sh", make: async () => (await import("./prefetch-script.ts")).prefetchScript() },
  { file: "hooks/receipt.sh", make: async () => (await import("./receipt-script.ts")).receiptScript() },
  ...[...hookScripts].map(([file, script]) => ({ file, make: () => script })),
  { file: "templates/launcher.sh", make: launcher },
  {
    file: ".arkitektrc.example.json",
    make: async () => (await import("./policy-example.ts")).examplePolicy(),
  },
  {
    file: "docs/policy.md",
    make: async (old) => (await import("./policy-reference.ts")).policyReference(old),
  },
  {
    file: "docs/commands.md",
    make: async (old) => (await import("./docs-tables.ts")).commandsPage(old),
  },
  {
    file: "docs/handoff.md",
    make: async (old) => (await import("./docs-tables.ts")).handoffPage(old),
  },
  {
    file: "docs/architecture.md",
    make: async (old) => (await import("./docs-tables.ts")).architecturePage(old),
  },
  { file: "README.md", make: async (old) => (await import("./rules-table.ts")).withRulesTable(old) },
  ...rules.map((rule) => ({
    file: `docs/rules/${rule.id}.md`,
    make: (old: string) => withOptions(old, rule),
  })),
];

const root = new URL("../", import.meta.url);
const isCheck = process.argv.includes("--check");
const stale: string[] = [];

for (const { file, make } of FILES) {
  const path = fileURLToPath(new URL(file, root));
  const old = await readFile(path, "utf8").catch(() => "");
  const made = await make(old);
  if (made === old) continue;
  stale.push(file);
  if (isCheck) continue;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, made);
}

if (isCheck && stale.length > 0) {
  process.stderr.write(
    `out of date: ${stale.join(", ")}\nnext: npm run generate, and commit what it writes\n`,
  );
  process.exitCode = 1;
} else {
  const count = `${FILES.length} generated files`;
  process.stdout.write(stale.length === 0 ? `${count} are up to date\n` : `wrote ${stale.join(", ")}\n`);
}
