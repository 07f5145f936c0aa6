import { withGuess } from "../base/wording.ts";
import { CannotLook, failure } from "../model/failure.ts";
import { OVERRIDE_VARIABLE, type Override, readOverride } from "../model/override.ts";
import { rules } from "../rules/index.ts";

/**
 * The exceptions that a person asks for at commit time, one a line: `ARKITEKT_OVERRIDE='diff-budget: renames the
 * namespace'`. One that can't be read is `CannotLook`, so that nobody believes it was accepted.
 */
export function environmentOverrides(env: NodeJS.ProcessEnv): readonly Override[] {
  const lines = (env[OVERRIDE_VARIABLE] ?? "").split("\n").filter((line) => line.trim() !== "");
  return lines.map((line) => {
    const override = readOverride(line);
    if (override.ok) return known(override.value);
    throw new CannotLook(
      failure(
        "bad-override",
        `${OVERRIDE_VARIABLE} says "${line.trim()}", which is not an override`,
        `write ${OVERRIDE_VARIABLE}='<rule>: <reason>'`,
      ),
    );
  });
}

function known(override: Override): Override {
  const ids = rules.map(({ id }) => id);
  if (ids.includes(override.rule)) return override;
  throw new CannotLook(
    failure(
      "bad-override",
      withGuess(`${OVERRIDE_VARIABLE} names "${override.rule}", which is not a rule`, override.rule, ids),
      "arkitekt rules lists them",
    ),
  );
}
