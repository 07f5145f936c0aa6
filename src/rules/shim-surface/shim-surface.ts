import { type ByteText, readable } from "../../base/byte-text.ts";
import type { ByteRange } from "../../base/position.ts";
import type { RepoPath } from "../../base/repo-path.ts";
import { list } from "../../base/wording.ts";
import type { Signature } from "../../lua/facts/signatures.ts";
import type { Shim } from "../../lua/shims/shims.ts";
import type { FileChange } from "../../model/change.ts";
import type { Finding } from "../../model/finding.ts";
import type { Facts } from "../../modules/facts.ts";
import { isLua, isOwnLua } from "../../modules/lua-files.ts";
import { ModuleLookup } from "../../modules/module-lookup.ts";
import { signatureAt, surfaceOf } from "../../modules/module-surface.ts";
import type { SourceFile } from "../../modules/source-file.ts";
import { incremental, type SoFar } from "../../rule/incremental.ts";
import { NO_OPTIONS, type NoOptions } from "../../rule/no-options.ts";
import { placeIn } from "../../rule/place-in.ts";
import type { ChangeRule, ChangeScene } from "../../rule/rule.ts";
import {
  announcedName,
  exportedAs,
  fieldOf,
  functionIn,
  functionsNamed,
  lastPart,
  plainName,
} from "./names.ts";
import { signatureFaults } from "./signatures.ts";

/**
 * A shim keeps the names, the arguments and the returns of what it replaces (playbook, "Parity & shims"). What it replaces is
 * the function with its name before the change, in its own file or in one that the change moves or deletes; for a shim that is a
 * whole file, the module that was there. If that is not certain, nothing is said.
 */
export const shimSurface: ChangeRule<NoOptions> = {
  id: "shim-surface",
  kind: "change",
  summary: "a shim keeps the names, the arguments and the returns of what it replaces",
  facet: "sides",
  options: NO_OPTIONS,
  ...incremental(look),
};

/** A changed file that holds shims, and what there was before. */
interface Site {
  readonly file: SourceFile;
  /** What stood at its path, or where it was before it was moved. */
  readonly old: SourceFile | undefined;
  /** The files that are gone from where they were, each with what it became. */
  readonly gone: readonly Gone[];
  readonly before: ModuleLookup;
  readonly after: ModuleLookup;
}

interface Gone {
  readonly old: SourceFile;
  readonly file: SourceFile | undefined;
}

function look(scene: ChangeScene<unknown>, facts: Facts): SoFar {
  const { change, project } = scene;
  const before = new ModuleLookup("before", project, facts);
  const after = new ModuleLookup("after", project, facts);
  const shimmed = change.files.flatMap((changed) => {
    if (changed.kind === "deleted" || !isOwnLua(changed.path, project)) return [];
    const file = scene.optionsFor(changed.path) === undefined ? undefined : after.file(changed.path);
    return file === undefined || file.lua.shims.length === 0 ? [] : [{ changed, file }];
  });
  const gone =
    shimmed.length === 0
      ? []
      : change.files
          .flatMap((changed) => goneWith(changed, before, after))
          .filter(({ old }) => isLua(old.path, project));
  const findings = shimmed.flatMap(({ changed, file }) => {
    const path = pathBefore(changed);
    const old = path === undefined ? undefined : before.file(path);
    const site: Site = { file, old, gone: gone.filter((each) => each.old !== old), before, after };
    return file.lua.shims.flatMap((shim) => [...inspectShim(shim, site)]);
  });
  return { findings, needs: [...before.needs, ...after.needs] };
}

function pathBefore(changed: FileChange): RepoPath | undefined {
  if (changed.kind === "modified") return changed.path;
  return changed.kind === "renamed" ? changed.from : undefined;
}

function goneWith(changed: FileChange, before: ModuleLookup, after: ModuleLookup): Gone[] {
  const isMoved = changed.kind === "renamed";
  if (!isMoved && changed.kind !== "deleted") return [];
  const old = before.file(isMoved ? changed.from : changed.path);
  return old === undefined ? [] : [{ old, file: isMoved ? after.file(changed.path) : undefined }];
}

