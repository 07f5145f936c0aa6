import { resolve } from "node:path";
import type { Trailer } from "../../model/change.ts";
import type { Repository } from "../open/repository.ts";

/** Writes trailers into a message file as Git itself does; one that stands there already is not added again. */
export async function addTrailers(
  { git }: Repository,
  file: string,
  trailers: readonly Trailer[],
): Promise<void> {
  const added = trailers.flatMap(({ key, value }) => ["--trailer", `${key}: ${value}`]);
  await git.run([
    "interpret-trailers",
    "--in-place",
    "--if-exists",
    "addIfDifferent",
    ...added,
    resolve(file),
  ]);
}
