// `arkitekt spec` as a program of its own, for tests that need real processes: bundled once for each test file.
import { readFileSync } from "node:fs";
import { everTracked } from "../../../src/git/history/ever-tracked.ts";
import { runSpec } from "./run-spec.ts";

process.exitCode = await runSpec(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  projects: ["jsonld", "markdown_ld"],
  folder: "work/spec_requests",
  sender: () => ({ project: "lang", agent: "codex" }),
  everTracked: (folders) => everTracked(process.cwd(), process.env, folders),
  clock: () => Date.now(),
  readInput: () => readFileSync(0),
  write: (text) => void process.stdout.write(text),
  complain: (text) => void process.stderr.write(text),
});
