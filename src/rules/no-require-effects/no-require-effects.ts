import { type ByteText, readable } from "../../base/byte-text.ts";
import type { Callee } from "../../lua/facts/calls.ts";
import type { Effect } from "../../lua/facts/effects.ts";
import type { GlobalUse } from "../../lua/facts/globals.ts";
import { isWordInLog } from "../../lua/facts/word-in-log.ts";
import type { Anchor } from "../../model/finding.ts";
import { isNoCode } from "../../modules/declarations.ts";
import { isOwnLua, isScript, isStarted } from "../../modules/lua-files.ts";
import type { SourceFile } from "../../modules/source-file.ts";
import { placeIn } from "../../rule/place-in.ts";
import type { FileRule } from "../../rule/rule.ts";
import { scriptHint } from "../../rule/script-hint.ts";
import { isHostAct, isOfLua } from "./acts.ts";
import { moduleName, onlyDefines, onlyMakes } from "./definitions.ts";
import { type NoRequireEffectsOptions, options } from "./options.ts";

/**
 * Loading a module does nothing but define (playbook, "Hard boundaries": no side-effects at `require` time). At load it may
 * require, compute, set metatables and call declared constructors. What the host runs itself (`lua.scripts`) may act.
 */
export const noRequireEffects: FileRule<NoRequireEffectsOptions> = {
  id: "no-require-effects",
  kind: "file",
  summary: "loading a module does nothing but define",
  options,
  covers: (path, project) => isOwnLua(path, project) && !isScript(path, project),
  *inspect(file, { options, project }) {
    if (isNoCode(file) || isStarted(file, project)) return;
    const found = withoutOwnTables(
      file.lua.effects.filter((effect) => !onlyDefines(effect, options)),
      file,
    );
    const alone = new Set(found.length === 0 ? [] : statementsOf(file));
    const effects = options.results ? found.filter((effect) => !onlyMakes(effect, alone)) : found;
    for (const effect of oneForEachThing(oneForEachChain(effects, alone), alone)) {
      const { from, range, kind } = effect;
      // A chain that continues on the next line is one name.
      const text = readable(effect.text)
        .replaceAll(/\s+(?=[.:][A-Za-z_])/g, "")
        .replaceAll(/\s+/g, " ");
      const through =
        from === undefined ? "" : `, through the call on line ${file.lines.at(from.start).line}`;
      yield {
        place: placeIn(file, range),
        message: `${VERB[kind]} ${shorten(text)} while the module is loaded${through}`,
        hint:
          kind === "call"
            ? `do it in a function that the caller calls; a function that only makes something: declare it in the policy: no-require-effects.constructors; ${scriptHint(file.path)}`
            : `do it in a function that the caller calls; ${scriptHint(file.path)}`,
        anchor: anchorOf(effect, text),
        ...(isCertain(effect, alone) && !mayOnlyCallBack(effect, options) ? {} : { atMost: "warn" }),
        ...(options.oneMore && !isActOfLua(effect) ? { oneMore: "warn" } : {}),
      };
    }
  },
};

/** `tabbed = {}` at the top level: that it is global is told by `no-globals`, and what the file puts into it is its own. */
function isOwnTable({ kind, via, scope, isStandard }: GlobalUse): boolean {
  return kind === "write" && via === "name" && scope === "" && !isStandard;
}

/** `tabbed` of `tabbed.size = 1` and of `setmetatable(tabbed.client, mt)`, if that is global. */
function globalTable({ kind, callee }: Effect): ByteText | undefined {
  if (kind === "call" || callee.kind !== "global") return undefined;
  return kind === "change" || callee.path.length > 1 ? callee.path[0] : undefined;
}

/** Without what is put into tables of the file's own; hardly any file has one, so its globals are asked for last. */
function withoutOwnTables(effects: readonly Effect[], { lua }: SourceFile): readonly Effect[] {
  if (effects.every((effect) => globalTable(effect) === undefined)) return effects;
  const own = new Set<string>(lua.globals.flatMap((use) => (isOwnTable(use) ? (use.name ?? []) : [])));
  return effects.filter((effect) => !own.has(globalTable(effect) ?? ""));
}

