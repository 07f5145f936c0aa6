// Policies of every shape that the schema allows, for properties.
import fc from "fast-check";
import { RULE_DEFAULTS } from "../../src/policy/generated/rules.generated.ts";

const segment = fc.constantFrom("ARKITEKT", "src", "a b", "ü", "x-1", "scripts", ".hidden", "[x]");
const folder = fc.oneof(
  fc.constant("."),
  fc.array(segment, { minLength: 1, maxLength: 3 }).map((parts) => parts.join("/")),
);
const glob = fc
  .array(fc.oneof(segment, fc.constantFrom("*", "**", "*.lua", "{a,b}")), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.join("/"));
const branchGlob = fc.constantFrom("main", "codex/**", "release/*", "a", "**");
const list = <T>(item: fc.Arbitrary<T>, minLength = 0) => fc.uniqueArray(item, { minLength, maxLength: 3 });
const moduleName = fc.constantFrom("arkitekt", "arkitekt.core", "lib", "x.y.z");
const branches = fc.oneof(fc.constantFrom("people"), list(branchGlob, 1));
const level = fc.constantFrom("off", "warn", "error");
const ruleNames = Object.keys(RULE_DEFAULTS);

const optional = (shape: Record<string, fc.Arbitrary<unknown>>) => fc.record(shape, { requiredKeys: [] });

const budget = optional({
  files: fc.nat(100),
  addedLoc: fc.nat(1000),
  strict: optional({ files: fc.nat(9), addedLoc: fc.nat(99), globs: list(glob) }),
});
const entry = (options: fc.Arbitrary<unknown>) =>
  fc.oneof(
    level,
    level.map((one) => [one]),
    fc.tuple(level, options),
  );
const rules = optional({
  ...Object.fromEntries(ruleNames.map((id) => [id, entry(fc.constant({}))])),
  "diff-budget": entry(budget),
  "docs-fence": entry(optional({ files: list(glob), allow: list(glob) })),
});
const override = fc.oneof(
  fc.record({ branches, rules }),
  fc.record({ files: list(glob, 1), rules }),
  fc.record({ files: list(glob, 1), branches, rules, reason: fc.string({ minLength: 1 }) }),
);

/** A policy file that is right. */
export const anyPolicyFile = optional({
  $schema: fc.constant("x"),
  extends: fc.constant("playbook-v5"),
  root: folder,
  lua: optional({
    files: list(glob),
    moduleRoots: list(folder),
    generated: list(glob),
    scripts: list(glob),
    unlistedScripts: fc.boolean(),
    externals: list(fc.constantFrom("lfs", "socket.*")),
  }),
  namespace: optional({ canonical: moduleName, retired: list(fc.constantFrom("old", "older.x")) }),
  features: optional({ root: folder, layers: list(fc.constantFrom("core", "app")) }),
  pure: list(glob),
  agentBranches: list(branchGlob),
  host: optional({ globals: list(fc.constantFrom("reaper", "gfx")), modules: list(moduleName) }),
  shims: optional({ maxDays: fc.integer({ min: 1, max: 3650 }), forbid: fc.constant(false) }),
  taskCode: optional({ patterns: list(fc.constantFrom("^(?<code>[A-Z]+-\\d+) ", "^(?<code>x)")) }),
  rules,
  overrides: fc.array(override, { maxLength: 3 }),
  mayOverride: fc.array(
    fc.record({ rules: fc.oneof(fc.constant("all"), list(fc.constantFrom(...ruleNames), 1)), branches }),
    { maxLength: 2 },
  ),
  transforms: fc.array(
    fc.record(
      {
        name: fc.constantFrom("format", "gen"),
        run: fc.constant(["stylua", "{inputs}"]),
        inputs: list(glob, 1),
        outputs: list(glob),
        seconds: fc.integer({ min: 1, max: 99 }),
      },
      { requiredKeys: ["name", "run", "inputs"] },
    ),
    { maxLength: 2 },
  ),
  fixers: fc.dictionary(
    fc.constantFrom("*.lua", "A/**/*.md"),
    fc.oneof(fc.constant("stylua"), list(fc.constantFrom("stylua --check", "sort -u"), 1)),
  ),
  limits: optional({ fileBytes: fc.integer({ min: 1024, max: 1_000_000 }) }),
  handoff: optional({ projects: list(fc.constantFrom("jsonld", "x")), project: fc.constant("lang") }),
});
