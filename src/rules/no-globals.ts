import { encodeText, readable } from "../base/byte-text.ts";
import { type GlobalUse, isShared } from "../lua/facts/globals.ts";
import { flag, optionsOf, texts, type ValueOf } from "../model/option.ts";
import type { Project } from "../model/project.ts";
import { isDeclaration } from "../modules/declarations.ts";
import { entryNames } from "../modules/entry-names.ts";
import { isOwnLua, isStarted } from "../modules/lua-files.ts";
import type { SourceFile } from "../modules/source-file.ts";
import { placeIn } from "../rule/place-in.ts";
import type { FileRule } from "../rule/rule.ts";

const options = optionsOf({
  allow: texts("Globals that may be read and written, beside what Lua has and the host declares.").byDefault(
    [],
  ),
  scriptsDeclare: flag(
    "Whether a script (`lua.scripts`) may set globals at its top level, at the start of a line, or as `_G.name`: the host runs it in a state of its own. An indented one is a forgotten `local` all the same.",
  ).byDefault(false),
  explicit: flag(
    "Whether `_G.name = …` and `_G[name] = …` may set a global anywhere: it is said on purpose.",
  ).byDefault(false),
  shared: flag(
    "Whether a function may set a global that the file uses outside of that function too: what the file keeps there is state, not a forgotten `local`.",
  ).byDefault(false),
  reads: flag(
    "Whether a read of a global that nobody declares is as bad as a write; else it is a warning.",
  ).byDefault(false),
});

type NoGlobalsOptions = ValueOf<typeof options>;

/**
 * No global is written (playbook, "Hard boundaries": no globals), neither by name nor through `_G` or `_ENV`. A read of one
 * that nobody declares is a warning, the first of each name in a file; not where the code asks whether it is there.
 */
export const noGlobals: FileRule<NoGlobalsOptions> = {
  id: "no-globals",
  kind: "file",
  summary: "no global is written, and none is read that nobody declares",
  options,
  covers: isOwnLua,
  *inspect(file, { options, project }) {
    if (isDeclaration(file)) return;
    const isOwn = options.scriptsDeclare && isStarted(file, project);
    const allowed = new Set(options.allow.map(encodeText));
    const uses = file.lua.globals.filter(({ name }) => name === undefined || !allowed.has(name));
    const entries = entryNames(file.path);
    const isMeant = (use: GlobalUse) =>
      (use.scope === "" && entries.has(use.name ?? "")) ||
      (isOwn && isDeclared(use, file)) ||
      (options.explicit && isExplicit(use)) ||
      (options.shared && (isShared(use, uses) || isFunction(use, file)));
    for (const use of [
      ...uses.filter((use) => use.kind === "write" && !isMeant(use)),
      ...unknownReads(uses, file, project),
    ]) {
      const name =
        use.name === undefined ? "a global whose name is computed" : `the global ${readable(use.name)}`;
      const isWrite = use.kind === "write";
      yield {
        place: placeIn(file, use.range),
        message: use.isLost
          ? `${isWrite ? "sets" : "reads"} ${name} below \`local _ENV = nil\`, where there are none`
          : isWrite
            ? `sets ${name}`
            : `reads ${name}, which nobody declares`,
        hint: hintFor(use),
        anchor: { scope: isWrite ? use.scope : "", code: `${use.kind} ${use.name ?? "?"}` },
        ...(isWrite || options.reads ? {} : { atMost: "warn" }),
      };
    }
  },
};

function isExplicit({ via }: GlobalUse): boolean {
  return via === "table";
}

/** `function main()` in a block of the file itself: nobody means a local by that. */
function isFunction({ range, scope }: GlobalUse, { text }: SourceFile): boolean {
  return scope === "" && /\bfunction\s+$/.test(text.slice(Math.max(0, range.start - 20), range.start));
}

/** `function main()` and `count = 0` at the start of a line outside of functions, and what is written to `_G` by name. */
function isDeclared(use: GlobalUse, { text }: SourceFile): boolean {
  const { range, scope, via } = use;
  if (via === "table") return isExplicit(use);
  const lineStart =
    Math.max(text.lastIndexOf("\n", range.start - 1), text.lastIndexOf("\r", range.start - 1)) + 1;
  return scope === "" && !/\s/.test(text.charAt(lineStart));
}

function hintFor({ kind, isLost }: GlobalUse): string {
  if (isLost && kind === "read") return "take it into a local above that line, or correct the name";
  return kind === "write"
    ? "make it local, or a field of the module's table"
    : "require what it is in; if the host gives it, declare it in the policy: host.globals";
}

function unknownReads(uses: readonly GlobalUse[], file: SourceFile, project: Project): GlobalUse[] {
  const { host } = project;
  // `for name, f in pairs(reaper) do _G[name] = f end`: whatever is read may be one of those.
  if (uses.some(({ kind, name }) => kind === "write" && name === undefined)) return [];
  const known = new Set<string | undefined>(host.globals.map(encodeText));
  if (isStarted(file, project)) known.add("arg");
  for (const use of uses) {
    if (use.isLost) continue;
    if (use.kind === "write" || use.isStandard || use.via === "table" || isAsked(use, file))
      known.add(use.name);
  }
  const lost = new Set<string>();
  return uses.filter(({ kind, name, isLost = false }) => {
    const seen = isLost ? lost : known;
    if (kind === "write" || name === undefined || seen.has(name)) return false;
    seen.add(name);
    return true;
  });
}

const ASKED_BEFORE = /(?:\b(?:or|not|if|elseif)|\btype\s*\()\s*$/;
const ASKED_AFTER = /^\s*(?:or\b|and\b|then\b|==|~=)/;
/** Called, indexed or joined: whoever asked first would have stood before it. */
const USED_AFTER = /^\s*(?:[.:[({"'])/;

/** `table.unpack or unpack`, `if jit then`, `type(x) == …`: the code knows that it may not be there. */
function isAsked({ range }: GlobalUse, { text }: SourceFile): boolean {
  const after = text.slice(range.end, range.end + 12);
  if (USED_AFTER.test(after)) return false;
  return ASKED_BEFORE.test(text.slice(Math.max(0, range.start - 12), range.start)) || ASKED_AFTER.test(after);
}
