import { type ByteText, readable } from "../base/byte-text.ts";
import { dotted } from "../base/dotted.ts";
import type { Maker } from "../lua/facts/at-hand.ts";
import type { Callee } from "../lua/facts/calls.ts";
import type { Effect } from "../lua/facts/effects.ts";
import type { GlobalUse } from "../lua/facts/globals.ts";
import { isWordInLog } from "../lua/facts/word-in-log.ts";
import { standardNames } from "../lua/values/standard-names.ts";
import type { Anchor } from "../model/finding.ts";
import { LUA_VERSIONS } from "../model/lua-version.ts";
import { flag, optionsOf, texts, type ValueOf } from "../model/option.ts";
import { isNoCode } from "../modules/declarations.ts";
import { isOwnLua, isScript, isStarted } from "../modules/lua-files.ts";
import type { SourceFile } from "../modules/source-file.ts";
import { matchesName } from "../rule/call-pattern.ts";
import { placeIn } from "../rule/place-in.ts";
import type { FileRule } from "../rule/rule.ts";
import { scriptHint } from "../rule/script-hint.ts";

const options = optionsOf({
  constructors: texts(
    "Functions that may be called at load because they only make something: `Class`, `class.new`, `*.new`.",
  ).byDefault(["*.new", "*.create", "*.extend", "*.class", "class"]),
  callbacks: texts(
    "Fields of globals that may be set at load, because that is how the host is told what to call: `love.*`.",
  ).byDefault([]),
  results: flag(
    "Whether a function of the host's or of another module whose result is taken only makes something, unless its name says that it acts: `open`, `set_x`.",
  ).byDefault(false),
  moduleFields: flag(
    "Whether a field may be set at load of what another module gives: a class that it made, a table of settings; and whether what a function made may be filled and set up: `cells:add(…)`, `app:post(path, handler)`.",
  ).byDefault(false),
  oneMore: flag(
    "Whether one more of what a file did at load before is a warning: a module that registers what it brings registers one thing more. What Lua's own functions do is an error each time.",
  ).byDefault(false),
});

type NoRequireEffectsOptions = ValueOf<typeof options>;

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

function onlyDefines(effect: Effect, options: NoRequireEffectsOptions): boolean {
  return isDefinition(effect, options) || fillsOwn(effect, options);
}

/** What a call made is the file's own: to fill it, or to set it up, is to define it. What the file's own methods do is known. */
function fillsOwn(effect: Effect, options: NoRequireEffectsOptions): boolean {
  const { kind, on, mayDo } = effect;
  if (kind !== "call") return false;
  if (on?.kind !== "unknown")
    return setsUpOwn(effect) || (options.moduleFields && (fillsByName(effect) || fillsGiven(effect)));
  const isMade = on.makers?.every((maker) => makes(maker, options)) === true;
  if (isMade && !reachesOut(effect)) return mayDo.every((each) => onlyDefines(each, options));
  return options.moduleFields && fillsByName(effect);
}

/** `register` of `frame:Register`, too. */
function lastWord(text: string): string {
  const word = /\w+$/.exec(text)?.[0] ?? "";
  return word.charAt(0).toLowerCase() + word.slice(1);
}

function makes({ callee, text }: Maker, options: NoRequireEffectsOptions): boolean {
  if (FINDS.test(/\w+$/.exec(text)?.[0] ?? "")) return false;
  return options.moduleFields || isConstructor(callee, text, options);
}

/** Functions that give what others have, too: `registry.get(name)`, `LibStub("X")`, `screen.focused()`. */
const FINDS =
  /^(?:get|find|lookup|query|fetch|require|import|load|use|current|focused|default|instance|shared|singleton|main|root|primary|all|by)(?:_\w*|[A-Z]\w*|\d*)$|^(?:Get|Find|Lib|Load|Require|Import)\w*$|(?:_(?:get|require|import|instance|current)|[a-z](?:Get|Require|Import|Instance|Current))$/;

/** Even a method of the file's own object starts something, if its name says so; to hand it a function is to define what it does then. */
function reachesOut({ text, passesFunction }: Effect): boolean {
  const name = lastWord(text);
  return STARTS.test(name) || (REACHES.test(name) && !passesFunction);
}

