// The outer frame of install and uninstall: alone in the clone, and with every refusal as a failure.
import { join } from "node:path";
import { err, type Result } from "../../base/result.ts";
import { CannotLook, type Failure } from "../../model/failure.ts";
import { fileFailure } from "../../system/files.ts";
import { lockedMeanwhile } from "../../system/lock.ts";
import type { Clone } from "./clone.ts";

/** Turns what the file system or Git refused into a failure; everything else is a bug and is passed up. */
export async function withFailures<T>(work: () => Promise<Result<T, Failure>>): Promise<Result<T, Failure>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof CannotLook) return err(error.failure);
    const refused = fileFailure(error);
    if (refused !== undefined) return err(refused);
    throw error;
  }
}

/** Runs `work` while no other install or uninstall of this clone runs. */
export function alone<T>(
  { commonDir }: Clone,
  work: () => Promise<Result<T, Failure>>,
): Promise<Result<T, Failure>> {
  return lockedMeanwhile(join(commonDir, "arkitekt.lock"), "this clone's gate", work, 20_000);
}
