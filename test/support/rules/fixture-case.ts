// One fixture: test/fixtures/rules/<rule>/<case>/ with what was before, what is after, and what is to be said about it.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Files } from "../repo.ts";

export const FIXTURES = fileURLToPath(new URL("../../fixtures/rules/", import.meta.url));

export interface FixtureCase {
  readonly rule: string;
  readonly name: string;
  readonly folder: string;
  readonly before: Files;
  readonly after: Files;
  readonly message: string;
  readonly settings: CaseSettings;
  readonly policy: CasePolicy;
}

/** `case.json`; every key may be left out. */
export interface CaseSettings {
  readonly subject?: "staged" | "message" | "commit" | "tree" | "range";
  readonly isMerge?: boolean;
  readonly branches?: readonly string[];
  readonly today?: string;
  /** Entries that are not plain files, or whose text must not lie about in this repository. */
  readonly before?: Files;
  readonly after?: Files;
  /** The commits of a range, each with what it writes and (null) takes away. */
  readonly commits?: readonly {
    readonly message: string;
    readonly files?: Files;
    readonly isUpstream?: boolean;
  }[];
  readonly overrides?: boolean;
  /** Exceptions that are claimed, as `<rule>: <reason>`. */
  readonly claims?: readonly string[];
}

/** `policy.json`: facts of the project, and the setting of rules. */
export interface CasePolicy {
  readonly project?: Readonly<Record<string, unknown>>;
  readonly rules?: Readonly<Record<string, unknown>>;
}

export function fixtureCases(): readonly FixtureCase[] {
  return folders(FIXTURES).flatMap((rule) =>
    folders(join(FIXTURES, rule)).map((name) => readCase(rule, name)),
  );
}

export function expectedText({ folder }: FixtureCase): string | undefined {
  const path = join(folder, "expected.txt");
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

export function rewriteExpected({ folder }: FixtureCase, text: string): void {
  writeFileSync(join(folder, "expected.txt"), text);
}

function readCase(rule: string, name: string): FixtureCase {
  const folder = join(FIXTURES, rule, name);
  const settings = readJson<CaseSettings>(join(folder, "case.json"));
  const message = join(folder, "message.txt");
  return {
    rule,
    name,
    folder,
    before: { ...filesIn(join(folder, "before")), ...settings.before },
    after: { ...filesIn(join(folder, "after")), ...settings.after },
    message: existsSync(message) ? readFileSync(message, "utf8") : "phase1_fixture: a change\n",
    settings,
    policy: readJson<CasePolicy>(join(folder, "policy.json")),
  };
}

function readJson<T extends object>(path: string): T | Record<string, never> {
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as T) : {};
}

function filesIn(folder: string): Files {
  if (!existsSync(folder)) return {};
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    paths
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return [path.slice(folder.length + 1), readFileSync(path)];
      }),
  );
}

function folders(path: string): string[] {
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}