const STARTS =
  /^(?:start|run|exec|execute|schedule|defer|spawn|launch|enable|install|play|main|loop)(?:_\w*|[A-Z]\w*)?$/;

const REACHES =
  /^(?:open|connect|listen|bind|send|recv|receive|post|request|download|upload|read|write|save|store|flush|sync|publish|register|subscribe|unregister|watch|print|notify|kill)(?:_\w*|[A-Z]\w*)?$/;

/** A function fills what the file gives, `EventEmitter.init(M)`, what a call made for it, `scroll(layout)`, or any table, `table.add_all(t, more)`. */
function fillsGiven({ callee, takes, takesFrom, text, passesFunction }: Effect): boolean {
  if (takes === undefined || passesFunction) return false;
  if (callee.kind === "global") return callee.path.length === 2 && callee.path[0] === "table";
  if (callee.kind !== "module") return false;
  const name = lastWord(text);
  if (MIXES.test(name)) return true;
  const isObject = takes === "given" && (callee.path.length === 0 || takesFrom.some(makesObject));
  if (takes !== "exported" && !isObject) return false;
  return ![ACTS, STARTS, REACHES, PASSES_ON].some((words) => words.test(name));
}

/** `StateMachine.register(machine, f)` after `machine = StateMachine.new()`: a method in another way of writing. */
function setsUpOwn(effect: Effect): boolean {
  const { callee, takesFrom } = effect;
  if (callee.kind !== "module") return false;
  const isOwn = takesFrom.some(
    (maker) => maker.callee.kind === "module" && maker.callee.module === callee.module && makesObject(maker),
  );
  return isOwn && !reachesOut(effect);
}

/** `StateMachine.new()`, `wibox { … }`, and not `Gui.uid_name()`, which may give a name. */
function makesObject({ text, takesTable }: Maker): boolean {
  return takesTable || MAKES.test(/\w+$/.exec(text)?.[0] ?? "");
}

const MAKES = /^(?:new|create|make|build|construct|init|gc)(?:_\w*|[A-Z]\w*)?$|^[A-Z]/;

/** `crush(made, methods)`: what is filled comes first. */
const MIXES =
  /^(?:crush|add_all|mixin|mix|merge|extend|inherit|implement|assign|copy|decorate|fill)(?:_\w*|[A-Z]\w*)?$/;

/** What is passed on is in others' hands: `registry.append(widget)`. */
const PASSES_ON =
  /^(?:append|prepend|push|attach|mount|serve|dispatch|process|emit|fire|trigger|setup|schedule|queue|enqueue|track|use|apply|activate|on|when|once|connect_signal)(?:_\w*|[A-Z]\w*)?$/;

