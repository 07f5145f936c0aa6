// Runs a program of the policy twice over some files in a temporary folder, which is removed whatever happens.
import { chmod, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import { decodePath, encodePath, type RepoPath } from "../base/repo-path.ts";
import { err, ok, type Result } from "../base/result.ts";
import type { TransformJob, TransformResult } from "../model/transform.ts";
import { runProcess } from "./process.ts";
import { givenBack } from "./program/node-variables.ts";
import { withScratch } from "./scratch.ts";

/** The program sees the files at their repository paths, no repository, and a fixed locale and time zone. */
export async function runTransform(job: TransformJob): Promise<TransformResult> {
  return await withScratch("transform", async (folder) => {
    await writeAll(folder, job);
    const first = await runOnce(job, folder);
    if (!first.ok) return first;
    const afterFirst = await readAll(folder);
    const second = await runOnce(job, folder);
    if (!second.ok) return err(`on its own result, ${second.error}`);
    return ok({ first: afterFirst, second: await readAll(folder) });
  });
}

async function writeAll(folder: string, { files }: TransformJob): Promise<void> {
  for (const [path, { bytes, isExecutable }] of files) {
    const place = placeOf(folder, path);
    await mkdir(place.subarray(0, place.lastIndexOf("/")), { recursive: true });
    await writeFile(place, bytes);
    if (isExecutable) await chmod(place, 0o755);
  }
}

function placeOf(folder: string, path: RepoPath): Buffer {
  return Buffer.concat([Buffer.from(`${folder}/`), encodePath(path)]);
}

async function readAll(folder: string): Promise<ReadonlyMap<RepoPath, Buffer>> {
  const files = new Map<RepoPath, Buffer>();
  const waiting: RepoPath[] = [""];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const entries = await readdir(placeOf(folder, at), { withFileTypes: true, encoding: "buffer" });
    for (const entry of entries) {
      const path = `${at === "" ? "" : `${at}/`}${decodePath(entry.name)}`;
      if (entry.isDirectory()) waiting.push(path);
      else if (entry.isFile()) files.set(path, await readFile(placeOf(folder, path)));
    }
  }
  return files;
}

/** The error says how it ended, with the first line that it wrote to standard error. */
async function runOnce({ transform, inputs }: TransformJob, folder: string): Promise<Result<void, string>> {
  const words = transform.run.flatMap((word) => (word === "{inputs}" ? inputs : [word]));
  const [program = "", ...args] = words;
  const kept = Object.entries(givenBack(process.env)).filter(([name]) => !name.startsWith("GIT_"));
  // A path with a slash means a file among the inputs, wherever the current folder is.
  const file = /^\.{1,2}[\\/]/.test(program) ? join(folder, program) : program;
  const end = await runProcess(file, args, {
    cwd: folder,
    env: {
      ...Object.fromEntries(kept),
      LC_ALL: "C",
      TZ: "UTC",
      GIT_CEILING_DIRECTORIES: dirname(folder) + sep,
    },
    keeps: "errors",
    mostErrors: 10_000,
    limit: { seconds: transform.seconds, signal: "SIGKILL" },
    endsWithUs: true,
  });
  if (!end.ok) return err(`${program} cannot be started (${end.error.code})`);
  const { code, signal, stderr } = end.value;
  if (code === 0) return ok(undefined);
  const line = stderr.trim().split("\n", 1)[0] ?? "";
  const late = `it took longer than ${transform.seconds} s`;
  const how =
    signal === undefined
      ? `it ended with ${code}`
      : signal === "SIGKILL"
        ? late
        : `it was stopped by ${signal}`;
  return err(line === "" ? how : `${how}: ${line}`);
}
