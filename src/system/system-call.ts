import { CannotLook } from "../model/failure.ts";
import { systemFailure } from "./system-failure.ts";

/** Undefined if there is nothing at the path; every other error of the system becomes a failure that names it. */
export function attempt<T>(doing: string, path: string, work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    if (code === "ENOENT" && doing !== "write" && doing !== "make") return undefined;
    throw new CannotLook(systemFailure(code, doing, path));
  }
}

/** The code of an error of the operating system, such as "ENOENT". */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}
