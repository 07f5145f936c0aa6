// "Include proof-greps (namespace, backslashes, purity, canonicalization)?": each by a grep of the task or by the policy's rule.
import { encodeText } from "../../../base/byte-text.ts";
import type { Grep } from "../../../model/proof-grep.ts";
import type { ChecklistPoint } from "../../../model/task/task-report.ts";
import { settingFor } from "../../../policy/resolve/setting-for.ts";
import { checkGreps } from "../../../rules/proof-grep/check.ts";
import { compilePattern } from "../../../rules/proof-grep/compile.ts";
import { contradiction } from "../../../rules/proof-grep/contradiction.ts";
import { type ChecklistScene, point } from "./scene.ts";

export function proofGrepsPoint(scene: ChecklistScene): ChecklistPoint {
  const { task, policy } = scene;
  const broken = checkGreps(task.proofGreps).map(({ index, keys, message, next }) => ({
    says: `proof_grep[${index}].${keys.join(".")}: ${message}`,
    next,
  }));
  const against = task.proofGreps.flatMap((grep, index) => {
    const found = contradiction(grep, policy.project);
    return found === undefined ? [] : [{ says: `proof_grep[${index}]: ${found.message}`, next: found.next }];
  });
  const wanted = wantedOf(scene);
  const missing = wanted.filter(({ held }) => held === undefined);
  const held = wanted.flatMap(({ what, held: by }) => (by === undefined ? [] : [`${what}: ${by}`]));
  return point("proof-greps", held, [
    ...broken,
    ...against,
    ...missing.map(({ what, next }) => ({ says: `${what}: nothing looks for it`, next })),
  ]);
}

interface Wanted {
  readonly what: string;
  /** What holds it. */
  readonly held: string | undefined;
  readonly next: string;
}

function wantedOf({ task, policy, branch }: ChecklistScene): readonly Wanted[] {
  const { namespace, pure } = policy.project;
  const byRule = (rule: string) =>
    settingFor(policy, rule, { branches: [branch] }).level === "error"
      ? `held by the rule ${rule}`
      : undefined;
  const byGrep = (isWanted: boolean, ...samples: readonly string[]) => {
    const at = task.proofGreps.findIndex((grep) => grep.should_match === isWanted && finds(grep, samples));
    return at < 0 ? undefined : `proof_grep[${at}]`;
  };
  const requires = namespace.retired.flatMap((name) => [
    `require("${name}.core.keys")`,
    `require "${name}.core.keys"`,
  ]);
  return [
    ...(namespace.retired.length === 0
      ? []
      : [
          {
            what: "old namespace",
            held: byGrep(false, ...requires) ?? byRule("retired-namespace"),
            next: `add a grep that forbids require("${namespace.retired[0]}.`,
          },
        ]),
    {
      what: "backslashes",
      held: byGrep(false, 'require("A\\\\B")', "require('A\\B')") ?? byRule("require-separators"),
      next: 'add {"pattern": "require%([^)]-[\\\\]", "should_match": false}',
    },
    ...(pure.length === 0
      ? []
      : [
          {
            what: "purity",
            held: byGrep(false, "reaper.Main_OnCommand(1)", "ImGui.Text(ctx)") ?? byRule("purity-fence"),
            next: 'add {"pattern": "%f[%w_]reaper%.", "should_match": false} for the pure files',
          },
        ]),
    ...(namesBoundaries(policy, branch)
      ? [
          {
            what: "canonicalization",
            held: byGrep(true, "canonicalize_sequence(seq)") ?? byRule("canonical-shape"),
            next: 'add {"pattern": "canonicalize_sequence%(", "should_match": true}',
          },
        ]
      : []),
  ];
}

function namesBoundaries(policy: ChecklistScene["policy"], branch: string): boolean {
  const { boundaries } = settingFor(policy, "canonical-shape", { branches: [branch] }).options;
  return Array.isArray(boundaries) && boundaries.length > 0;
}

/** Whether a grep finds something in one of these texts. */
function finds(grep: Grep, samples: readonly string[]): boolean {
  const compiled = compilePattern(grep);
  if (!compiled.ok) return false;
  return samples.some((sample) => {
    const found = compiled.value.search(encodeText(`local m = ${sample}\n`));
    return found !== "spent" && found.length > 0;
  });
}
