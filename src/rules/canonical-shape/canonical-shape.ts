import { readable } from "../../base/byte-text.ts";
import { matchesAny } from "../../base/glob.ts";
import type { LuaCall } from "../../lua/facts/calls.ts";
import { globs, item, list, optionsOf, some, texts, type ValueOf } from "../../model/option.ts";
import { isOwnLua } from "../../modules/lua-files.ts";
import { matchesName } from "../../rule/call-pattern.ts";
import { placeIn } from "../../rule/place-in.ts";
import type { FileRule } from "../../rule/rule.ts";
import { isIdle } from "./is-idle.ts";

const boundary = item(
  "A boundary.",
  {
    files: some(globs("Globs of files.")),
    calls: some(texts("What is called, as it is written: `engine.set_sequence`, `*:set_sequence`.")),
  },
  {},
);

const options = optionsOf({
  boundaries: list(
    "Files at a boundary, and the calls there that need a canonical value. Empty: nothing is asked for.",
    boundary,
  ).byDefault([]),
  canonicalizers: texts("The functions that canonicalize.").byDefault([
    "canonicalize_sequence",
    "*.canonicalize_*",
  ]),
});

type CanonicalShapeOptions = ValueOf<typeof options>;

/**
 * At a boundary that the policy names, a sequence is canonicalized in the function that passes it on (playbook, "Shapes &
 * coercion": boundary rule). A canonicalizer whose result is thrown away, or that does nothing, doesn't count.
 */
export const canonicalShape: FileRule<CanonicalShapeOptions> = {
  id: "canonical-shape",
  kind: "file",
  summary: "what crosses a boundary is canonicalized first",
  options,
  covers: (path, project, { boundaries }) =>
    boundaries.some(({ files }) => matchesAny(files, path)) && isOwnLua(path, project),
  *inspect(file, { options }) {
    const wanted = options.boundaries.flatMap(({ files, calls }) =>
      matchesAny(files, file.path) ? calls : [],
    );
    const { calls, syntax } = file.lua;
    const crossings = calls.flatMap((call) => {
      const name = nameAmong(call, wanted);
      return name === undefined ? [] : [{ ...call, name }];
    });
    if (crossings.length === 0 || !syntax.ok) return;
    const canonical = calls.filter((call) => nameAmong(call, options.canonicalizers) !== undefined);
    for (const crossing of crossings) {
      const before = canonical.filter(
        ({ scope, range }) => scope === crossing.scope && range.start < crossing.range.end,
      );
      const reasons = before.map((call) => whyNot(call));
      if (reasons.includes(undefined)) continue;
      yield {
        place: placeIn(file, crossing.range),
        message: `${readable(crossing.name)} gets a value that is not canonical${reasons[0] === undefined ? "" : `: ${reasons[0]}`}`,
        hint: `pass it what ${options.canonicalizers[0] ?? "a canonicalizer"}(…) returns`,
        anchor: { scope: crossing.scope, code: crossing.text },
      };
    }
  },
};

/** As written, or else what that stands for. */
function nameAmong({ text, names }: LuaCall, patterns: readonly string[]): string | undefined {
  return [text, ...names].find((name) => matchesName(name, patterns));
}

function whyNot({ text, isStatement, definitions }: LuaCall): string | undefined {
  if (isStatement) return `the result of ${readable(text)} is thrown away`;
  if (definitions.length > 0 && definitions.every(isIdle))
    return `${readable(text)} in this file does nothing`;
  return undefined;
}
