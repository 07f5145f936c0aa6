// Preloaded into a process that is to be killed: KILL_AT=n ends it with SIGKILL right before its nth call that could
// change a file. Every instant between two such calls can so be tried.
const fs = require("node:fs");
const { syncBuiltinESMExports } = require("node:module");

const last = Number(process.env.KILL_AT);
let count = 0;
for (const name of [
  "mkdirSync",
  "writeFileSync",
  "linkSync",
  "renameSync",
  "rmSync",
  "openSync",
  "fsyncSync",
]) {
  const real = fs[name];
  fs[name] = (...args) => {
    const isRead = name === "openSync" && args[1] !== "wx";
    if (!isRead && ++count === last) process.kill(process.pid, "SIGKILL");
    return real(...args);
  };
}
syncBuiltinESMExports();
