// A policy can lie in `package.json`, under a key of its own: whoever changes only that changes the policy, and no package.
import { readTree } from "../../json/text.ts";
import { plainValue } from "../../json/value.ts";
import type { FileChange, Side } from "../../model/change.ts";
import type { Facts, Need } from "../../modules/facts.ts";

const PACKAGE = "package.json";

export function needsOfPackage(files: readonly FileChange[]): readonly Need[] {
  if (!files.some(({ path, kind }) => path === PACKAGE && kind === "modified")) return [];
  return (["before", "after"] as const).map((side) => ({ kind: "contents", side, paths: [PACKAGE] }));
}

/** Whether nothing in a `package.json` has changed but the policy. */
export function changesPolicyAlone({ path, kind }: FileChange, facts: Facts): boolean {
  if (path !== PACKAGE || kind !== "modified") return false;
  const [before, after] = [restOf("before", facts), restOf("after", facts)];
  return before !== undefined && before === after;
}

/** Everything but the policy, in one spelling; undefined for what is not an object. */
function restOf(side: Side, facts: Facts): string | undefined {
  const text = facts.file(side, PACKAGE)?.text;
  const json = text === undefined ? undefined : readTree(text);
  if (json?.ok !== true || json.value.root.kind !== "object") return undefined;
  const rest = json.value.root.members.filter(({ key }) => key !== "arkitekt");
  return JSON.stringify(rest.map(({ key, value }) => [key, plainValue(value)]));
}
