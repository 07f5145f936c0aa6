import { CannotLook } from "../../model/failure.ts";

/** What `read` gives of a task or manifest; undefined for one that can't be read. */
export async function ifReadable<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof CannotLook && error.failure.kind === "bad-task") return undefined;
    throw error;
  }
}
