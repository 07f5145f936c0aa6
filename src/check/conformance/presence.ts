// What every phase must say, and that it is said: no text of a template that nobody has filled in.
import type { Task } from "../../model/task.ts";
import type { ConformanceFault } from "./scene.ts";

export function presenceFaults({ constraints, acceptance, keys, notes }: Task): readonly ConformanceFault[] {
  const { allowlist, diffBudget } = constraints;
  return [
    ...missing(["constraints", "allowlist"], allowlist?.length, ALLOWLIST),
    ...(diffBudget === undefined
      ? missing(["constraints", "diff_budget"], undefined, BUDGET)
      : [
          ...(diffBudget.files === undefined
            ? missing(["constraints", "diff_budget", "files"], undefined, BUDGET)
            : []),
          ...(diffBudget.addedLoc === undefined
            ? missing(["constraints", "diff_budget", "added_loc"], undefined, BUDGET)
            : []),
        ]),
    ...missing(["acceptance"], keys.includes("acceptance") ? acceptance.length : undefined, ACCEPTANCE),
    ...(keys.includes("proof_grep") ? [] : missing(["proof_grep"], undefined, GREPS)),
    ...missing(["notes"], keys.includes("notes") ? notes.trim().length : undefined, NOTES),
  ];
}

const ALLOWLIST = 'name what it may touch: "allowlist": ["A/core/keys.lua"]';
const BUDGET = 'say what it may cost: "diff_budget": {"files": 6, "added_loc": 300}';
const ACCEPTANCE = 'say what must be true of it: "acceptance": ["Diff budget respected."]';
const GREPS =
  'say what must be found, and what must not: "proof_grep": [{"pattern": "…", "should_match": false}]';
const NOTES = "say the impacted modules, the risks, the mitigations and how to undo it";

/** `size` is undefined for what is not there. */
function missing(
  keys: readonly string[],
  size: number | undefined,
  next: string,
): readonly ConformanceFault[] {
  if (size !== undefined && size > 0) return [];
  const what = keys.at(-1);
  const message =
    size === undefined ? `a phase has ${what}: it is missing` : `a phase has ${what}: it is empty`;
  return [{ about: "presence", keys, message, next }];
}

export function placeholders({
  kind,
  constraints,
  acceptance,
  textGreps,
  notes,
}: Task): readonly ConformanceFault[] {
  const texts: readonly (readonly [keys: ConformanceFault["keys"], text: string | undefined])[] = [
    [["task"], kind],
    ...(constraints.allowlist ?? []).map((entry, at) => [["constraints", "allowlist", at], entry] as const),
    ...acceptance.map((line, at) => [["acceptance", at], line] as const),
    [["notes"], notes],
  ];
  return [
    ...texts.flatMap(([keys, text]): ConformanceFault[] =>
      text === undefined || !isPlaceholder(text)
        ? []
        : [{ about: "placeholder", keys, message: `${quoted(text)} is a placeholder`, next: FILL_IN }],
    ),
    ...textGreps.map(({ index, text }): ConformanceFault => {
      const what = isPlaceholder(text) ? "a placeholder" : "a text";
      const message = `${quoted(text)} is ${what} and no proof-grep, so nothing is looked for`;
      return { about: "placeholder", keys: ["proof_grep", index], message, next: GREP };
    }),
  ];
}

const FILL_IN = "write what is meant in its place";
const GREP = 'write {"pattern": "…", "should_match": false}';

/** "…", "... per V5 template ...", "<minimal paths>", "TODO". */
export function isPlaceholder(text: string): boolean {
  const said = text.trim();
  if (/^<[^<>]*>$/.test(said) || /^(?:TODO|TBD|FIXME)\b/.test(said)) return true;
  return /^(?:\.{3}|…)(?:[\s\S]*(?:\.{3}|…))?$/.test(said);
}

function quoted(text: string): string {
  const shown = text.length > 60 ? `${text.slice(0, 59)}…` : text;
  return JSON.stringify(shown);
}
