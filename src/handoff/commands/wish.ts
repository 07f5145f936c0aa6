import { pathTest } from "../../base/glob.ts";
import type { Input } from "../../command/command.ts";
import type { DeliveryWish } from "../store/delivery.ts";

/** Which messages `--only` chooses, by file name or id; all of them without it. */
export function wishOf(input: Input): DeliveryWish {
  const tests = input.list("only").map(pathTest);
  return {
    wants: (file, id) =>
      tests.length === 0 ||
      tests.some((test) => test(file) || test(id) || test(`msg_${id}`) || test(`msg_${id}.json`)),
    isDryRun: input.has("dry-run"),
  };
}
