import type { Effect } from "./effects.ts";

/** `print("loaded")`, `io.stderr:write(…)`, `log.info(…)`, `ngx.log(…)`: it logs something, and changes nothing that anybody relies on. */
export function isWordInLog({ kind, callee, text }: Pick<Effect, "kind" | "callee" | "text">): boolean {
  if (kind !== "call") return false;
  if (callee.kind === "global" && SAYS.test(callee.path.join("."))) return true;
  return callee.kind !== "expression" && LOGGER.test(text.replaceAll(/\s+/g, ""));
}

const SAYS = /^(?:print|io\.write|io\.std(?:out|err)\.write|[a-z]\w*\.log)$/;

const LOGGER =
  /(?:^|[._])(?:log|logger|logging)[.:](?:trace|debug|info|notice|verbose|warn|warning|error|fatal|print|log)$/i;
