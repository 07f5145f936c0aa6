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
    const firstIn = firstCanonical(calls, options.canonicalizers);
    for (const crossing of crossings) {
      const { sound, unsound } = firstIn.get(crossing.scope) ?? {};
      const isBefore = (call: LuaCall | undefined) =>
        call !== undefined && call.range.start < crossing.range.end;
      if (isBefore(sound)) continue;
      const reason = isBefore(unsound?.call) ? unsound?.reason : undefined;
      yield {
        place: placeIn(file, crossing.range),
        message: `${readable(crossing.name)} gets a value that is not canonical${reason === undefined ? "" : `: ${reason}`}`,
        hint: `pass it what ${options.canonicalizers[0] ?? "a canonicalizer"}(…) returns`,
        anchor: { scope: crossing.scope, code: crossing.text },
      };
    }
  },
};

interface FirstCanonical {
  readonly sound?: LuaCall;
  readonly unsound?: { readonly call: LuaCall; readonly reason: string };
}

/** Of each function the first call that canonicalizes, and the first that only seems to. */
function firstCanonical(
  calls: readonly LuaCall[],
  canonicalizers: readonly string[],
): ReadonlyMap<string, FirstCanonical> {
  const found = new Map<string, FirstCanonical>();
  const inOrder = [...calls].sort((one, other) => one.range.start - other.range.start);
  for (const call of inOrder) {
    const { sound, unsound } = found.get(call.scope) ?? {};
    if (sound !== undefined || nameAmong(call, canonicalizers) === undefined) continue;
    const reason = whyNot(call);
    if (reason === undefined) found.set(call.scope, { ...(unsound && { unsound }), sound: call });
    else if (unsound === undefined) found.set(call.scope, { unsound: { call, reason } });
  }
  return found;
}

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
