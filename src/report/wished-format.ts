import { FORMATS, type FormatName } from "./format.ts";

/**
 * The format that whoever runs us has set for all verdicts: `ARKITEKT_FORMAT`, or the short one if a coding agent says that it is
 * one (`AI_AGENT`, `AGENT`). It changes the form and nothing else, so a name that is not a format is ignored.
 */
export function wishedFormat(env: NodeJS.ProcessEnv): FormatName | undefined {
  const named = env["ARKITEKT_FORMAT"];
  if (named !== undefined && isFormat(named)) return named;
  return isSet(env["AI_AGENT"]) || isSet(env["AGENT"]) ? "agent" : undefined;
}

function isFormat(name: string): name is FormatName {
  return Object.hasOwn(FORMATS, name);
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && !["", "0", "false"].includes(value);
}
