import { resolve } from "node:path";
import { progress } from "../../check/progress.ts";
import { dayOf } from "../../check/today.ts";
import { lastCommits, nothingToTry, stoppedByRule, type Trial, tryPolicy } from "../../check/trial.ts";
import { withRepository } from "../../check/with-repository.ts";
import type { Input } from "../../command/command.ts";
import { EXIT } from "../../model/exit.ts";
import { LARGEST_POLICY } from "../../model/policy-places.ts";
import type { KeyPath } from "../../policy/faults/fault.ts";
import type { FoundPolicy } from "../../policy/policy.ts";
import { pointerOfKey } from "../../policy/schema/written-key.ts";
import { policyInForce, policyOfFile } from "../../policy-source/in-force.ts";
import { type TrialReport, trialText } from "../../report/policy/trial.ts";
import { readNamedFile } from "../../system/places.ts";
import type { World } from "../../system/world.ts";

/** Judges the commits by the policy that is asked for (the last `few` where none are named), and prints what it would have stopped. */
export async function runTry(input: Input, world: World, few: number): Promise<number> {
  const report = await withRepository(world, async (repo) => {
    const last = input.text("last") ?? String(few);
    if (!/^[1-9]\d{0,5}$/.test(last)) input.refuse(`--last ${last} is not a number of commits`);
    const range = input.text("range") ?? (await lastCommits(repo, Number(last)));
    if (range === undefined) throw nothingToTry();
    const isDraft = input.has("policy") || input.has("set");
    const draft = await draftOf(input, world, () => policyInForce(repo));
    const inForce = isDraft ? await policyInForce(repo) : undefined;
    const options = { today: dayOf(world.now), report: progress(world.stderr) };
    const after = await tryPolicy(repo, draft.policy, range, options);
    const before = inForce === undefined ? undefined : await tryPolicy(repo, inForce.policy, range, options);
    return reportOf(after, before);
  });
  world.stdout.write(trialText(report, world.stdout.columns));
  return EXIT.pass;
}

export function reportOf(after: Trial, before: Trial | undefined): TrialReport {
  const now = stoppedByRule(after);
  const was = before === undefined ? undefined : stoppedByRule(before);
  const rules = [...new Set([...now.keys(), ...(was?.keys() ?? [])])];
  const rows = rules.map((rule) => {
    const [commit] = now.get(rule) ?? was?.get(rule) ?? [];
    const finding = commit?.findings.find((each) => each.rule === rule);
    return {
      rule,
      before: was === undefined ? undefined : (was.get(rule)?.length ?? 0),
      after: now.get(rule)?.length ?? 0,
      example: commit === undefined || finding === undefined ? undefined : { ...commit, finding },
    };
  });
  return {
    judged: after.judged,
    before: before?.stopped.length,
    after: after.stopped.length,
    rows,
    unread: after.unread,
  };
}

async function draftOf(
  input: Input,
  { cwd }: World,
  inForce: () => Promise<FoundPolicy>,
): Promise<FoundPolicy> {
  const file = input.text("policy");
  const found =
    file === undefined
      ? await inForce()
      : await policyOfFile(file, readNamedFile(resolve(cwd, file), LARGEST_POLICY));
  const changes = input.list("set");
  if (changes.length === 0) return found;
  const draft = changes.reduce((policy, change) => changed(policy, change, input), found.file as object);
  return await policyOfFile("--set", Buffer.from(JSON.stringify(draft)));
}

/** The policy with a dotted key set; what is not JSON is a text. */
function changed(policy: object, change: string, input: Input): object {
  const [, key = "", written = ""] =
    /^([\w$.-]+)=(.*)$/s.exec(change) ?? input.refuse(`--set ${change} is not KEY=VALUE`);
  return withKey(policy, pointerOfKey(key) ?? key.split("."), valueIn(written)) as object;
}

function withKey(target: unknown, [first, ...rest]: KeyPath, value: unknown): unknown {
  if (first === undefined) return value;
  if (typeof first === "number") return withItem(target, first, (own) => withKey(own, rest, value));
  const holder = typeof target === "object" && target !== null && !Array.isArray(target) ? target : {};
  const own = Object.hasOwn(holder, first) ? (holder as Readonly<Record<string, unknown>>)[first] : undefined;
  return { ...holder, [first]: withKey(own, rest, value) };
}

/** A list as it is; a rule's level alone becomes the first item of one. */
function withItem(target: unknown, index: number, change: (own: unknown) => unknown): readonly unknown[] {
  const list: unknown[] = Array.isArray(target) ? [...target] : target === undefined ? [] : [target];
  list[index] = change(list[index]);
  list[0] ??= "error";
  return list;
}

function valueIn(written: string): unknown {
  try {
    return JSON.parse(written);
  } catch {
    return written;
  }
}
