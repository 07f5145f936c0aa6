// The transcripts of test/transcripts, each as a test of its own.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as assert from "uvu/assert";
import { withoutPeers } from "./peers.ts";
import type { Suite } from "./suite.ts";
import { needsOf, play } from "./transcript.ts";

const folder = fileURLToPath(new URL("../transcripts/", import.meta.url));

/** Those that programs of others are played with, or the others. */
export function testTranscripts(test: Suite, isWithOthers: boolean): void {
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".txt"))) {
    const file = `${folder}${name}`;
    const text = readFileSync(file, "utf8");
    const needs = needsOf(text);
    if (needs.length > 0 !== isWithOthers) continue;
    const title = name.replace(".txt", "").replaceAll("-", " ");
    const lacking = withoutPeers(...needs);
    if (lacking !== undefined) {
      test.skip(title, lacking);
      continue;
    }
    test(title, () => {
      const played = play(text);
      if (process.env["UPDATE"] === "1") writeFileSync(file, played);
      assert.is(played, process.env["UPDATE"] === "1" ? readFileSync(file, "utf8") : text);
    });
  }
}
