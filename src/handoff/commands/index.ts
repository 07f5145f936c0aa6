import type { Command, Family } from "../../command/command.ts";
import { requestsPath } from "../store/place.ts";
import type { SpecWorld } from "../store/world.ts";
import { finishAllCutShort } from "../writing/cut-short.ts";
import { ack } from "./ack.ts";
import { apply } from "./apply.ts";
import { archive } from "./archive.ts";
import { attach } from "./attach.ts";
import { autosync } from "./autosync.ts";
import { decide } from "./decide.ts";
import { lint } from "./lint.ts";
import { list } from "./list.ts";
import { msgNew } from "./msg-new.ts";
import { msgPull } from "./msg-pull.ts";
import { msgPush } from "./msg-push.ts";
import { newRequest } from "./new.ts";
import { propose } from "./propose.ts";
import { push } from "./push.ts";
import { say } from "./say.ts";
import { show } from "./show.ts";
import { status } from "./status.ts";
import { sync } from "./sync.ts";
import { threadRender } from "./thread-render.ts";

/**
 * Every command of `arkitekt spec`, in the order of the help. The exit code of each: 0 done; 1 refused, or done in part with what
 * is wrong named; 2 it could not be done: arguments, a missing request, the system.
 */
export const spec: Family<SpecWorld> = {
  name: "spec",
  about: "Hand-off of spec requests between repositories, as files.",
  commands: [
    newRequest,
    attach,
    status,
    ack,
    push,
    msgNew,
    propose,
    decide,
    msgPush,
    msgPull,
    threadRender,
    sync,
    autosync,
    say,
    apply,
    lint,
    list,
    show,
    archive,
  ].map(finishingFirst),
};

/** Every command first finishes what one that was killed has left on this side; one that only says what it would do leaves it so. */
function finishingFirst(command: Command<SpecWorld>): Command<SpecWorld> {
  return {
    ...command,
    run(input, world) {
      if (!input.has("dry-run")) finishAllCutShort(requestsPath(world));
      return command.run(input, world);
    },
  };
}
