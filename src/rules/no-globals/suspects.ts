// The uses of globals in a file that are explained neither by the file itself nor by a setting.
import { type ByteText, encodeText, readable } from "../../base/byte-text.ts";
import { nameMatcher } from "../../base/name-pattern.ts";
import type { ByteRange } from "../../base/position.ts";
import { type GlobalUse, isShared } from "../../lua/facts/globals.ts";
import type { NodeRange } from "../../lua/syntax/ast.ts";
import { standardNames } from "../../lua/values/standard-names.ts";
import type { Finding } from "../../model/finding.ts";
import type { Project } from "../../model/project.ts";
import { entryNames } from "../../modules/entry-names.ts";
import { isStarted, isTest } from "../../modules/lua-files.ts";
import type { SourceFile } from "../../modules/source-file.ts";
import { placeIn } from "../../rule/place-in.ts";
import { isMadeByText } from "./made-by-text.ts";
import type { NoGlobalsOptions } from "./options.ts";
import { type NamesByKind, namesByKind, slipOf } from "./slips.ts";

/** Writes first, then reads of what nobody declares: the first of each name. */
export function suspectsIn(
  file: SourceFile,
  options: NoGlobalsOptions,
  project: Project,
): readonly GlobalUse[] {
  const isOwn = options.scriptsDeclare && isStarted(file, project);
  const allowed = new Set(options.allow.map(encodeText));
  const uses = file.lua.globals.filter(({ name }) => name === undefined || !allowed.has(name));
  const entries = entryNames(file.path);
  const isMeant = (use: GlobalUse) =>
    (use.scope === "" && entries.has(use.name ?? "")) ||
    (isOwn && isDeclared(use, file)) ||
    (options.explicit &&
      (isExplicit(use) || isKept(use, file) || isNamespace(use, uses) || isStandIn(use, file, project))) ||
    (options.shared && (isShared(use, uses) || isFunction(use, file) || isOneOfMany(use, uses)));
  const written = uses.filter((use) => use.kind === "write" && !isMeant(use));
  // One thing is told once: `_G[name or "count"] = 1` sets `count`, and whatever else it may set.
  const named = new Set(written.flatMap(({ name, range }) => (name === undefined ? [] : [range.start])));
  const told = written.filter(({ name, range }) => name !== undefined || !named.has(range.start));
  return [...told, ...unknownReads(uses, file, project)];
}

export function findingOf(use: GlobalUse, file: SourceFile, { reads, writes }: NoGlobalsOptions): Finding {
  const name =
    use.name === undefined ? "a global whose name is computed" : `the global ${readable(use.name)}`;
  const isWrite = use.kind === "write";
  return {
    place: placeIn(file, use.range),
    message: use.isLost
      ? `${isWrite ? "sets" : "reads"} ${name} below \`local _ENV = nil\`, where there are none`
      : isWrite
        ? `sets ${name}`
        : `reads ${name}, which nobody declares`,
    hint: hintFor(use, file),
    anchor: { scope: isWrite ? use.scope : "", code: `${use.kind} ${use.name ?? "?"}` },
    ...((isWrite ? writes : reads) ? {} : { atMost: "warn" }),
  };
}

function isExplicit({ via }: GlobalUse): boolean {
  return via === "table";
}

/** `app = app or {}`, `if not app then app = {} end` outside functions: whoever forgets a `local` does not ask whether it is there. */
function isKept({ name, range, scope }: GlobalUse, { text }: SourceFile): boolean {
  if (scope !== "" || name === undefined) return false;
  const [, first] = /^\s*=\s*(\w+)\s+or\b/.exec(text.slice(range.end, range.end + name.length + 40)) ?? [];
  if (first === name) return true;
  const asked = new RegExp(String.raw`\bif\s+(?:not\s+${name}|${name}\s*==\s*nil)\s+then\b`);
  return asked.test(text.slice(Math.max(0, range.start - FAR), range.start));
}

/** As many characters back a question is still about what is set. */
const FAR = 400;

/** `CLIPBOARD = require("lib.clipboard")` among many names in capital letters: the file is there to give them to all. */
function isNamespace({ name, scope }: GlobalUse, uses: readonly GlobalUse[]): boolean {
  if (scope !== "" || name === undefined || !CAPITALS.test(name)) return false;
  const like = uses.filter(
    (each) => each.kind === "write" && each.scope === "" && CAPITALS.test(each.name ?? ""),
  );
  return new Set(like.map((each) => each.name)).size >= MANY;
}

const CAPITALS = /^[A-Z][A-Z\d_]+$/;

