import type { Effect } from "./effects.ts";

/**
 * `print("loaded")`, `io.stderr:write("…")`, `log.info(…)`, `ngx.log(…)`: it logs something, and changes nothing that anybody relies on.
 * A value alone, `print(1)`, is left over from debugging.
 */
export function isWordInLog({ kind, callee, text, passesText, scope }: Effect): boolean {
  if (kind !== "call") return false;
  const name = callee.kind === "global" ? callee.path.join(".") : "";
  if (WRITES.test(name)) return passesText || OWN_LOG.test(scope);
  if (callee.kind === "expression") return false;
  const written = text.replaceAll(/\s+/g, "");
  return (
    LOGS.test(name) || LOGGER.test(written) || (passesText && callee.kind !== "own" && LEVEL.test(written))
  );
}

const WRITES = /^(?:print|io\.write|io\.std(?:out|err)\.write)$/;
const LOGS = /^[a-z]\w*\.log$/;
const LOGGER =
  /(?:^|[._])(?:log|logger|logging)[.:](?:trace|debug|info|notice|verbose|warn|warning|error|fatal|print|log)$/i;
/** `local function log(level, message)` */
const OWN_LOG = /(?:^|[ .:_])log$/i;
/** `msg.verbose("…")`, `log_debug("…")`, `log("…")` */
const LEVEL = /(?:^|[.:_])(?:log|(?:log_|(?<=[.:]))(?:trace|debug|info|notice|verbose|warn|warning|fatal))$/i;
