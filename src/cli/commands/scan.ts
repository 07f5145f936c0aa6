import { lookAt, readLua } from "../../check/lua-files.ts";
import { withRepository } from "../../check/with-repository.ts";
import type { Repository } from "../../git/open/repository.ts";
import { EXIT } from "../../model/exit.ts";
import { CannotLook, failure } from "../../model/failure.ts";
import type { RequireMap } from "../../model/require-map.ts";
import { isLua } from "../../modules/lua-files.ts";
import { RequireReader } from "../../modules/require-map.ts";
import { requiresDot, requiresMermaid } from "../../report/requires/graph.ts";
import { requiresJson } from "../../report/requires/json.ts";
import { requiresText } from "../../report/requires/text.ts";
import type { Output } from "../../system/world.ts";
import type { Command } from "../command.ts";

export const scan: Command = {
  name: "scan",
  summary:
    "Shows which Lua file requires what: lazy and computed requires, the modules most wanted, what is not found, and circles of modules that load each other.",
  usage: "[--tree T] [--format text|json|dot|mermaid]",
  flags: {
    tree: { value: "T", help: "a commit or tree; what is staged when left out" },
    format: {
      value: "F",
      help: "text for people, json for programs, dot for Graphviz, mermaid for a chart in Markdown",
    },
  },
  examples: [
    { line: "arkitekt scan", says: "the map of what is staged, its totals last" },
    { line: "arkitekt scan --tree HEAD --format dot | dot -Tsvg >requires.svg", says: "a drawing of it" },
  ],
  async run(input, world) {
    const print = printerOf(input.text("format") ?? "text");
    const map = await withRepository(world, (repo) => requireMap(repo, input.text("tree")));
    world.stdout.write(print(map, world.stdout));
    return EXIT.pass;
  },
};

const PRINTERS: Readonly<Record<string, (map: RequireMap, stdout: Output) => string>> = {
  text: (map, { paint, columns }) => requiresText(map, paint, columns),
  json: requiresJson,
  dot: requiresDot,
  mermaid: requiresMermaid,
};

function printerOf(format: string) {
  const print = Object.hasOwn(PRINTERS, format) ? PRINTERS[format] : undefined;
  if (print !== undefined) return print;
  const next = `use --format ${Object.keys(PRINTERS)
    .join(", ")
    .replace(/, (?=\w+$)/, " or ")}`;
  throw new CannotLook(failure("bad-arguments", `there is no format "${format}"`, next));
}

async function requireMap(repo: Repository, tree: string | undefined): Promise<RequireMap> {
  const place = await lookAt(repo, tree);
  const { project } = place.policy;
  const skipped = [...place.skipped];
  const reader = new RequireReader(project, new Set(place.entries.keys()));
  const files = readLua(
    repo,
    place,
    (path) => isLua(path, project),
    (skip) => skipped.push(skip),
  );
  for await (const { path, id, bytes } of files) reader.read(path, id, bytes);
  return reader.map(place.tree, skipped);
}
