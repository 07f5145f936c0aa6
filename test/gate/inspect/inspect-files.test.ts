import * as assert from "uvu/assert";
import { Files } from "../../../src/gate/files.ts";
import { inspectFiles } from "../../../src/gate/inspect/inspect-files.ts";
import type { FileTask } from "../../../src/gate/select.ts";
import type { Terms } from "../../../src/gate/terms.ts";
import type { FileVersion, ObjectId } from "../../../src/model/change.ts";
import type { FileRule } from "../../../src/rule/rule.ts";
import { suite } from "../../support/suite.ts";

const test = suite("the files of a whole tree");

const project = { lua: { files: ["**/*.lua"], vendored: [], generated: [], scripts: [] } };
const terms = { project, sizeLimit: 1 << 20, rules: [], mayOverride: () => true } as unknown as Terms;

/** So many files, every second of which is one of ten copies that lie far from each other. */
function copies(count: number): readonly FileVersion[] {
  return Array.from({ length: count }, (_, at) => ({
    path: `${String(at).padStart(4, "0")}.lua`,
    side: "after",
    entry: { kind: "file", id: String(at % 2 === 0 ? at : 1000 + (at % 100)).padStart(40, "0") as ObjectId },
    change: undefined,
  }));
}

test("files of equal contents share one reading, and what is found stands in the order of the paths", async () => {
  const files = new Files(
    {
      load: async (ids) =>
        new Map([...ids].map((id) => [id, { kind: "bytes", bytes: Buffer.from(`local a = ${id}\n`) }])),
    },
    1 << 20,
    () => "5.3",
  );
  const read = new Set<unknown>();
  const rule = {
    id: "every-file",
    *inspect(file: { path: string; lua: { syntax: unknown } }) {
      read.add(file.lua.syntax);
      yield { place: { kind: "file", path: file.path }, message: "here", anchor: { scope: "", code: "" } };
    },
  } as unknown as FileRule<unknown>;
  const versions = copies(1000);
  const tasks = versions.map((file): FileTask => ({ rule, file, options: {}, isTree: true }));
  const { found } = await inspectFiles(tasks, files, terms, []);
  assert.equal(
    found.map(({ file }) => file?.path),
    versions.map(({ path }) => path),
  );
  // No more are read twice than stand where one part of the tree is let go before the next.
  assert.ok(read.size <= 550 + 2, `${read.size}`);
});
