// The names of a call besides the one that is written: through locals, brackets and `pcall`.
import { argumentsOf, isCall } from "../scopes/chains.ts";
import type { Binding, Chain } from "../scopes/scopes.ts";
import type { Call, Expression } from "../syntax/ast.ts";
import { isOfCoroutine, isProtecting, protectedRun, resumedRun } from "../values/callbacks.ts";
import type { Origin } from "../values/origin.ts";
import type { Reading } from "../values/reading.ts";

/** More aliases in a row than any sensible code has. */
const DEEPEST = 10;

/** What is called, in every way to write it: `core.open` of `pcall(core.open, v)`, of `core["open"](v)` and of `open(v)` after `local open = core.open`. */
export function namesCalled(call: Call, reading: Reading): readonly string[] {
  const { scopes } = reading;
  const handed = wrappedCallee(call.base) ?? resumedCallee(call) ?? protectedCallee(call, reading);
  const first = scopes.chainOf(handed ?? call);
  const names = [...ofModules(handed, call, reading)];
  const waiting: Named[] = [{ node: handed ?? call.base, chain: first, rest: "" }];
  for (let next = waiting.pop(); next !== undefined && names.length < DEEPEST; next = waiting.pop()) {
    const { root, path } = unwound(next.node, reading);
    const rest = path + next.rest;
    if (root.type === "Identifier") names.push(root.name + rest);
    for (const held of heldBy(next.chain?.binding, rest, reading)) {
      waiting.push({ ...held, chain: scopes.chainOf(held.node) });
      if (held.rest === "") names.push(...namesOf(reading.tracing.ofExpression(held.node), reading.tracing));
    }
  }
  return names;
}

/** `app.core.open` and `core.open` of a module's function, whatever it is held by: `require("app.core").open(v)`, `rawget(core, "open")(v)`. */
function ofModules(
  handed: Expression | undefined,
  call: Call,
  { scopes, tracing }: Reading,
): readonly string[] {
  const chain = scopes.chainOf(call);
  const at = chain?.steps.indexOf(call) ?? -1;
  const traces = chain === undefined || at < 0 ? [] : tracing.trace(chain, at);
  const origins =
    handed === undefined
      ? traces.flatMap(({ origin, rest }) => (rest === at ? [origin] : []))
      : tracing.ofExpression(handed);
  return namesOf(origins, tracing);
}

function namesOf(origins: readonly Origin[], tracing: Reading["tracing"]): readonly string[] {
  return origins.flatMap((origin) => {
    const module =
      origin.kind === "module" ? tracing.moduleName(origin.call)?.replaceAll("/", ".") : undefined;
    if (origin.kind !== "module" || module === undefined || origin.path.length === 0) return [];
    const path = origin.path.join(".");
    return [`${module}.${path}`, `${module.slice(module.lastIndexOf(".") + 1)}.${path}`];
  });
}

interface Named {
  readonly node: Expression;
  /** The chain that has this root. */
  readonly chain: Chain | undefined;
  /** What is done with it afterwards. */
  readonly rest: string;
}

/** `pcall(f, …)` calls `f`, and so does `pcall(pcall, f, …)`. */
function protectedCallee(call: Call, reading: Reading): Expression | undefined {
  const name = globalCalled(call, reading) ?? "";
  const run = isProtecting(name) ? protectedRun(name, argumentsOf(call), reading.tracing)?.run : undefined;
  return run === undefined ? undefined : (wrappedCallee(run) ?? run);
}

function globalCalled(call: Call, { scopes, tracing }: Reading): string | undefined {
  const chain = scopes.chainOf(call);
  const called = chain === undefined ? undefined : tracing.calledGlobal(chain);
  return called?.call === call ? called.name : undefined;
}

/** `coroutine.resume(coroutine.create(f), …)` calls `f`. */
function resumedCallee(call: Call): Expression | undefined {
  return isOfCoroutine(call, "resume") ? resumedRun(argumentsOf(call)) : undefined;
}

/** `coroutine.wrap(f)(…)` calls `f`. */
function wrappedCallee(made: Expression): Expression | undefined {
  return isCall(made) && isOfCoroutine(made, "wrap") ? argumentsOf(made)[0] : undefined;
}

function unwound(
  node: Expression,
  { tracing }: Reading,
): { readonly root: Expression; readonly path: string } {
  let path = "";
  let root = node;
  while (root.type === "MemberExpression" || root.type === "IndexExpression") {
    const name = tracing.folding.stepName(root) ?? itemNumber(root) ?? "?";
    path = `${root.type === "MemberExpression" ? root.indexer : "."}${name}${path}`;
    root = root.base;
  }
  return { root, path };
}

/** `2` of `list[2]` */
function itemNumber(step: Expression): string | undefined {
  return step.type === "IndexExpression" && step.index.type === "NumericLiteral"
    ? String(step.index.value)
    : undefined;
}

/** What else a local stands for: the one thing that it is given, or a field of the table that it is given, if that has a name. */
function heldBy(
  binding: Binding | undefined,
  rest: string,
  { tracing }: Reading,
): readonly Pick<Named, "node" | "rest">[] {
  const [source, ...others] = binding?.sources ?? [];
  if (source === undefined || others.length > 0 || source.result > 0 || binding?.kind !== "local") return [];
  const { expression } = source;
  if (expression.type !== "TableConstructorExpression")
    return namedIn(expression).map((node) => ({ node, rest }));
  const [, name = "", further = ""] = /^[.:]([^.:]+)(.*)$/s.exec(rest) ?? [];
  const isList = /^\d+$/.test(name) && !tracing.contents.isGrown(expression);
  const items = isList ? expression.fields.filter(({ type }) => type === "TableValue") : [];
  const item = items[Number(name) - 1];
  const fields = expression.fields.filter(
    (field) => field === item || tracing.folding.fieldKey(field) === name,
  );
  return fields.flatMap(({ value }) => namedIn(value).map((node) => ({ node, rest: further })));
}

/** Each of the values that `and` and `or` may give. */
function namedIn(value: Expression): readonly Expression[] {
  if (value.type === "LogicalExpression") return [...namedIn(value.left), ...namedIn(value.right)];
  return isNamed(value) ? [value] : [];
}

function isNamed(node: Expression): boolean {
  return (
    node.type === "Identifier" ||
    ((node.type === "MemberExpression" || node.type === "IndexExpression") && !isCall(node))
  );
}
