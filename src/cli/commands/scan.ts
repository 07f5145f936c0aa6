import { lookAt, readLua } from "../../check/lua-files.ts";
import { withRepository } from "../../check/with-repository.ts";
import type { Command } from "../../command/command.ts";
import { formatFlag, printerOf } from "../../command/format.ts";
import type { Repository } from "../../git/open/repository.ts";
import { EXIT } from "../../model/exit.ts";
import type { RequireMap } from "../../model/require-map.ts";
import { isLua } from "../../modules/lua-files.ts";
import { RequireReader } from "../../modules/require-map.ts";
import { requirePrinters } from "../../report/requires/index.ts";

export const scan: Command = {
  name: "scan",
  about:
    "Shows which Lua file requires what: lazy and computed requires, the modules required most, what is not found, and cycles of modules that load each other.",
  flags: {
    tree: { value: "T", help: "a commit or tree; what is staged when left out" },
    format: formatFlag(requirePrinters),
  },
  examples: [
    { line: "arkitekt scan", says: "the map of what is staged, its totals last" },
    { line: "arkitekt scan --tree HEAD --format dot | dot -Tsvg >requires.svg", says: "a drawing of it" },
  ],
  async run(input, world) {
    const print = printerOf(input, requirePrinters);
    const map = await withRepository(world, (repo) => requireMap(repo, input.text("tree")));
    world.stdout.write(print(map, world.stdout));
    return EXIT.pass;
  },
};

async function requireMap(repo: Repository, tree: string | undefined): Promise<RequireMap> {
  const place = await lookAt(repo, tree);
  const { project } = place.policy;
  const notes = [...place.notes];
  const reader = new RequireReader(project, new Set(place.entries.keys()));
  const files = readLua(
    repo,
    place,
    (path) => isLua(path, project),
    (note) => notes.push(note),
  );
  for await (const { path, id, bytes } of files) reader.read(path, id, bytes);
  return reader.map(place.tree, notes);
}
