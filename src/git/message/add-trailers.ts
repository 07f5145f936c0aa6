import type { Trailer } from "../../model/change.ts";
import { replaceFile } from "../../system/files.ts";
import type { Repository } from "../open/repository.ts";
import { insertTrailers } from "./insert-trailers.ts";
import { readMessageSettings } from "./read-message.ts";

/**
 * Writes trailers into a message file, which otherwise stays byte for byte as it was; one that stands there already is not added again. `bytes`
 * are what the file holds: its encoding is the user's affair.
 */
export async function addTrailers(
  repo: Repository,
  file: string,
  bytes: Buffer,
  trailers: readonly Trailer[],
): Promise<void> {
  const settings = await readMessageSettings(repo);
  const asText = bytes.toString("utf8");
  const encoding = Buffer.from(asText).equals(bytes) ? "utf8" : "latin1";
  const spell = (text: string): string => Buffer.from(text, "utf8").toString(encoding);
  const raw = bytes.toString(encoding);
  const written = trailers.map(({ key, value }) => ({ key, value: spell(value) }));
  const text = insertTrailers(raw, written, { ...settings, comment: spell(settings.comment) });
  if (text !== raw) replaceFile(file, Buffer.from(text, encoding));
}
