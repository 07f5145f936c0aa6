import type { Effect } from "./effects.ts";

/**
 * `print("loaded")`, `io.stderr:write("…")`, `log.info(…)`, `ngx.log(…)`: it logs something, and changes nothing that anybody relies on.
 * A value alone, `print(1)`, is left over from debugging.
 */
export function isWordInLog({ kind, callee, text, passesText }: Effect): boolean {
  if (kind !== "call") return false;
  const name = callee.kind === "global" ? callee.path.join(".") : "";
  if (WRITES.test(name)) return passesText;
  return callee.kind !== "expression" && (LOGS.test(name) || LOGGER.test(text.replaceAll(/\s+/g, "")));
}

const WRITES = /^(?:print|io\.write|io\.std(?:out|err)\.write)$/;
const LOGS = /^[a-z]\w*\.log$/;
const LOGGER =
  /(?:^|[._])(?:log|logger|logging)[.:](?:trace|debug|info|notice|verbose|warn|warning|error|fatal|print|log)$/i;
