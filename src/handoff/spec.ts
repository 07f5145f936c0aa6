import { nearest } from "../base/nearest.ts";
import { CannotLook, type Failure } from "../model/failure.ts";
import { visible } from "../protocol/markdown-text.ts";
import { type Command, readCall, usageOf } from "./command.ts";
import { ack } from "./commands/ack.ts";
import { apply } from "./commands/apply.ts";
import { attach } from "./commands/attach.ts";
import { autosync } from "./commands/autosync.ts";
import { lint } from "./commands/lint.ts";
import { list } from "./commands/list.ts";
import { msgNew } from "./commands/msg-new.ts";
import { msgPull } from "./commands/msg-pull.ts";
import { msgPush } from "./commands/msg-push.ts";
import { newRequest } from "./commands/new.ts";
import { push } from "./commands/push.ts";
import { say } from "./commands/say.ts";
import { status } from "./commands/status.ts";
import { sync } from "./commands/sync.ts";
import { threadRender } from "./commands/thread-render.ts";
import type { SpecWorld } from "./store/world.ts";

export type { SpecWorld } from "./store/world.ts";

/** Every command of `arkitekt spec`, in the order of the help. */
export const SPEC_COMMANDS: readonly Command[] = [
  newRequest,
  attach,
  status,
  ack,
  push,
  msgNew,
  msgPush,
  msgPull,
  threadRender,
  sync,
  autosync,
  say,
  apply,
  lint,
  list,
];

/**
 * Runs `arkitekt spec <args>`. The exit code: 0 done; 1 refused, or done in part with what is wrong told by name; 2 it could
 * not be done: arguments, a missing request, the system. A bug of ours is thrown.
 */
export async function spec(args: readonly string[], outside: SpecWorld): Promise<number> {
  const world = guarded(outside);
  try {
    return dispatch(args, world);
  } catch (error) {
    if (!(error instanceof CannotLook)) throw error;
    world.complain(failureText(error.failure));
    return error.failure.kind === "conflict" || error.failure.kind === "broken-trail" ? 1 : 2;
  }
}

/** What others wrote can be read on the terminal, and cannot move its cursor. */
function guarded(world: SpecWorld): SpecWorld {
  return {
    ...world,
    clock: () => world.clock(),
    readInput: () => world.readInput(),
    write: (text) => world.write(visible(text)),
    complain: (text) => world.complain(visible(text)),
  };
}

/** The help of all commands, or of one of them. */
export function specHelp(command?: Command): string {
  if (command === undefined) {
    const width = Math.max(...SPEC_COMMANDS.map(({ name }) => name.length));
    const lines = SPEC_COMMANDS.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
    return `Hand-off of spec requests between repositories, as files.\n\n${lines.join("\n")}\n\narkitekt spec <command> --help says more.\n`;
  }
  const flags = Object.entries(command.flags).map(([name, flag]) => ({
    left: `  --${name}${flag.value === undefined ? "" : ` ${flag.value}`}`,
    help: flag.help + (flag.isRequired === true ? " (needed)" : ""),
  }));
  const width = Math.max(0, ...flags.map(({ left }) => left.length));
  const lines = flags.map(({ left, help }) => `${left.padEnd(width)}  ${help}`);
  return `${command.summary}\n\nusage: ${usageOf(command)}\n\n${lines.join("\n")}\n\nexample: ${command.example}\n`;
}

function dispatch(args: readonly string[], world: SpecWorld): number {
  const [first = "", second = ""] = args;
  if (first === "" || first === "--help" || first === "-h" || first === "help") {
    world.write(specHelp());
    return first === "" ? 2 : 0;
  }
  const command =
    SPEC_COMMANDS.find(({ name }) => name === `${first} ${second}`) ??
    SPEC_COMMANDS.find(({ name }) => name === first);
  if (command === undefined) return unknownCommand(first, second, world);
  const rest = args.slice(command.name.split(" ").length);
  if (rest.some((arg) => arg === "--help" || arg === "-h")) {
    world.write(specHelp(command));
    return 0;
  }
  return command.run(readCall(command, rest), world);
}

function unknownCommand(first: string, second: string, world: SpecWorld): number {
  const names = SPEC_COMMANDS.map(({ name }) => name);
  const like = nearest(`${first} ${second}`.trim(), names) ?? nearest(first, names);
  const meant =
    like === undefined ? "run `arkitekt spec --help` to see them" : `did you mean \`arkitekt spec ${like}\`?`;
  world.complain(
    failureText({ kind: "bad-arguments", message: `there is no command ${first}`, next: meant }),
  );
  return 2;
}

function failureText({ message, next }: Failure): string {
  return `error: ${message}\n${next === undefined ? "" : `next:  ${next}\n`}`;
}
