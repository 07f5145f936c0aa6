// Ends the process, as a kill does, in the moment in which a file would get its name: KILL_AT is the end of that name.
const fs = require("node:fs");

const rename = fs.renameSync;
fs.renameSync = (from, to) => {
  if (String(to).endsWith(`/${process.env.KILL_AT}`)) process.kill(process.pid, "SIGKILL");
  return rename(from, to);
};
