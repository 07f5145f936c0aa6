import { count } from "../../base/wording.ts";
import type { Command } from "../../command/command.ts";
import { formatFlag, JSON_ALIAS, printerOf } from "../../command/format.ts";
import { CannotLook } from "../../model/failure.ts";
import type { Notice } from "../../protocol/inspect-request.ts";
import { onOneLine } from "../../protocol/markdown-text.ts";
import type { Folder } from "../../system/folder.ts";
import { inspectFolder } from "../store/inspect-folder.ts";
import {
  idsIn,
  inRequests,
  type RequestFolder,
  readingRequest,
  requestId,
  requestsPath,
} from "../store/place.ts";
import type { SpecWorld } from "../store/world.ts";
import { cutShortIn } from "../writing/cut-short.ts";

/** The formats of what `lint` finds in requests. */
export const lintPrinters = {
  pretty: text,
  json: (requests: readonly LintResult[], _folder: string): string =>
    `${JSON.stringify({ requests }, null, 2)}\n`,
};

export const lint: Command<SpecWorld> = {
  name: "spec lint",
  about: "Checks a request, or all of them: JSON, trail, attachments, messages, thread.",
  flags: {
    id: { value: "ID", help: "the request" },
    all: { help: "every request" },
    format: formatFlag(lintPrinters),
    json: JSON_ALIAS,
  },
  oneOf: { flags: ["id", "all"], isNeeded: true },
  examples: [{ line: "arkitekt spec lint --all" }],
  run(input, world) {
    const print = printerOf(input, lintPrinters);
    const id = input.text("id");
    const path = requestsPath(world);
    const ids = id === undefined ? (inRequests(path, idsIn) ?? []) : [requestId(world, id)];
    const unfinished = new Set(cutShortIn(path));
    const results = [
      ...(id === undefined ? (inRequests(path, inTheWay) ?? []) : []),
      ...ids.map((one) => ({
        id: one,
        notices: [...(unfinished.has(one) ? [cutShort(one)] : []), ...inspected(path, one, world)],
      })),
    ];
    world.write(print(results, world.folder));
    return results.some(({ notices }) => notices.some(({ level }) => level === "error")) ? 1 : 0;
  },
};

/** What stands where the folder of a request should be and is not one. */
function inTheWay(requests: Folder): readonly LintResult[] {
  return requests.entries().flatMap(({ name, kind }) => {
    if (kind !== "link" || name.startsWith(".")) return [];
    const message = "a symbolic link stands where the folder of a request should be";
    return [{ id: name, notices: [{ level: "error", path: "", message } as const] }];
  });
}

/** What stops the look at one request is reported for that request, and stops no other. */
function inspected(place: RequestFolder, id: string, { projects, folder }: SpecWorld): readonly Notice[] {
  return readingRequest(place, id, (request) => {
    try {
      return inspectFolder(request, { id, folder, projects });
    } catch (error) {
      if (!(error instanceof CannotLook)) throw error;
      return [{ level: "error", path: "", message: error.failure.message }];
    }
  });
}

/** What could not be finished before this command began. */
function cutShort(id: string): Notice {
  const hint = "arkitekt spec status --id … finishes it, or says what is in its way";
  return { level: "error", path: "", message: `a change of ${id} was cut short, and is not finished`, hint };
}

interface LintResult {
  readonly id: string;
  readonly notices: readonly Notice[];
}

function text(results: readonly LintResult[], folder: string): string {
  const lines: string[] = [];
  let errors = 0;
  let warnings = 0;
  for (const { id, notices } of results) {
    for (const { level, path, message, hint } of notices) {
      if (level === "error") errors++;
      else warnings++;
      const place = `${folder}/${id}${path === "" ? "" : `/${path}`}`;
      lines.push(`${level.padEnd(7)}  ${place}  ${onOneLine(message)}`);
      if (hint !== undefined) lines.push(`         hint: ${hint.replace(/--(id|to) \u2026/, `--$1 ${id}`)}`);
    }
  }
  const what = count(results.length, "request");
  lines.push(`${what}: ${count(errors, "error")}, ${count(warnings, "warning")}`);
  return `${lines.join("\n")}\n`;
}
