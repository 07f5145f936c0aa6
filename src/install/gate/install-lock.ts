// The outer frame of install and uninstall: alone in the clone, and with every refusal as a failure.
import { join } from "node:path";
import { err, type Result } from "../../base/result.ts";
import { CannotLook, type Failure, failure } from "../../model/failure.ts";
import { fileFailure } from "../../system/files.ts";
import { takeLock } from "../../system/passing-lock.ts";
import type { Clone } from "./clone.ts";

/** Turns what the file system or Git refused into a failure; everything else is a bug and goes on up. */
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

const MOST_SECONDS = 20;

/** Runs `work` while no other install or uninstall of this clone runs. */
export async function alone<T>(
  { commonDir }: Clone,
  work: () => Promise<Result<T, Failure>>,
): Promise<Result<T, Failure>> {
  const path = join(commonDir, "arkitekt.lock");
  const letGo = await takeLock(path, MOST_SECONDS);
  if (letGo === undefined) {
    const next = `wait for it to end; if none runs, delete ${path}`;
    return err(
      failure("install-runs", "another install of this clone has been running for a while", next, path),
    );
  }
  try {
    return await work();
  } finally {
    letGo();
  }
}
