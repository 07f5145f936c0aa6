import { type ByteText, readable } from "../base/byte-text.ts";
import type { ExportValue } from "../lua/exports.ts";
import type { Shim } from "../lua/shims.ts";
import type { Signature } from "../lua/signatures.ts";
import type { FileChange } from "../model/change.ts";
import type { Finding } from "../model/finding.ts";
import { isOwnLua } from "./lua-files.ts";
import { ModuleLookup } from "./module-lookup.ts";
import { type ReturnCount, returnsOf } from "./return-count.ts";
import type { Answers, ChangeRule, ChangeScene, Question, SourceFile } from "./rule.ts";

/**
 * A shim keeps the surface of what it replaces (playbook, "Parity & shims": names, args, returns): the function that had its
 * name before the change. It may take more arguments and return more values, not fewer.
 */
export const shimSurface: ChangeRule<Record<string, never>> = {
  id: "shim-surface",
  kind: "change",
  summary: "a shim takes and returns what the function it replaces did",
  subjects: ["staged", "commit"],
  options: { type: "object", additionalProperties: false, properties: {} },
  defaults: {},
  asks: (scene, answers) => survey(scene, answers).questions,
  inspect: (scene, answers) => survey(scene, answers).findings,
};

function survey(
  scene: ChangeScene<unknown>,
  answers: Answers,
): { findings: readonly Finding[]; questions: readonly Question[] } {
  const { change, project } = scene;
  const before = new ModuleLookup("before", project, answers);
  const after = new ModuleLookup("after", project, answers);
  const findings = change.files.flatMap((file) => {
    if (file.kind !== "modified" && file.kind !== "renamed") return [];
    if (!isOwnLua(file.path, project) || scene.optionsFor(file.path) === undefined) return [];
    return inspectFile(file, before, after);
  });
  return { findings, questions: [...before.questions, ...after.questions] };
}

function inspectFile(change: FileChange, before: ModuleLookup, after: ModuleLookup): Finding[] {
  const file = after.file(change.path);
  if (file === undefined || file.lua.shims.length === 0) return [];
  const old = before.file(change.kind === "renamed" ? change.from : change.path);
  return old === undefined ? [] : file.lua.shims.flatMap((shim) => inspectShim(shim, file, old));
}

function inspectShim({ target }: Shim, file: SourceFile, old: SourceFile): Finding[] {
  if (target.kind !== "function") return [];
  const name = target.name.slice(target.name.search(/[^.:]*$/));
  const was = functionNamed(name, old);
  const is = functionNamed(name, file);
  if (was === undefined || is === undefined) return [];
  return faults(was, is).map((message) => ({
    path: file.path,
    span: file.lines.span(target.range),
    line: file.lines.line(file.lines.at(target.range.start).line),
    message: `the shim ${readable(target.name)} ${message}`,
    hint: "give it the parameters and results of the function that it replaces",
    anchor: { scope: target.name, code: message },
  }));
}

interface Surface {
  readonly signature: Signature;
  readonly returns: ReturnCount;
}

/** The last export so named that is a function: a later one replaces an earlier. */
function functionNamed(name: string, { lua }: SourceFile): Surface | undefined {
  if (!lua.syntax.ok) return undefined;
  const value = lua.module.exports.findLast((each) => each.name === (name as ByteText))?.value;
  if (!isFunction(value)) return undefined;
  return { signature: value.signature, returns: returnsOf(lua.syntax.value, value.range) };
}

function isFunction(value: ExportValue | undefined): value is Extract<ExportValue, { kind: "function" }> {
  return value?.kind === "function";
}

function faults(was: Surface, is: Surface): string[] {
  const before = parameters(was.signature);
  const now = parameters(is.signature);
  const found: string[] = [];
  if (now.length < before.length && !is.signature.isVararg) {
    found.push(`takes ${show(now)}, where ${show(before)} were taken before`);
  } else if (was.signature.isVararg && !is.signature.isVararg) {
    found.push("takes no further arguments, where any number was taken before");
  } else if (isReordered(before, now)) {
    found.push(`takes ${show(now)}, in another order than before: ${show(before)}`);
  }
  if (!is.returns.isOpen && is.returns.most < was.returns.most) {
    found.push(`returns ${values(is.returns.most)}, where ${values(was.returns.most)} were returned before`);
  }
  return found;
}

/** A method takes its table as the first. */
function parameters({ params, isMethod }: Signature): readonly string[] {
  return isMethod ? ["self", ...params] : params;
}

function isReordered(before: readonly string[], now: readonly string[]): boolean {
  const first = now.slice(0, before.length);
  return [...first].sort().join() === [...before].sort().join() && first.join() !== before.join();
}

function show(names: readonly string[]): string {
  return names.length === 0 ? "no arguments" : `(${names.join(", ")})`;
}

function values(count: number): string {
  return count === 0 ? "nothing" : `${count} ${count === 1 ? "value" : "values"}`;
}
