import { progress } from "../../check/progress.ts";
import { judgePart } from "../../check/shard/judge-part.ts";
import { withRepository } from "../../check/with-repository.ts";
import type { Input } from "../../command/command.ts";
import { EXIT } from "../../model/exit.ts";
import type { Shard } from "../../model/shard/range-part.ts";
import { type Narrowing, narrow } from "../../report/narrow.ts";
import { partText } from "../../report/part/part-text.ts";
import type { World } from "../../system/world.ts";
import { optionsAsked } from "./judge-asked.ts";

/** Judges one part of a range, and prints it with all that `report merge` needs. */
export async function checkShard(input: Input, narrowing: Narrowing, world: World): Promise<number> {
  const shard = shardOf(input);
  const range = input.text("range");
  if (range === undefined)
    return input.refuse("--shard is for a range of commits", "arkitekt check --range A..B --shard 1/4");
  const format = input.text("format");
  if (format !== undefined && format !== "json") {
    const next = `arkitekt report merge <file>… --format ${format}`;
    return input.refuse("a part is JSON; the whole is printed in any format", next);
  }
  if (input.has("summary"))
    return input.refuse("--summary is about the whole range, and --shard judges a part of it");
  const options = { ...(await optionsAsked(input, world)), report: progress(world.stderr) };
  const { part, verdict } = await withRepository(world, (repo) =>
    judgePart(repo, range, shard, narrowing, options),
  );
  const shown = narrow(verdict, narrowing);
  world.stdout.write(partText(shown, part));
  return shown.outcome === "block" ? EXIT.blocked : EXIT.pass;
}

const MOST_SHARDS = 10_000;

function shardOf(input: Input): Shard {
  const text = input.need("shard");
  const [, index = Number.NaN, of = Number.NaN] = (/^([1-9]\d{0,5})\/([1-9]\d{0,5})$/.exec(text) ?? []).map(
    Number,
  );
  if (index <= of && of <= MOST_SHARDS) return { index, of };
  return input.refuse(
    `--shard ${text} is not one of several parts`,
    "write it as 1/4, 2/4, 3/4 and 4/4, one for each machine",
  );
}
