import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as assert from "uvu/assert";
import { suite } from "../support/suite.ts";
import { play } from "../support/transcript.ts";

const test = suite("transcripts");
const folder = fileURLToPath(new URL(".", import.meta.url));

for (const name of readdirSync(folder).filter((file) => file.endsWith(".txt"))) {
  test(name.replace(".txt", "").replaceAll("-", " "), () => {
    const file = `${folder}${name}`;
    const text = readFileSync(file, "utf8");
    const played = play(text);
    if (process.env["UPDATE"] === "1") writeFileSync(file, played);
    assert.is(played, process.env["UPDATE"] === "1" ? readFileSync(file, "utf8") : text);
  });
}