/** What stands in a test for what the host gives: `vim = { api = {} }`. */
function isStandIn({ name }: GlobalUse, { path }: SourceFile, { host }: Project): boolean {
  return name !== undefined && isTest(path) && nameMatcher(host.globals)(name);
}

/** A function that sets this many globals is there to set them: `init` that loads all pictures. */
const MANY = 6;

function isOneOfMany({ scope, body }: GlobalUse, uses: readonly GlobalUse[]): boolean {
  if (scope === "") return false;
  const own = uses.filter(({ kind, body: other }) => kind === "write" && other.start === body.start);
  return new Set(own.map(({ name }) => name)).size >= MANY;
}

/** `function main()` in a block of the file itself: nobody means a local by it. */
function isFunction({ range, scope }: GlobalUse, { text }: SourceFile): boolean {
  return scope === "" && /\bfunction\s+$/.test(text.slice(Math.max(0, range.start - 20), range.start));
}

/** `function main()` and `count = 0` that stand in no other statement, and what is written to `_G` by name. */
function isDeclared(use: GlobalUse, file: SourceFile): boolean {
  return use.via === "table" ? isExplicit(use) : use.scope === "" && isOfChunk(use.range, file);
}

/** Whether what is set there is set by a statement of the file itself, however it is indented. */
function isOfChunk({ start, end }: ByteRange, { lua }: SourceFile): boolean {
  if (!lua.syntax.ok) return false;
  const isHere = ({ range }: { readonly range: NodeRange }) => range[0] <= start && end <= range[1];
  const statement = lua.syntax.value.body.find(isHere);
  if (statement?.type === "AssignmentStatement") return statement.variables.some(isHere);
  return (
    statement?.type === "FunctionDeclaration" && statement.identifier !== null && isHere(statement.identifier)
  );
}

function hintFor({ kind, name, isLost }: GlobalUse, file: SourceFile): string {
  if (kind === "write") return "make it local, or a field of the module's table";
  const meant = name === undefined ? undefined : slipOf(name, namesByKindAt(file));
  const lead = meant === undefined ? "" : `is \`${readable(meant as ByteText)}\` meant? else `;
  return isLost
    ? `${lead}take it into a local above that line, or correct the name`
    : `${lead}require what it is in; if the host gives it, declare it in the policy: host.globals`;
}

const known = new WeakMap<SourceFile, NamesByKind>();

function namesByKindAt(file: SourceFile): NamesByKind {
  const found = known.get(file) ?? namesByKind(namesAt(file));
  known.set(file, found);
  return found;
}

/** The names that the file itself and its Lua define. */
function namesAt({ lua }: SourceFile): readonly string[] {
  return [...lua.localNames, ...standardNames(lua.version)];
}

function unknownReads(uses: readonly GlobalUse[], file: SourceFile, project: Project): GlobalUse[] {
  const { host } = project;
  // `for name, f in pairs(reaper) do _G[name] = f end`: whatever is read may be one of those.
  if (uses.some(({ kind, name }) => kind === "write" && name === undefined)) return [];
  const isGiven = nameMatcher(host.globals);
  const known = new Set<string | undefined>();
  if (isStarted(file, project)) known.add("arg");
  for (const use of uses) {
    if (use.isLost) continue;
    if (use.kind === "write" || use.isStandard || use.via === "table") known.add(use.name);
  }
  const asked = uses.filter((use) => !use.isLost && !known.has(use.name) && isAsked(use, file));
  if (asked.length > 0) {
    const others = namesByKind([...namesAt(file), ...host.globals]);
    for (const { name } of asked)
      if (name === undefined || slipOf(name, others) === undefined) known.add(name);
  }
  const lost = new Set<string>();
  return uses.filter(({ kind, name, isLost = false }) => {
    const seen = isLost ? lost : known;
    if (kind === "write" || name === undefined || seen.has(name) || (!isLost && isGiven(name))) return false;
    seen.add(name);
    return isLost || !isMadeByText(name, file);
  });
}

const ASKED_BEFORE = /(?:\b(?:or|not|if|elseif)|\btype\s*\()\s*$/;
const ASKED_AFTER = /^\s*(?:or\b|and\b|then\b|==|~=)/;
/** Called, indexed or joined: a test would have come before it. */
const USED_AFTER = /^\s*(?:[.:[({"'])/;

/** `table.unpack or unpack`, `if jit then`, `type(x) == …`: the code knows that it may not be there. */
function isAsked({ range }: GlobalUse, { text }: SourceFile): boolean {
  const after = text.slice(range.end, range.end + 12);
  if (USED_AFTER.test(after)) return false;
  return ASKED_BEFORE.test(text.slice(Math.max(0, range.start - 12), range.start)) || ASKED_AFTER.test(after);
}
