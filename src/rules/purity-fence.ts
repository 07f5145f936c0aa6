import { readable } from "../base/byte-text.ts";
import { matchesAny } from "../base/glob.ts";
import { nameMatcher } from "../base/name-pattern.ts";
import type { LuaCall } from "../lua/facts/calls.ts";
import type { GlobalUse } from "../lua/facts/globals.ts";
import type { HostUse } from "../lua/facts/host.ts";
import type { LookedUpName } from "../lua/facts/looked-up-names.ts";
import type { Project } from "../model/project.ts";
import { isOwnLua } from "../modules/lua-files.ts";
import type { SourceFile } from "../modules/source-file.ts";
import { NO_OPTIONS, type NoOptions } from "../rule/no-options.ts";
import { placeIn } from "../rule/place-in.ts";
import type { FileRule } from "../rule/rule.ts";

/**
 * Pure files don't use the host's API (playbook, "Hard boundaries": purity), neither by name nor through an alias or a module
 * that gives it. Uses are counted by host: a line that was impure before and is rewritten or moved is not new.
 */
export const purityFence: FileRule<NoOptions> = {
  id: "purity-fence",
  kind: "file",
  summary: "pure files stay free of the host's API",
  options: NO_OPTIONS,
  covers: (path, project) => matchesAny(project.pure, path) && isOwnLua(path, project),
  *inspect(file, { project }) {
    for (const use of file.lua.hostUses(project.host)) {
      yield {
        place: placeIn(file, use.range),
        message: `${deed(use)}, and the policy lists this file as pure`,
        hint: "take the value as a parameter, and let a caller in another layer ask the host",
        anchor: { scope: use.scope, code: `${use.kind} ${use.host}.${use.member ?? ""}`, group: use.host },
      };
    }
    const computed = mayReachGlobals(file) ? file.lua.globals.find(isComputedRead) : undefined;
    if (computed !== undefined) {
      yield {
        place: placeIn(file, computed.range),
        message: "reads a global whose name is computed, so that nobody can tell whether it is the host's",
        hint: "write the name out, or take the value as a parameter",
        anchor: { scope: computed.scope, code: "read ?" },
        atMost: "warn",
      };
      return;
    }
    const found = /\b_ENV\b/.test(file.text) ? hostNameFound(file, project) : undefined;
    if (found !== undefined) {
      yield {
        place: placeIn(file, found.range),
        message: `uses ${readable(found.name)}, which a function of _ENV finds, so that nobody can tell whether it is the host's`,
        hint: "give _ENV a table in place of the function, or take the value as a parameter",
        anchor: { scope: found.scope, code: `find ${found.name}` },
        atMost: "warn",
      };
      return;
    }
    const hidden = COMPILES.test(file.text)
      ? file.lua.calls.find((call) => mayHide(call, file, project))
      : undefined;
    if (hidden === undefined) return;
    yield {
      place: placeIn(file, hidden.range),
      message: `calls ${readable(hidden.text)}, so that nobody can tell whether it reaches the host`,
      hint: "write the code out, or take the value as a parameter",
      anchor: { scope: hidden.scope, code: `call ${readable(hidden.text)}` },
      atMost: "warn",
    };
  },
};

const COMPILES = /\b(?:load|loadstring|getregistry)\b/;
/** A text that is written out, without escapes. */
const LITERAL = /^(?:"[^"\\]*"|'[^'\\]*'|\[\[[^\]]*\]\])$/;

/** It compiles a text, or gives the table that holds everything. The words of a text that is written out show whether it may reach the host. */
function mayHide({ callee, arguments: given }: LuaCall, { text }: SourceFile, { host }: Project): boolean {
  const name = callee.kind === "global" ? callee.path.join(".") : "";
  if (name === "debug.getregistry") return true;
  if (name !== "load" && name !== "loadstring") return false;
  const [first] = given;
  const written = first === undefined ? "" : text.slice(first.start, first.end);
  if (!LITERAL.test(written)) return true;
  const isReach = nameMatcher([...host.globals, "_G", "_ENV", "require", "getfenv", "debug", "load"]);
  return (written.match(/\w+/g) ?? []).some(isReach);
}

/** Few files mention the table of globals at all. */
function mayReachGlobals({ text }: SourceFile): boolean {
  return /\b(?:_G|_ENV|getfenv|loaded)\b/.test(text);
}

function hostNameFound({ lua }: SourceFile, { host }: Project): LookedUpName | undefined {
  const isHost = nameMatcher(host.globals);
  return lua.lookedUpNames.find(({ name }) => isHost(name));
}

function isComputedRead({ name, kind }: GlobalUse): boolean {
  return name === undefined && kind === "read";
}

function deed({ name, member, kind }: HostUse): string {
  const shown = readable(member === undefined ? name : `${name}.${member}`);
  if (kind === "require") return `requires ${shown}`;
  return `${kind === "call" ? "calls" : kind === "write" ? "sets" : "uses"} ${shown}`;
}
