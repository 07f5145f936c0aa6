import { readable } from "../../base/byte-text.ts";
import { addDays, daysBetween } from "../../base/calendar.ts";
import type { Shim } from "../../lua/shims/shims.ts";
import type { Finding } from "../../model/finding.ts";
import { isAddedLine } from "../../modules/added-lines.ts";
import { isOwnLua } from "../../modules/lua-files.ts";
import type { SourceFile } from "../../modules/source-file.ts";
import { NO_OPTIONS, type NoOptions } from "../../rule/no-options.ts";
import { placeIn } from "../../rule/place-in.ts";
import type { FileRule, Scene } from "../../rule/rule.ts";
import { shimName } from "../shim-header.ts";
import { isPhaseDue } from "./phase.ts";

/**
 * A shim must go by its date (playbook, "Parity & shims": fail the patch if the date is passed), and in its phase. An expired shim blocks
 * whoever touches its file, though it was there before; when a whole tree is looked at it only warns. The day itself is still allowed.
 */
export const shimExpiry: FileRule<NoOptions> = {
  id: "shim-expiry",
  kind: "file",
  summary:
    "no shim outlives its date or its phase, no date lies far ahead, and none is new where the policy forbids them",
  options: NO_OPTIONS,
  covers: isOwnLua,
  *inspect(file, scene) {
    for (const shim of file.lua.shims) {
      if (scene.project.shims.forbid) yield forbidden(shim, file);
      const past = expired(shim, file, scene);
      if (past === undefined) yield* due(shim, file, scene);
      const fault = past ?? (scene.project.shims.forbid ? undefined : farAhead(shim, scene));
      if (fault === undefined || shim.expires.kind !== "date") continue;
      yield {
        place: placeIn(file, shim.expires.range),
        ...fault,
        // The date is part of it, the day of judgement is not: a shim whose date is put off again is a new finding.
        anchor: { scope: "", code: `${shim.expires.date} of ${shimName(shim)}` },
      };
    }
  },
};

/** Recognised by what it stands for, so that one that was there, or moves with its code, is not new. */
function forbidden(shim: Shim, file: SourceFile): Finding {
  return {
    place: placeIn(file, shim.markRange),
    message: "this is a shim, and the policy forbids new ones (shims.forbid)",
    hint: "move the callers to what replaces it in the same change, and leave the old name out",
    anchor: { scope: "", code: `shim of ${shimName(shim)}` },
  };
}

type Fault = Pick<Finding, "message" | "details" | "hint" | "evenIfOld" | "atMost">;

function expired({ expires }: Shim, file: SourceFile, scene: Scene<unknown>): Fault | undefined {
  const { today, isTree } = scene;
  if (expires.kind !== "date" || expires.date >= today) return undefined;
  const days = daysBetween(expires.date, today);
  const ago = days === 1 ? "yesterday" : `${days} days ago`;
  const line = file.lines.at(expires.range.start).line;
  const isWritten = isAddedLine(line, file) && !isTree;
  return {
    message: isWritten
      ? `this shim is written with a date that is already past (${ago})`
      : `this shim expired ${ago}`,
    hint: isWritten
      ? `write a date that is still to come, ${latestDay(scene)} at the latest; or do without the shim`
      : "move its callers to what replaces it, then delete the shim",
    evenIfOld: true,
    ...mildly(scene),
  };
}

/** A date that passes must not break unrelated work: if nobody touches anything it warns, and says how to make it stop. */
function mildly({ isTree, isStrictOnDates }: Scene<unknown>): Pick<Finding, "atMost" | "details"> {
  if (!isTree || isStrictOnDates) return {};
  return {
    atMost: "warn",
    details: ["in a whole tree this is a warning; --strict-dates makes it an error"],
  };
}

function farAhead({ expires }: Shim, scene: Scene<unknown>): Fault | undefined {
  const { today, project } = scene;
  const { maxDays } = project.shims;
  const latest = latestDay(scene);
  if (expires.kind !== "date" || expires.date <= latest) return undefined;
  return {
    message: `this shim may live for ${daysBetween(today, expires.date)} days; the most is ${maxDays}`,
    hint: `write -- EXPIRES: ${latest}`,
    ...mildly(scene),
  };
}

/** Its phase has come: a commit of that phase, or of a later one, takes such shims out of what it touches. */
function* due(shim: Shim, file: SourceFile, { code, task }: Scene<unknown>): Iterable<Finding> {
  const { removal } = shim;
  if (removal === undefined || code === undefined) return;
  const phase = readable(removal.phase);
  const isAfter = /\bafter[ \t]*$/i.test(file.text.slice(0, removal.range.start));
  if (!isPhaseDue(phase, isAfter, code, task?.active?.series ?? [])) return;
  yield {
    place: placeIn(file, removal.range),
    message: `this shim is to go in ${phase}, and this commit is of ${code}`,
    hint: "move its callers to what replaces it, then delete the shim",
    evenIfOld: true,
    anchor: { scope: "", code: `${phase} of ${shimName(shim)}` },
  };
}

function latestDay({ today, project }: Scene<unknown>): string {
  return addDays(today, project.shims.maxDays);
}
