import { readable } from "../base/byte-text.ts";
import { addDays } from "../base/calendar.ts";
import type { ByteRange } from "../base/position.ts";
import type { Shim } from "../lua/shims/shims.ts";
import { isOwnLua } from "../modules/lua-files.ts";
import { NO_OPTIONS, type NoOptions } from "../rule/no-options.ts";
import { placeIn } from "../rule/place-in.ts";
import type { FileRule } from "../rule/rule.ts";

/** A shim says when it expires and in which phase it goes (playbook, "Parity & shims"). LuaLS's `---@deprecated` is not a shim. */
export const shimHeader: FileRule<NoOptions> = {
  id: "shim-header",
  kind: "file",
  summary: "a shim says when it expires and in which phase it goes",
  options: NO_OPTIONS,
  covers: isOwnLua,
  *inspect(file, scene) {
    const { shims } = file.lua;
    // The day is looked at where there is a shim: what was found in all other files holds on the next one, too.
    if (shims.length === 0) return;
    const { today, project } = scene;
    const day = addDays(today, project.shims.maxDays);
    for (const shim of shims) {
      for (const { kind, message, hint, range } of faults(shim, day)) {
        yield {
          place: placeIn(file, range),
          message,
          hint,
          anchor: { scope: "", code: `${kind} of ${shimName(shim)}` },
          // A shim that is not allowed at all needs no better header.
          ...(project.shims.forbid ? { unless: ["shim-expiry"] } : {}),
        };
      }
    }
  },
};

/** What a shim is recognised by from change to change: what follows its mark. */
export function shimName({ deprecated }: Shim): string {
  return deprecated.trim().replaceAll(/\s+/g, " ");
}

interface Fault {
  readonly kind: string;
  readonly message: string;
  readonly hint: string;
  readonly range: ByteRange;
}

function* faults({ expires, removal, markRange }: Shim, day: string): Iterable<Fault> {
  const phase = "(planned removal: <phase>)";
  if (expires.kind === "missing") {
    const message = `this shim does not say when it expires${removal === undefined ? " and in which phase it goes" : ""}`;
    const rest = removal === undefined ? ` ${phase}` : "";
    yield { kind: "expiry", message, hint: `add a line: -- EXPIRES: ${day}${rest}`, range: markRange };
    return;
  }
  if (expires.kind === "not-a-date") {
    const text = readable(expires.text).trim();
    const message = text === "" ? "EXPIRES is empty" : `EXPIRES is not a calendar date: ${text}`;
    yield { kind: "date", message, hint: `write -- EXPIRES: ${day}`, range: expires.range };
  }
  if (removal === undefined) {
    const message = "this shim does not say in which phase it goes";
    yield { kind: "removal", message, hint: `write ${phase} behind its date`, range: markRange };
  }
}
