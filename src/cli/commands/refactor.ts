// Mechanical changes by name. What each makes is judged and written as every patch is; `arkitekt task run` does the same from a task's file.
import type { Command, Family, Input } from "../../command/command.ts";
import { ONE_OF, performed, RUN_FLAGS } from "../refactor/performed.ts";

const STRINGS = { help: "rewrites plain strings too, where they are exactly the name" } as const;

const move: Command = {
  name: "refactor move",
  about:
    "Moves modules and updates every importer: files, folders, whole namespaces. FROM and TO are paths or dotted names; a folder ends in / or .* and takes all below it.",
  operands: ["FROM", "TO"],
  moreOperands: ["FROM", "TO"],
  flags: { ...RUN_FLAGS, strings: STRINGS },
  oneOf: ONE_OF,
  examples: [
    { line: "arkitekt refactor move Song.core.colours Song.core.palette --apply" },
    { line: "arkitekt refactor move 'rearkitekt.*' 'arkitekt.*'", says: "what a whole namespace would take" },
  ],
  run(input, world) {
    const names = input.operands;
    const moves = names.flatMap((from, at) => (at % 2 === 0 ? [{ from, to: names[at + 1] ?? "" }] : []));
    return performed({ task: "move_module", moves, ...stringsOf(input) }, input, world);
  },
};

const require: Command = {
  name: "refactor require",
  about: "Makes every importer of one module require another one.",
  operands: ["FROM", "TO"],
  flags: {
    ...RUN_FLAGS,
    "live-root": { value: "FOLDER", help: "only importers below it; the policy's root when left out" },
    strings: STRINGS,
  },
  oneOf: ONE_OF,
  examples: [{ line: "arkitekt refactor require Song.app.state Song.core.state --live-root A/scripts" }],
  run(input, world) {
    const [from = "", to = ""] = input.operands;
    const liveRoot = input.text("live-root");
    const root = liveRoot === undefined ? {} : { liveRoot };
    return performed({ task: "refactor_require", from, to, ...root, ...stringsOf(input) }, input, world);
  },
};

const scan: Command = {
  name: "refactor scan",
  about: "Shows which file requires what, as notes; changes nothing.",
  flags: {
    root: { value: "FOLDER", help: "only files below it; the policy's root when left out" },
    format: RUN_FLAGS.format,
  },
  examples: [{ line: "arkitekt refactor scan --root ARKITEKT --format contract" }],
  run(input, world) {
    const root = input.text("root");
    return performed({ task: "scan_requires", ...(root === undefined ? {} : { root }) }, input, world);
  },
};

const scaffold: Command = {
  name: "refactor scaffold",
  about: "Writes a minimal module where there is no file yet.",
  operands: ["PATH"],
  moreOperands: ["PATH"],
  flags: RUN_FLAGS,
  oneOf: ONE_OF,
  examples: [{ line: "arkitekt refactor scaffold A/scripts/Song/core/keys.lua --apply" }],
  run(input, world) {
    const files = input.operands.map((path) => ({ path, template: "module_table" as const }));
    return performed({ task: "scaffold_module", files }, input, world);
  },
};

const removeShim: Command = {
  name: "refactor remove-shim",
  about: "Takes a shim out, and lets its callers use what it stood for.",
  operands: ["PATH"],
  flags: {
    ...RUN_FLAGS,
    name: { value: "NAME", help: "the function; left out where the file as a whole is one" },
  },
  oneOf: ONE_OF,
  examples: [{ line: "arkitekt refactor remove-shim A/core/bridge.lua --name get_sequence --apply" }],
  run(input, world) {
    const [path = ""] = input.operands;
    const name = input.text("name");
    return performed({ task: "remove_shim", path, ...(name === undefined ? {} : { name }) }, input, world);
  },
};

const cleanup: Command = {
  name: "refactor cleanup",
  about:
    "Deletes old modules whose callers are shown to find all that they use elsewhere: FROM in favour of TO, or a parallel tree of a feature. Without a proof it changes nothing, and lists what it looked at.",
  optional: ["FROM", "TO"],
  flags: {
    ...RUN_FLAGS,
    "feature-root": { value: "FOLDER", help: "the feature whose parallel tree is looked for" },
    "live-root": {
      value: "FOLDER",
      help: "the folder that the feature lives in; the policy's root when left out",
    },
  },
  oneOf: ONE_OF,
  examples: [
    { line: "arkitekt refactor cleanup Song.old.state Song.core.state" },
    {
      line: "arkitekt refactor cleanup --feature-root Song --live-root A/scripts",
      says: "the tree Song/ beside it",
    },
  ],
  run(input, world) {
    const [from, to] = input.operands;
    if (from !== undefined && to === undefined) return input.refuse("the argument <TO> is missing");
    const [featureRoot, liveRoot] = [input.text("feature-root"), input.text("live-root")];
    const task = {
      task: "phaseX_cleanup_remove_legacy" as const,
      ...(from === undefined || to === undefined ? {} : { from, to }),
      ...(featureRoot === undefined ? {} : { featureRoot }),
      ...(liveRoot === undefined ? {} : { liveRoot }),
    };
    return performed(task, input, world);
  },
};

export const refactor: Family = {
  name: "refactor",
  about:
    "Mechanical changes that prove themselves: done again they give the same, and a commit records them.",
  commands: [move, require, scan, scaffold, removeShim, cleanup],
};

function stringsOf(input: Input): { readonly strings?: true } {
  return input.has("strings") ? { strings: true } : {};
}
