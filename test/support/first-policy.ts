// Repositories without a policy, what a survey of each draws up, and what that says of changes to them.
import { encodeText, readable } from "../../src/base/byte-text.ts";
import { judge } from "../../src/gate/judge.ts";
import type { Terms } from "../../src/gate/terms.ts";
import { policyText } from "../../src/install/gate/initial-policy.ts";
import { RULE_DEFAULTS } from "../../src/policy/generated/rules.generated.ts";
import type { Policy } from "../../src/policy/policy.ts";
import { readPolicyFile } from "../../src/policy/read/read-policy.ts";
import { settingFor } from "../../src/policy/resolve/setting-for.ts";
import { rules } from "../../src/rules/index.ts";
import { survey } from "../../src/survey/survey.ts";
import { type FixtureRepo, makeFixtureRepo } from "./rules/fixture-repo.ts";
import { TODAY } from "./rules/fixture-terms.ts";

/** What is written and (null) taken away. */
export type Edit = Readonly<Record<string, string | null>>;

export interface Kind {
  readonly title: string;
  readonly files: Readonly<Record<string, string>>;
  readonly settings?: Readonly<Record<string, string>>;
  /** Changes of which nothing is said, not even a warning, by what each does. */
  readonly quiet?: Readonly<Record<string, Edit>>;
  /** Changes that are stopped, each with the rule that does so. */
  readonly stopped?: Readonly<Record<string, readonly [rule: string, edit: Edit]>>;
  /** Changes of which something is said and that pass. */
  readonly warned?: Readonly<Record<string, readonly [rule: string, edit: Edit]>>;
}

export interface FirstPolicies {
  /** The changes of which something else is said than should be, each with that; none is as it should be. */
  wrong(kind: Kind): Promise<readonly string[]>;
  policy(kind: Kind): Promise<Policy>;
  close(): Promise<void>;
}

export async function makeFirstPolicies(kinds: readonly Kind[]): Promise<FirstPolicies> {
  const plans = kinds.flatMap((kind) =>
    editsOf(kind).map(([change, edit]) => ({
      name: `${kind.title}/${change}`,
      before: kind.files,
      commits: [{ message: change, after: withEdit(kind.files, edit) }],
      subject: "commit" as const,
      isMerge: false,
      branches: ["main"],
    })),
  );
  const repo: FixtureRepo = await makeFixtureRepo(plans);
  const policies = new Map<Kind, Promise<Policy>>();
  const policy = (kind: Kind) => {
    const made = policies.get(kind) ?? firstPolicyOf(kind);
    policies.set(kind, made);
    return made;
  };
  const said = async (kind: Kind, change: string) => {
    const { findings } = await judge(repo.change(`${kind.title}/${change}`), termsOf(await policy(kind)));
    return findings
      .filter(({ standing }) => standing.kind === "new")
      .map(({ level, rule, place, message }) => {
        const at = place.kind === "change" ? "" : ` ${readable(place.path)}`;
        return `${level} ${rule}${at}: ${message}`;
      });
  };
  return {
    policy,
    async wrong(kind) {
      const wrong: string[] = [];
      for (const [change] of editsOf(kind)) {
        const lines = await said(kind, change);
        if (!isAsExpected(kind, change, lines)) wrong.push(`${change}: ${lines.join(" · ") || "nothing"}`);
      }
      return wrong;
    },
    close: () => repo.close(),
  };
}

function isAsExpected(kind: Kind, change: string, said: readonly string[]): boolean {
  const [stops] = kind.stopped?.[change] ?? [];
  if (stops !== undefined) return said.some((line) => line.startsWith(`error ${stops} `));
  const [warns] = kind.warned?.[change] ?? [];
  if (warns === undefined) return said.length === 0;
  return said.length > 0 && said.every((line) => line.startsWith(`warn ${warns} `));
}

function editsOf({ quiet = {}, stopped = {}, warned = {} }: Kind): readonly (readonly [string, Edit])[] {
  const told = Object.entries({ ...stopped, ...warned }).map(([change, [, edit]]) => [change, edit] as const);
  return [...Object.entries(quiet), ...told];
}

function withEdit(files: Readonly<Record<string, string>>, edit: Edit): Record<string, string> {
  const after: Record<string, string> = { ...files };
  for (const [path, text] of Object.entries(edit)) {
    if (text === null) delete after[path];
    else after[path] = text;
  }
  return after;
}

async function firstPolicyOf({ files, settings = {} }: Kind): Promise<Policy> {
  const { constructors } = RULE_DEFAULTS["no-require-effects"] as { constructors: readonly string[] };
  const lua = Object.entries(files).filter(([path]) => /\.(?:lua|\w*script)$/.test(path));
  const { policy } = survey(
    {
      lua: lua.map(([path, text]) => ({ path, text: encodeText(text) })),
      luaPaths: lua.map(([path]) => path),
      settings: new Map(Object.entries(settings)),
      titles: [],
      branches: [],
    },
    constructors,
  );
  const read = await readPolicyFile(".arkitektrc.json", Buffer.from(policyText(policy, true)));
  if (!read.ok || read.value === undefined) throw new Error("a first policy is not a policy");
  return read.value.policy;
}

function termsOf(policy: Policy): Terms {
  return {
    rules,
    project: policy.project,
    today: TODAY,
    setting: (rule, path) =>
      settingFor(policy, rule, { branches: ["main"], ...(path === undefined ? {} : { path }) }),
    mayOverride: () => true,
    overrides: [],
    sizeLimit: 1 << 20,
  };
}
