// What a hook sees, for a test to read: called by a hook with the file to write to, and the hook's name.
import { appendFileSync } from "node:fs";
import { staged } from "./describe.ts";

const [file = "", hook = ""] = process.argv.slice(2);
const place = { dir: process.cwd(), env: process.env };
const seen = await staged(place, { isMergeHook: hook === "pre-merge-commit" });
appendFileSync(file, `${JSON.stringify({ hook, seen })}\n`);
