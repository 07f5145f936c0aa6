import { showPath } from "../base/repo-path.ts";
import { type Failure, failure } from "../model/failure.ts";
import type { FoundPolicy, Options } from "../policy/policy.ts";
import { checkGreps } from "../rules/proof-grep/check.ts";
import type { Grep } from "../rules/proof-grep/grep.ts";
import { proofGrep } from "../rules/proof-grep/proof-grep.ts";

/** What only a rule can tell about its options: a proof-grep that can't be used would find nothing, and seem to pass. */
export function faultOfGreps({ policy, path }: FoundPolicy): Failure | undefined {
  const { id } = proofGrep;
  const places: readonly (readonly [string, Options | undefined])[] = [
    [`rules.${id}`, policy.rules[id]?.options],
    ...policy.overrides.map(
      ({ rules }, index) => [`overrides[${index}].rules.${id}`, rules[id]?.options] as const,
    ),
  ];
  for (const [key, options] of places) {
    const [fault] = checkGreps(grepsOf(options));
    if (fault === undefined) continue;
    const place = `${key}.greps[${fault.index}].${fault.keys.join(".")}`;
    return failure("bad-policy", `${place}: ${fault.message}`, fault.next, showPath(path));
  }
  return undefined;
}

/** The schema has held them to the form of a grep. */
function grepsOf(options: Options | undefined): readonly Grep[] {
  return (options?.["greps"] as readonly Grep[] | undefined) ?? [];
}
