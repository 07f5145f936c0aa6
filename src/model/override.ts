import { err, ok, type Result } from "../base/result.ts";
import type { CommitMessage } from "./change.ts";

/** A recorded, reasoned exception to one rule: the trailer `Arkitekt-Override: <rule>: <reason>` of a commit. */
export interface Override {
  readonly rule: string;
  readonly reason: string;
}

export const OVERRIDE_TRAILER = "Arkitekt-Override";

/** The environment variable that asks for overrides at commit time. */
export const OVERRIDE_VARIABLE = "ARKITEKT_OVERRIDE";

export function overridesOf(message: CommitMessage): readonly Override[] {
  return message.trailers
    .filter(({ key }) => key.toLowerCase() === OVERRIDE_TRAILER.toLowerCase())
    .map(({ value }) => readOverride(value))
    .flatMap((read) => (read.ok ? [read.value] : []));
}

/** Reads `<rule>: <reason>`; without a reason it is not an override. The error is the text that could not be read. */
export function readOverride(text: string): Result<Override, string> {
  const match = /^\s*([a-z][a-z0-9-]*)\s*:\s*(\S[\s\S]*)$/.exec(text);
  const [, rule, reason] = match ?? [];
  if (rule === undefined || reason === undefined) return err(text);
  return ok({ rule, reason: reason.trim().replaceAll(/\s+/g, " ") });
}
