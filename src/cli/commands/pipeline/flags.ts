import type { ValueFlag } from "../../../command/command.ts";

export const MANIFEST_FLAG: ValueFlag = {
  value: "NAME|FILE",
  help: "the manifest .codex/pipeline-NAME.json, or a file; .codex/pipeline.json when left out",
};

export const CODE_FLAG: ValueFlag = {
  value: "CODE",
  help: "the task's code in the titles of the commits; each phase's own `task` when left out",
};