/** `cells:add(…)` on a local that a call gave: what is filled is at hand only here. A chain of such calls is one. */
function fillsByName({ kind, callee, text, from }: Effect): boolean {
  if (kind !== "call" || from !== undefined) return false;
  if (callee.kind !== "expression" && (callee.kind !== "local" || callee.path.length !== 2)) return false;
  const [, first = "", last = first] = /^\w+\s*:\s*(\w+)(?:\s*\([\s\S]*:\s*(\w+))?$/.exec(text) ?? [];
  return FILLS.test(first) && FILLS.test(last);
}

const FILLS =
  /^(?:add|push|append|prepend|insert|set|put|define|fill|extend|include|with|buttons|connect_signal)(?:_\w+|[A-Z]\w*|s)?$/;

function onlyMakes({ kind, callee, range, text, takes }: Effect, alone: ReadonlySet<string>): boolean {
  if (kind !== "call" || alone.has(`${range.start} ${range.end}`) || alone.has(`${range.start}`))
    return false;
  // What a file gives to whoever runs it is taken as a module is.
  if (callee.kind === "global" && isOfLua(callee.path)) return callee.path.join(".") === "dofile";
  // `shape = without_trees(shape)`: what is taken is what comes of what was given.
  return takes === "replaced" || !ACTS.test(/\w+$/.exec(text)?.[0] ?? "");
}

/** A second file that is written is no better than the first. */
function isActOfLua({ kind, callee }: Effect): boolean {
  return kind === "call" && callee.kind === "global" && isOfLua(callee.path);
}

/** What Lua's own functions do is known; what a host's functions do whose result is taken, at best their names say. */
function isOfLua([first = ""]: readonly string[]): boolean {
  return ANY_LUA.has(first);
}

/** Only for a host: `host.set_option(…)`, and neither `Set { … }` nor `vector.add(a, b)`. */
function isHostAct(path: readonly string[]): boolean {
  const name = path.at(-1) ?? "";
  return path.length > 1 && ACTS.test(name) && !/^(?:set|add|insert|put|remove|delete)$/i.test(name);
}

const ANY_LUA: ReadonlySet<string> = new Set(LUA_VERSIONS.flatMap((version) => [...standardNames(version)]));

const ACTS =
  /^(?!\w*_of$)(?:.*_)?(?:write|remove|rename|delete|execute|exec|system|systemlist|spawn|popen|mkdir|open|close|save|send|post|print|kill|start|stop|run|defer|set|add|insert|put|notify|input|confirm|connect|register|unregister)(?:_.*|[A-Z].*|file)?$|^(?:Set|Insert|Delete|Add|Main_On|Show|Exec|Undo_|Create)/;

/** `file:close()` of what was opened here at load is covered by its opening. */
function endsItself({ kind, callee, on, takes, text }: Effect): boolean {
  if (kind !== "call") return false;
  if (callee.kind === "global" && callee.path.join(".") === "io.close") return takes === "given";
  return on?.kind === "known" && /^\w+\s*:\s*close$/.test(text);
}

/** `Interface.check(M)`, `assert_upvalues(load, {})`: at most it raises an error about what the file has at hand. */
function onlyChecks({ kind, callee, takes, handed, text }: Effect): boolean {
  if (kind !== "call" || callee.kind !== "module") return false;
  const name = /\w+$/.exec(text)?.[0] ?? "";
  return (takes !== undefined || handed !== undefined) && CHECKS.test(name);
}

const CHECKS = /^(?:check|assert|validate|verify|expect)(?:_\w*|[A-Z]\w*|s)?$/;

/** In a function of the file's own, which a coroutine of the file's own runs. */
function yieldsToItself({ callee, from }: Effect): boolean {
  return from !== undefined && callee.kind === "global" && callee.path.join(".") === "coroutine.yield";
}

/** Stopping the load, and compiling a chunk, leave nothing behind. */
const HARMLESS = new Set(["error", "require", "load"]);

function isDefinition(effect: Effect, options: NoRequireEffectsOptions): boolean {
  const { kind, callee, isHarmless, isComputed, text } = effect;
  const { callbacks, moduleFields } = options;
  if (isHarmless || callee.kind === "own" || endsItself(effect) || onlyChecks(effect)) return true;
  if (yieldsToItself(effect)) return true;
  if (kind === "write" && callee.kind === "module") return moduleFields;
  // A global that is set is the business of `no-globals`.
  if (kind === "write") {
    if (callee.kind !== "global") return false;
    const path = isComputed && callee.path.length > 0 ? [...callee.path, "?"] : callee.path;
    return path.length < 2 || matchesName(path.join("."), callbacks);
  }
  if (kind === "change") return false;
  if (callee.kind === "global" && callee.path.length === 1 && HARMLESS.has(callee.path[0] ?? "")) return true;
  return isConstructor(callee, text, options);
}

function isConstructor(callee: Callee, text: string, { constructors }: NoRequireEffectsOptions): boolean {
  return (
    matchesName(text, constructors) ||
    (callee.kind === "global" && matchesName(callee.path.join("."), constructors)) ||
    (callee.kind === "module" && matchesName(moduleName(callee), constructors))
  );
}

/** The name of a module's function, wherever it is required: `util.dataforms.new` of `local form = require("util.dataforms").new`. */
function moduleName({ module, path }: Extract<Callee, { kind: "module" }>): string {
  return [dotted(module), ...path].join(".");
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
