import { version } from "../base/version.ts";
import { listOf } from "../command/help.ts";
import type { Page } from "../report/terminal-text.ts";
import type { CommandEntry } from "./commands/index.ts";

/** What `arkitekt --help` shows: every command there is. */
export function generalHelp(commands: readonly CommandEntry[], { paint, columns }: Page): string {
  return [
    `${paint.bold("arkitekt")} ${version}: the Git gatekeeper for Lua repositories`,
    "",
    `${paint.bold("usage")}  arkitekt <command> [flags]`,
    "",
    ...listOf(commands, columns),
    "",
    "  arkitekt <command> --help   shows the flags and an example",
    "",
    "exit codes: 0 pass or skip, 1 blocked, 2 cannot look (input), 3 an internal error",
    "",
  ].join("\n");
}
