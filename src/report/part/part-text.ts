// How a part of a range's verdict is written and read: the JSON of `check` for whoever looks at it, and below the key `shard`
// all that the other parts need, with a digest of it.
import { createHash } from "node:crypto";
import { err, ok, type Result } from "../../base/result.ts";
import { type Failure, failure } from "../../model/failure.ts";
import type { Verdict } from "../../model/finding.ts";
import type { RangePart } from "../../model/shard/range-part.ts";
import { json } from "../verdict/json.ts";

/** One line; `shown` is what is said about this part alone. */
export function partText(shown: Verdict, part: RangePart): string {
  const open = json(shown).trimEnd().slice(0, -1);
  return `${open},"shard":${JSON.stringify({ digest: digestOf(part), ...part })}}\n`;
}

/** Only what this program wrote, complete, is a part. */
export function readPart(text: string, name: string): Result<RangePart, Failure> {
  const value = parsed(text);
  const shard = value?.["shard"];
  if (!isObject(shard)) return err(notPart(value, name));
  const { digest, ...part } = shard;
  if (digest === digestOf(part)) return ok(part as unknown as RangePart);
  return err(bad(`${name} is not as it was written: its digest differs`, AGAIN));
}

const AGAIN = "judge it again: arkitekt check --range A..B --shard i/n --format json";

function notPart(value: Readonly<Record<string, unknown>> | undefined, name: string): Failure {
  const why = value?.["failure"];
  if (isObject(why) && typeof why["message"] === "string")
    return bad(`${name} holds no verdict: ${why["message"]}`, "mend that, and judge the part again");
  const what = value === undefined ? "is not JSON" : "is not a part of a range";
  return bad(`${name} ${what}`, AGAIN);
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : {};
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The keys of what was parsed stand in the order in which they were written. */
function digestOf(part: object): string {
  return createHash("sha256").update(JSON.stringify(part)).digest("hex");
}

function bad(message: string, next: string): Failure {
  return failure("bad-part", message, next);
}
