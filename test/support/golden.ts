// Printed text against a golden file in test/fixtures; `UPDATE=1 npm test -- <words>` rewrites it.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import * as assert from "uvu/assert";

export function isGolden(text: string, name: string): void {
  const file = fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
  if (process.env["UPDATE"] === "1") {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  assert.is(text, existsSync(file) ? readFileSync(file, "utf8") : `(${name} is missing: UPDATE=1 writes it)`);
}
