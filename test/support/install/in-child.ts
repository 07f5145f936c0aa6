// Installs in a process of its own, when told to on standard input, so that it can be killed, limited or run as somebody
// else: node --import tsx in-child.ts <options as JSON>
import { readSync } from "node:fs";
import { install } from "../../../src/install/gate/install.ts";

const options = JSON.parse(process.argv[2] ?? "{}");
process.stdout.write("ready\n");
readSync(0, Buffer.alloc(1));
const done = await install({ chain: true, env: process.env, ...options });
process.stdout.write(`${JSON.stringify(done.ok ? { ok: true } : done)}\n`);