/** `host.system(args):wait()` is reported once, at its first call that is as certain as any other. */
function oneForEachChain(effects: readonly Effect[], alone: ReadonlySet<string>): readonly Effect[] {
  const told = new Map<string, Effect>();
  // The outer call comes first, and each inner one takes its place.
  for (const effect of effects) {
    const key = `${effect.kind} ${effect.range.start}`;
    const before = told.get(key);
    if (before === undefined || isCertain(effect, alone) || !isCertain(before, alone)) told.set(key, effect);
  }
  return [...told.values()];
}

/** What is not certain is told once for each thing that it would be done to: eight lines that draw one picture are no eight effects. */
function oneForEachThing(effects: readonly Effect[], alone: ReadonlySet<string>): readonly Effect[] {
  const told = new Set<string>();
  return effects.filter((effect) => {
    const thing = isCertain(effect, alone) ? undefined : thingOf(effect);
    if (thing === undefined) return true;
    const isFirst = !told.has(thing);
    told.add(thing);
    return isFirst;
  });
}

/** What a local holds, a log, or what a call of the file's own function runs. */
function thingOf(effect: Effect): string | undefined {
  const { callee, from, on, text } = effect;
  if (on !== undefined) return `on ${on.declared}`;
  if (isWordInLog(effect)) return `log ${text}`;
  return runsUnknown(callee) && from !== undefined ? `from ${from.start}` : undefined;
}

const VERB: Readonly<Record<Effect["kind"], string>> = { call: "calls", write: "sets", change: "changes" };

/** The name of another module's function here may change, and so may that of a module that moves. */
function anchorOf({ scope, kind, callee }: Effect, text: string): Anchor {
  if (callee.kind !== "module") return { scope, code: `${kind} ${text}` };
  const field = [kind, ...callee.path].join(" ");
  return { scope, code: `${kind} ${moduleName(callee)}`, group: `${scope} ${field}` };
}

/** The calls whose result nothing takes, by their ranges and where they start: they are there for what they do. */
function statementsOf({ lua }: SourceFile): string[] {
  return lua.calls.flatMap(({ isStatement, range }) =>
    isStatement ? [`${range.start} ${range.end}`, `${range.start}`] : [],
  );
}

/** What only the name of the called function says is not certain: it may do no more than make or fill what is at hand. */
function isCertain(effect: Effect, alone: ReadonlySet<string>): boolean {
  const { kind, callee, range, on } = effect;
  if (on?.kind === "unknown" || mayOnlyFill(effect) || effect.mayBeOwn || isWordInLog(effect)) return false;
  if (runsUnknown(callee)) return false;
  if (kind !== "call" || alone.has(`${range.start} ${range.end}`)) return true;
  if (callee.kind !== "global") return false;
  // `host.system(args):wait()`: the result is taken by a call that is a statement.
  return isOfLua(callee.path) || isHostAct(callee.path) || alone.has(`${range.start}`);
}

/** What these run is told in their place where it is known. */
const RUN: ReadonlySet<string> = new Set(["pcall", "xpcall", "coroutine.resume"]);

function runsUnknown(callee: Callee): boolean {
  return callee.kind === "global" && RUN.has(callee.path.join("."));
}

/** `update(M, base)` may do no more than fill what it is given. */
function mayOnlyFill({ kind, callee, takes }: Effect): boolean {
  if (kind !== "call" || takes === undefined) return false;
  if (callee.kind === "module") return true;
  // `Mixin(M, Base)`: what a host keeps in its own tables is recognised by name.
  return callee.kind === "global" && callee.path.length === 1 && takes !== "given" && !isOfLua(callee.path);
}

/** `init(register)` of another module may do no more than call a function that only defines something here. */
function mayOnlyCallBack({ callee, handed }: Effect, options: NoRequireEffectsOptions): boolean {
  if (callee.kind !== "module" || handed === undefined) return false;
  return handed.every((each) => onlyDefines(each, options));
}

/** A second file that is written is no better than the first. */
function isActOfLua({ kind, callee }: Effect): boolean {
  return kind === "call" && callee.kind === "global" && isOfLua(callee.path);
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
