// What a file may do while it is loaded: define, make, and fill and set up what is its own.
import { dotted } from "../../base/dotted.ts";
import type { Maker } from "../../lua/facts/at-hand.ts";
import type { Callee } from "../../lua/facts/calls.ts";
import type { Effect } from "../../lua/facts/effects.ts";
import { matchesName } from "../../rule/call-pattern.ts";
import { ACTS, isOfLua, wordOf } from "./acts.ts";
import type { NoRequireEffectsOptions } from "./options.ts";

export function onlyDefines(effect: Effect, options: NoRequireEffectsOptions): boolean {
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
  const word = wordOf(text);
  return word.charAt(0).toLowerCase() + word.slice(1);
}

function makes({ callee, text }: Maker, options: NoRequireEffectsOptions): boolean {
  if (FINDS.test(wordOf(text))) return false;
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
  return takesTable || MAKES.test(wordOf(text));
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

export function onlyMakes({ kind, callee, range, text, takes }: Effect, alone: ReadonlySet<string>): boolean {
  if (kind !== "call" || alone.has(`${range.start} ${range.end}`) || alone.has(`${range.start}`))
    return false;
  // What a file gives to whoever runs it is taken as a module is.
  if (callee.kind === "global" && isOfLua(callee.path)) return callee.path.join(".") === "dofile";
  // `shape = without_trees(shape)`: what is taken is what comes of what was given.
  return takes === "replaced" || !ACTS.test(wordOf(text));
}

/** `file:close()` of what was opened here at load is covered by its opening. */
function endsItself({ kind, callee, on, takes, text }: Effect): boolean {
  if (kind !== "call") return false;
  if (callee.kind === "global" && callee.path.join(".") === "io.close") return takes === "given";
  return on?.kind === "known" && /^\w+\s*:\s*close$/.test(text);
}

/** `Interface.check(M)`, `assert_upvalues(load, {})`: at most it raises an error about what the file has at hand. */
function onlyChecks({ kind, callee, takes, handed, text }: Effect): boolean {
  if (kind !== "call" || callee.kind !== "module") return false;
  const name = wordOf(text);
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
export function moduleName({ module, path }: Extract<Callee, { kind: "module" }>): string {
  return [dotted(module), ...path].join(".");
}