function* inspectShim(shim: Shim, site: Site): Iterable<Finding> {
  const { target } = shim;
  if (!site.file.lua.syntax.ok) return;
  if (target.kind === "file") yield* inspectWhole(shim, site);
  else if (target.kind !== "none") yield* inspectOne(shim, target, site);
}

/** Everything that the file offered when it was loaded is still there. */
function* inspectWhole(shim: Shim, { file, old, before, after }: Site): Iterable<Finding> {
  if (old === undefined) return;
  const had = surfaceOf(old, before);
  const has = surfaceOf(file, after);
  const names = [...had.fields.values()].filter(({ isLazy }) => !isLazy).map(({ name }) => name);
  const lost = has.isOpen ? [] : names.filter((name) => !has.fields.has(name)).map(readable);
  if (lost.length > 0) {
    const hint = `what it replaces did: hand ${lost.length === 1 ? "it" : "them"} on too`;
    yield report(shim.markRange, file, `this shim does not offer ${list(lost, "and")}`, hint);
  }
  for (const name of names) {
    const was = signatureAt(had, name, before);
    const is = signatureAt(has, name, after);
    if (was !== undefined && is !== undefined) yield* compare(was, is, name, shim.markRange, file);
  }
}

function* inspectOne(
  shim: Shim,
  target: Extract<Shim["target"], { name: unknown }>,
  site: Site,
): Iterable<Finding> {
  const { file, old, after } = site;
  const own = functionIn(target.range, file);
  const written = plainName(own?.name ?? target.name, file);
  const field = fieldOf(written) ?? exportedAs(own, file);
  const plain = field === undefined ? written : `.${field}`;
  const is =
    own?.signature ?? (field === undefined ? undefined : signatureAt(surfaceOf(file, after), field, after));
  const was = signatureBefore(plain, site);
  if (is !== undefined && was !== undefined) yield* compare(was, is, target.name, target.range, file);
  else yield* renamed(shim, plain, target.range, file, old);
}

/** The signature of the one function that had the name; undefined if there was none, or more than one. */
function signatureBefore(plain: string, { old, gone, before }: Site): Signature | undefined {
  const field = fieldOf(plain);
  if (old !== undefined) {
    const own = functionsNamed(plain, old);
    if (own.length > 0) return own.length === 1 ? own[0]?.signature : undefined;
    const surface = surfaceOf(old, before);
    if (field !== undefined && surface.fields.has(field)) return signatureAt(surface, field, before);
  }
  // A function that its file took along has not been replaced.
  const moved = gone
    .filter(({ file }) => file === undefined || functionsNamed(plain, file).length === 0)
    .flatMap((each) => functionsNamed(plain, each.old));
  return moved.length === 1 ? moved[0]?.signature : undefined;
}

function* compare(
  was: Signature,
  is: Signature,
  name: ByteText,
  range: ByteRange,
  file: SourceFile,
): Iterable<Finding> {
  for (const fault of signatureFaults(was, is)) {
    const hint = "give it the parameters and results of the function that it replaces";
    yield report(range, file, `the shim ${readable(name)} ${fault}`, hint);
  }
}

/** The header names a function that is gone, and what stands below has another name. */
function* renamed(
  shim: Shim,
  plain: string,
  range: ByteRange,
  file: SourceFile,
  old: SourceFile | undefined,
): Iterable<Finding> {
  const announced = announcedName(shim);
  if (old === undefined || announced === undefined || announced === lastPart(plain)) return;
  const isNamed = ({ name }: { readonly name: string }) => lastPart(name) === announced;
  if (!old.lua.functions.some(isNamed) || file.lua.functions.some(isNamed)) return;
  const name = readable(announced);
  const own = readable(lastPart(plain));
  yield report(range, file, `this shim is called ${own}, and what it replaces ${name}`, `call it ${name}`);
}

function report(range: ByteRange, file: SourceFile, message: string, hint: string): Finding {
  return {
    place: placeIn(file, range),
    message,
    hint,
    anchor: { scope: "", code: message },
  };
}
